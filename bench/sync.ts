/**
 * Row 9 of a company whose master nobody has synced yet, and again when nothing has changed: from the sample source,
 * and over the SmartHR API from a loopback server, each beside the bare reading of the same people (no families, no
 * check, nothing stored). `deno run -A bench/sync.ts [people from the sample source] [people over the API]`
 */
import type { JobView } from "../jobs/view.ts";
import { sampleCompany } from "../sources/sample/companies.ts";
import { sampleSource } from "../sources/sample.ts";
import { readConfig } from "../web/config.ts";
import { findOperation } from "../jobs/registry.ts";
import { type Started, startServices } from "../web/start.ts";
import { BENCH_SOURCE, benchOperation, type BenchSource } from "./operations.ts";
import { readBare, startSmarthr } from "./smarthr.ts";
import { peakMemory, row, seconds } from "./tools.ts";

const people = Number(Deno.args[0] ?? 100_000);
const overApi = Number(Deno.args[1] ?? Math.min(people, 10_000));

/** People of the sync that warms the workers up, in the other company. */
const WARMING: BenchSource = { kind: "sample", people: 2_000 };

/** Syncs an empty company twice; the second finds nothing to change. */
async function syncTwice(source: BenchSource): Promise<{ jobs: JobView[]; memory: number }> {
  const folder = await Deno.makeTempDir();
  const config = readConfig({ DENO_KV_PATH: `${folder}/bench.db`, SAMPLE_EMPLOYEES: "0" });
  const started = await startServices(config, {
    find: (kind) => benchOperation(kind) ?? findOperation(kind),
    worker: new URL("./worker.ts", import.meta.url),
    sealAfterMs: 60_000,
    silenceMs: 60_000,
  });
  await sync(started, "other", WARMING);
  const jobs: JobView[] = [];
  const memory = await peakMemory(async () => void jobs.push(await sync(started, "sample", source)));
  jobs.push(await sync(started, "sample", source));
  await started.stop();
  await Deno.remove(folder, { recursive: true });
  return { jobs, memory };
}

async function sync({ services }: Started, company: string, source: BenchSource): Promise<JobView> {
  // Read by the operation in its worker.
  Deno.env.set(BENCH_SOURCE, JSON.stringify(source));
  const tenant = await services.tenants.byId(company);
  const user = tenant && await services.accounts.find(tenant.id, `admin@${company}.example`);
  if (!tenant || !user) throw new Error("the sample company is missing");
  const asker = { tenant, user };
  const order = { operation: "sync_employees", group: null, key: null, fields: [], file: null };
  const { id } = await services.jobs.accept(asker, order);
  const control = new AbortController();
  const view = async () => (await services.jobs.detail(asker, id)).job;
  for await (const _ of services.jobs.events(asker, control.signal)) {
    if ((await view()).status !== "running") break;
  }
  control.abort();
  return await view();
}

const ranSeconds = (job: JobView) => (Date.parse(job.finishedAt!) - Date.parse(job.startedAt!)) / 1000;
const rate = (count: number, took: number) => `${(count / took / 1000).toFixed(1)} krows/s`;

function report(what: string, count: number, { jobs }: { jobs: JobView[] }, bare: number, target: string) {
  for (const [i, job] of jobs.entries()) {
    console.error(`${what}: ${job.message}`);
    if (job.status === "failed") throw new Error(job.message);
    row(
      `row 9, ${count.toLocaleString()} people ${what}, ${i === 0 ? "all new" : "nothing changed"}`,
      rate(count, ranSeconds(job)),
      `reading only: ${rate(count, bare)}`,
      target,
    );
  }
}

async function readSample(): Promise<void> {
  for await (const _ of sampleSource(sampleCompany(people)).employees());
}

console.info("| what | ours | bare, same run | target |\n|---|---|---|---|");
const sample = await syncTwice({ kind: "sample", people });
report("from the sample source", people, sample, await seconds(readSample), "–");
row("memory above idle, row 9", `${Math.round(sample.memory)} MB`, "–", "≤ 120 MB");

await using server = await startSmarthr(overApi);
const api = await syncTwice({ kind: "smarthr", access: server.access });
const bareApi = await seconds(() => readBare(server.access));
report("over the SmartHR API, with a request a newcomer for the family", overApi, api, bareApi, "–");
