import { jobKeys } from "../../kv/keys.ts";
import { parse, read } from "../../kv/read.ts";
import { type RowError, rowErrorSchema, runSchema } from "./records.ts";

/** Lists that belong to a job or a tenant, for the code that knows operations but not KV. */

/** How many jobs of the tenant are open; counted up to `limit`. */
export async function countOpen(kv: Deno.Kv, tenant: string, limit: number): Promise<number> {
  const prefix = jobKeys.indexed(tenant, "status", "running");
  let open = 0;
  for await (const _ of kv.list({ prefix }, { limit, batchSize: 500 })) open++;
  return open;
}

/** Ids of the jobs that repeat `job`, newest first, `limit` at most. */
export async function rerunIds(kv: Deno.Kv, tenant: string, job: string, limit: number): Promise<string[]> {
  const list = kv.list({ prefix: jobKeys.reruns(tenant, job) }, { limit, reverse: true });
  return await Array.fromAsync(list, ({ key }) => String(key.at(-1)));
}

/** The refused rows of a job in order of their lines; all of them, or the first `limit`. */
export async function* rowErrors(
  kv: Deno.Kv,
  tenant: string,
  job: string,
  limit?: number,
): AsyncGenerator<RowError, void, undefined> {
  const options = { batchSize: 500, ...(limit === undefined ? {} : { limit }) };
  for await (const { key, value } of kv.list({ prefix: jobKeys.rowErrors(tenant, job) }, options)) {
    yield parse([...key], value, rowErrorSchema);
  }
}

/** How often the job waited for something outside. */
export async function waitsOf(kv: Deno.Kv, tenant: string, job: string): Promise<number> {
  return (await read(kv, jobKeys.run(tenant, job), runSchema)).value?.waits ?? 0;
}
