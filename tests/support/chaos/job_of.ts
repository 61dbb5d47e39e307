import {
  auditSchema,
  jobSchema,
  openSchema,
  type RunRecord,
  runSchema,
} from "../../../jobs/engine/records.ts";
import { openDatabase } from "./database.ts";

/** What the store holds of one job, and how often each event of its life was noted. */
export interface StoredJob {
  status: string;
  run: RunRecord;
  open: boolean;
  events: Record<string, number>;
}

/** Looks at all jobs of an app that has ended, by id. */
export async function storedJobs(dir: string): Promise<Map<string, StoredJob>> {
  using db = await openDatabase(dir);
  const jobs = new Map<string, StoredJob>();
  const entries = await db.entries();
  const find = (id: string, kind: string) =>
    entries.find(({ key }) => key[2] === kind && key[3] === id)?.value;
  const openIds = new Set(
    entries.filter(({ key, value }) => key[1] === "open" && openSchema.parse(value)).map(({ key }) => key[2]),
  );
  for (const { key, value } of entries) {
    if (key[2] !== "job" || key.length !== 4) continue;
    const { id, status } = jobSchema.parse(value);
    const run = runSchema.parse(find(id, "run"));
    jobs.set(id, { status, run, open: openIds.has(id), events: {} });
  }
  for (const { key, value } of entries) {
    if (key[2] !== "audit") continue;
    const { job, event } = auditSchema.parse(value);
    const events = jobs.get(job ?? "")?.events;
    if (events) events[event] = (events[event] ?? 0) + 1;
  }
  return jobs;
}

/** What the store holds of one job of an app that has ended. */
export async function storedJob(dir: string, id: string): Promise<StoredJob> {
  const job = (await storedJobs(dir)).get(id);
  if (!job) throw new Error(`no job ${id}`);
  return job;
}
