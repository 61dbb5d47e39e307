/**
 * The list of jobs over HTTP with many jobs stored, idle and while two exports run in the product's own process: its
 * first page, pages in the middle by their cursors, and a filter. The times are those of whoever asks, the way there
 * and back included. Builds the product first.
 * `deno run -A bench/stored_jobs.ts [jobs] [employees]`
 */
import { ulid } from "ulid";
import { indexSets } from "../jobs/engine/indexes.ts";
import type { JobRecord } from "../jobs/engine/records.ts";
import type { JobListView } from "../jobs/view.ts";
import { committerOf, set } from "../kv/commit.ts";
import { jobKeys } from "../kv/keys.ts";
import { type App, startApp } from "../tests/support/app.ts";
import { type Client, newSession } from "../tests/support/client.ts";
import { start } from "../tests/support/jobs.ts";
import { build, BUILT } from "./built.ts";
import { latency, row } from "./tools.ts";

const jobs = Number(Deno.args[0] ?? 100_000);
const employees = Number(Deno.args[1] ?? 20_000);
const TENANT = "sample";
const EXPORT = "download_request_statuses";
const ROUNDS = 60;
/** Between two pages, ms: somebody who looks, not a load test. */
const PAUSE_MS = 20;
/** Jobs of a commit; each takes four keys. */
const AT_ONCE = 200;

await build();
await using app = await startApp({
  command: BUILT,
  env: { SAMPLE_EMPLOYEES: String(employees), JOB_CONCURRENCY: "3" },
});
const client = await newSession(app, "admin");
await store(app, client);
const paths = await pathsOf(client);
console.info("| what | ours | idle | target |\n|---|---|---|---|");
await look(client, paths, 3);
const idle = await look(client, paths, ROUNDS);
const exports = await keptRunning(client);
const during = await look(client, paths, ROUNDS);
await exports.over();
paths.forEach(([what], i) => {
  const said = `${what}, ${jobs.toLocaleString()} jobs stored, over HTTP while two exports run, p50 / p99`;
  row(said, latency(during[i]!), latency(idle[i]!), "p99 ≤ 50 ms");
});

/** Ended jobs of the last months, as the engine leaves them, of the person who looks. */
async function store({ dir }: App, client: Client): Promise<void> {
  const { id } = await ended(client);
  using kv = await Deno.openKv(`${dir}/nencho.db`);
  const committer = committerOf(kv);
  const { value } = await kv.get<JobRecord>(jobKeys.job(TENANT, id));
  if (!value) throw new Error(`job ${id} is not stored`);
  for (let i = 0; i < jobs; i += AT_ONCE) {
    const mutations = Array.from({ length: Math.min(AT_ONCE, jobs - i) }, (_, n) => {
      const acceptedAt = value.acceptedAt - 60_000 * (i + n + 1);
      const job = {
        ...value,
        id: ulid(acceptedAt),
        acceptedAt,
        startedAt: acceptedAt,
        finishedAt: acceptedAt,
      };
      return [set(jobKeys.job(TENANT, job.id), job), ...indexSets(TENANT, job)];
    });
    await committer.commit({ checks: [], mutations: mutations.flat() });
  }
}

/** A job that is over. */
async function ended(client: Client) {
  const id = await start(client, { operation: EXPORT });
  for (;;) {
    const job = await client.job(id);
    if (job.status !== "running") return job;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** What is looked at, with its address. */
async function pathsOf(client: Client): Promise<[string, string][]> {
  const list = "/background-jobs";
  let middle = "";
  // Far from the first page; a cursor costs the same wherever it points.
  for (let page = 0; page < 40; page++) {
    const { next } = await client.json<JobListView>(`${list}?${new URLSearchParams({ cursor: middle })}`);
    if (next === null) break;
    middle = next;
  }
  return [
    ["list of jobs", list],
    ["its 41st page", `${list}?${new URLSearchParams({ cursor: middle })}`],
    ["those 完了", `${list}?status=completed`],
  ];
}

/** Two exports at a time, until it is told that it is over. */
async function keptRunning(client: Client) {
  let open = true;
  const one = async () => {
    while (open) await ended(client);
  };
  const both = [one(), one()];
  await new Promise((resolve) => setTimeout(resolve, 500));
  return {
    async over() {
      open = false;
      await Promise.all(both);
    },
  };
}

/** Looks at each of `paths` in turn, so many times; ms of each. */
async function look(client: Client, paths: readonly [string, string][], rounds: number): Promise<number[][]> {
  const times: number[][] = paths.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [i, [, path]] of paths.entries()) {
      const from = performance.now();
      const answer = await client.fetch(path, { headers: { accept: "text/html" } });
      await answer.text();
      times[i]!.push(performance.now() - from);
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
  return times;
}
