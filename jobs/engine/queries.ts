import { decodeTime } from "ulid";
import { jobKeys } from "../../kv/keys.ts";
import { parse, readMany } from "../../kv/read.ts";
import type { JobStatus, JobView } from "../view.ts";
import type { IndexField } from "./indexes.ts";
import { type Bounds, slicesBackwards, takePage } from "./paging.ts";
import { type JobRecord, jobSchema } from "./records.ts";
import { viewsOf } from "./views.ts";

/** What the list is narrowed by. */
export interface JobFilter extends Bounds {
  status?: JobStatus;
  kind?: string;
  /** User id of the 実行者. */
  actor?: string;
  group?: string;
  text?: string;
}

export interface JobSlice {
  jobs: JobView[];
  next: string | null;
  /** The page is short because the scan limit was met. */
  scanLimited: boolean;
}

/** A page of a tenant's jobs, newest first, by index and cursor. */
export async function listJobs(kv: Deno.Kv, tenant: string, filter: JobFilter): Promise<JobSlice> {
  const page = await takePage(scan(kv, tenant, filter), (job) => matches(job, filter));
  const { found, next, scanLimited } = page;
  return { jobs: await viewsOf(kv, tenant, found), next, scanLimited };
}

/** Of all that run the newest so many are looked at for one person's: every page asks. */
const RUNNING_LOOKED_AT = 50;

/** Ids of a person's jobs that run, newest first; few are looked at. */
export async function runningOf(kv: Deno.Kv, tenant: string, actor: string): Promise<string[]> {
  const prefix = jobKeys.indexed(tenant, "status", "running");
  const entries = kv.list({ prefix }, { limit: RUNNING_LOOKED_AT, reverse: true });
  const ids = await Array.fromAsync(entries, ({ key }) => String(key.at(-1)));
  const jobs = await readMany(kv, ids.map((id) => jobKeys.job(tenant, id)), jobSchema);
  return jobs.flatMap(({ value: job }) => job?.actor.id === actor ? [job.id] : []);
}

/** Walks the narrowest index (or all jobs) backwards in slices. */
async function* scan(kv: Deno.Kv, tenant: string, filter: JobFilter): AsyncIterable<JobRecord[]> {
  const narrow = narrowest(filter);
  const prefix = narrow ? jobKeys.indexed(tenant, ...narrow) : jobKeys.jobs(tenant);
  for await (const slice of slicesBackwards(kv, prefix, filter)) {
    yield await recordsOf(kv, tenant, slice, narrow !== null);
  }
}

/** Which index holds fewest: one person's jobs, a group's, a kind's, a status's; running jobs are fewest of all. */
function narrowest(filter: JobFilter): [IndexField, string] | null {
  if (filter.status === "running") return ["status", filter.status];
  if (filter.actor) return ["actor", filter.actor];
  if (filter.group) return ["group", filter.group];
  if (filter.kind) return ["kind", filter.kind];
  return filter.status ? ["status", filter.status] : null;
}

async function recordsOf(kv: Deno.Kv, tenant: string, entries: Deno.KvEntry<unknown>[], indexed: boolean) {
  if (!indexed) return entries.map(({ key, value }) => parse([...key], value, jobSchema));
  const ids = entries.map(({ key }) => String(key.at(-1)));
  const stored = await readMany(kv, ids.map((id) => jobKeys.job(tenant, id)), jobSchema);
  return stored.map(({ value }) => value).filter((job) => job !== null);
}

function matches(job: JobRecord, filter: JobFilter): boolean {
  return !job.system && (!filter.status || job.status === filter.status) &&
    (!filter.kind || job.kind === filter.kind) &&
    (!filter.actor || job.actor.id === filter.actor) &&
    (!filter.group || job.group?.id === filter.group) &&
    (!filter.text || job.title.includes(filter.text));
}

/** True for the text of an id that this product gives out. */
export function isJobId(text: string): boolean {
  if (!/^[0-9A-HJKMNP-TV-Z]{26}$/.test(text)) return false;
  try {
    return decodeTime(text) >= 0;
  } catch {
    return false;
  }
}
