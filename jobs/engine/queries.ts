import { decodeTime, encodeTime } from "ulid";
import { jobKeys } from "../../kv/keys.ts";
import { parse, readMany } from "../../kv/read.ts";
import type { JobStatus, JobView } from "../view.ts";
import type { IndexField } from "./indexes.ts";
import { type JobRecord, jobSchema } from "./records.ts";
import { viewsOf } from "./views.ts";

/** Jobs a page, and records looked at for one page (design §4.4 "List"). */
export const PAGE_SIZE = 50;
export const SCAN_LIMIT = 2_000;

/** Read at a time while scanning. */
const SLICE = 100;

/** What the list is narrowed by; `from` and `until` in ms, `until` not included. */
export interface JobFilter {
  status?: JobStatus;
  kind?: string;
  /** User id of the 実行者. */
  actor?: string;
  group?: string;
  from?: number;
  until?: number;
  text?: string;
  /** Id of the last job of the page before. */
  after?: string;
}

export interface JobSlice {
  jobs: JobView[];
  next: string | null;
  /** The page is short because the scan limit was met. */
  scanLimited: boolean;
}

/** A page of a tenant's jobs, newest first, by index and cursor. */
export async function listJobs(kv: Deno.Kv, tenant: string, filter: JobFilter): Promise<JobSlice> {
  const found: JobRecord[] = [];
  let scanned = 0;
  let last: string | null = null;
  const full = () => found.length > PAGE_SIZE || scanned >= SCAN_LIMIT;
  for await (const slice of scan(kv, tenant, filter)) {
    for (const job of slice) {
      if (full()) break;
      scanned++;
      last = job.id;
      if (matches(job, filter)) found.push(job);
    }
    if (full()) break;
  }
  const more = found.length > PAGE_SIZE;
  const shown = found.slice(0, PAGE_SIZE);
  const scanLimited = !more && scanned >= SCAN_LIMIT;
  const next = more ? shown.at(-1)?.id ?? null : scanLimited ? last : null;
  return { jobs: await viewsOf(kv, tenant, shown), next, scanLimited };
}

/** Walks the narrowest index (or all jobs) backwards in slices. */
async function* scan(kv: Deno.Kv, tenant: string, filter: JobFilter): AsyncIterable<JobRecord[]> {
  const narrow = narrowest(filter);
  const prefix = narrow ? jobKeys.indexed(tenant, ...narrow) : jobKeys.jobs(tenant);
  const options = { reverse: true, batchSize: SLICE };
  const [low, high] = [lowest(filter), highest(filter)];
  // Days given the wrong way round hold nothing; KV would throw.
  if (low >= high) return;
  let slice: Deno.KvEntry<unknown>[] = [];
  for await (const entry of kv.list({ start: [...prefix, low], end: [...prefix, high] }, options)) {
    slice.push(entry);
    if (slice.length < SLICE) continue;
    yield await recordsOf(kv, tenant, slice, narrow !== null);
    slice = [];
  }
  if (slice.length > 0) yield await recordsOf(kv, tenant, slice, narrow !== null);
}

/** Which index holds fewest: one person's jobs, a group's, a kind's, a status's; running jobs are fewest of all. */
function narrowest(filter: JobFilter): [IndexField, string] | null {
  if (filter.status === "running") return ["status", filter.status];
  if (filter.actor) return ["actor", filter.actor];
  if (filter.group) return ["group", filter.group];
  if (filter.kind) return ["kind", filter.kind];
  return filter.status ? ["status", filter.status] : null;
}

/** Ids are ULIDs, so a moment is a bound of the key. */
function lowest({ from }: JobFilter): string {
  return from === undefined ? "" : encodeTime(Math.max(0, from), 10);
}

function highest({ until, after }: JobFilter): string {
  const byDate = until === undefined ? "~" : encodeTime(Math.max(0, until), 10);
  return after !== undefined && after < byDate ? after : byDate;
}

async function recordsOf(kv: Deno.Kv, tenant: string, entries: Deno.KvEntry<unknown>[], indexed: boolean) {
  if (!indexed) return entries.map(({ key, value }) => parse([...key], value, jobSchema));
  const ids = entries.map(({ key }) => String(key.at(-1)));
  const stored = await readMany(kv, ids.map((id) => jobKeys.job(tenant, id)), jobSchema);
  return stored.map(({ value }) => value).filter((job) => job !== null);
}

function matches(job: JobRecord, filter: JobFilter): boolean {
  return (!filter.status || job.status === filter.status) &&
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
