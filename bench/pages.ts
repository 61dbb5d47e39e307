/**
 * Pages over HTTP while row 29 sends everybody's request in the product's own process, beside the same pages idle. The
 * times are those of whoever asks, the way there and back included. Builds the product first.
 * `deno run -A bench/pages.ts [requests]`
 */
import { committerOf } from "../kv/commit.ts";
import { createGroup } from "../kv/group_changes.ts";
import { storesOf } from "../kv/stores.ts";
import { addTestMembers, testMaster } from "../kv/test_year.ts";
import { type App, startApp } from "../tests/support/app.ts";
import { type Client, newSession } from "../tests/support/client.ts";
import { start } from "../tests/support/jobs.ts";
import { build, BUILT } from "./built.ts";
import { latency, row } from "./tools.ts";

const requests = Number(Deno.args[0] ?? 100_000);
const YEAR = { id: "sample", year: 2026 };
const GROUP = {
  v: 1 as const,
  id: "01BENCH0",
  name: "計測",
  createdAt: 0,
  closesOn: null,
  closedMessage: null,
};
const IDLE_ROUNDS = 100;
/** Between two pages, ms: somebody who looks, not a load test. */
const PAUSE_MS = 50;
const PAGES = [
  ["依頼一覧", `/groups/${GROUP.id}/requests`],
  ["list of jobs", "/background-jobs"],
] as const;

await build();
await using app = await startApp({ command: BUILT, env: { SAMPLE_EMPLOYEES: "60" } });
await seed(app);
const client = await newSession(app, "admin");
console.info("| what | ours | idle | target |\n|---|---|---|---|");
const idle = await look(client, (round) => Promise.resolve(round < IDLE_ROUNDS));
const job = await start(client, { operation: "send_requests", group: GROUP.id, fields: [["all", "1"]] });
const during = await look(client, async () => (await client.job(job)).status === "running");
const { progress, message } = await client.job(job);
if (progress.done !== requests) throw new Error(message);
PAGES.forEach(([what], i) => {
  const said = `${what} over HTTP while row 29 sends ${requests.toLocaleString()} requests, p50 / p99`;
  row(said, latency(during[i]!), latency(idle[i]!), "p99 ≤ 50 ms");
});

async function seed({ dir }: App): Promise<void> {
  using kv = await Deno.openKv(`${dir}/nencho.db`);
  const means = { kv, committer: committerOf(kv), stores: storesOf(kv, YEAR) };
  await createGroup(kv, means.committer, YEAR, GROUP);
  const masters = Array.from({ length: requests }, (_, i) => testMaster(`B${String(i).padStart(7, "0")}`));
  await addTestMembers(means, GROUP.id, masters);
}

/** Looks at the pages in turns for as long as `more` says; ms of each. */
async function look(client: Client, more: (round: number) => Promise<boolean>): Promise<number[][]> {
  const times: number[][] = PAGES.map(() => []);
  for (let round = 0; await more(round); round++) {
    for (const [i, [, path]] of PAGES.entries()) {
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
