import { strictEqual } from "node:assert/strict";
import type { JobDetailView } from "../../jobs/view.ts";
import type { Client } from "./client.ts";
import { until } from "./until.ts";

/** What `POST /background-jobs` carries. */
export interface Start {
  operation: string;
  group?: string;
  key?: string;
  file?: { name: string; bytes: BlobPart };
  /** Further fields, before the file. */
  fields?: [string, string][];
}

/** Sends the form as it is and returns whatever answer comes. */
export function post(client: Client, { operation, group, key, file, fields = [] }: Start): Promise<Response> {
  const form = new FormData();
  form.append("operation", operation);
  if (group !== undefined) form.append("group", group);
  if (key !== undefined) form.append("key", key);
  for (const [name, value] of fields) form.append(name, value);
  if (file) form.append("file", new File([file.bytes], file.name, { type: "text/csv" }));
  return client.fetch("/background-jobs", { method: "POST", body: form });
}

/** Starts an operation that must be accepted; its job's id. */
export async function start(client: Client, what: Start): Promise<string> {
  const answer = await post(client, what);
  const text = await answer.text();
  strictEqual(answer.status, 202, text);
  return JSON.parse(text).id;
}

/** Waits until the job has ended, or until `done` says so. */
export function untilJob(
  client: Client,
  id: string,
  done: (job: JobDetailView) => boolean = (job) => job.status !== "running",
): Promise<JobDetailView> {
  return until(`job ${id}`, async () => {
    const job = await client.job(id);
    return done(job) && job;
  });
}

/** Starts an operation and waits for its end. */
export async function run(client: Client, what: Start): Promise<JobDetailView> {
  return await untilJob(client, await start(client, what));
}

/** Claims attachment `n` of a job, without fetching it. */
export function claim(client: Client, job: string, n = 1): Promise<Response> {
  return client.fetch(`/background-jobs/${job}/attachments/${n}/claim`, { method: "POST" });
}

/** Claims attachment `n` and reads it to its end. */
export async function download(client: Client, job: string, n = 1): Promise<Uint8Array<ArrayBuffer>> {
  const claimed = await claim(client, job, n);
  strictEqual(claimed.status, 303, await claimed.text());
  const answer = await client.fetch(claimed.headers.get("location")!);
  strictEqual(answer.status, 200);
  return await answer.bytes();
}
