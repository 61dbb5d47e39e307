import { findOperation } from "../jobs/registry.ts";
import { readConfig } from "../web/config.ts";
import { startServices } from "../web/start.ts";

/** The product on an empty database with a sample company of so many, as it is started; and its 管理者. */
export async function startCompany(employees: number) {
  const folder = await Deno.makeTempDir();
  const config = readConfig({ DENO_KV_PATH: `${folder}/bench.db`, SAMPLE_EMPLOYEES: String(employees) });
  const { services, stop } = await startServices(config, {
    find: findOperation,
    worker: new URL("./worker.ts", import.meta.url),
    sealAfterMs: 60_000,
    silenceMs: 60_000,
  });
  const tenant = await services.tenants.byHost("localhost");
  const user = tenant && await services.accounts.find(tenant.id, "admin@sample.example");
  if (!tenant || !user) throw new Error("the sample company is missing");
  return { folder, config, services, stop, tenant, user, asker: { tenant, user } };
}
