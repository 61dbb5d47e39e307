import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { auditLog } from "../../../../jobs/engine/test_tools.ts";
import { untilJob } from "../../jobs.ts";
import { until } from "../../until.ts";
import type { World } from "../world.ts";
import { recordOf, started, TENANT, untilEnded, untilRunning } from "./waiting.ts";

const BEAT_MS = 5_000;
/** As long as a living process is silent in the eyes of others. */
const STRIDE_MS = 12_000;

/** R5: two processes, and a job that runs on while more than a minute passes. */
export async function aLongJobIsRunByOne(world: World) {
  const first = await world.start();
  const job = await started(first, "chaos_wait");
  await untilRunning(world, first, job);
  const second = await world.start();
  for (let passed = 0; passed < 70_000; passed += STRIDE_MS) {
    world.pass(STRIDE_MS);
    await world.beaten();
  }
  const { run } = await recordOf(world, job);
  deepStrictEqual({ losses: run?.losses, ended: run?.ended }, { losses: 0, ended: false });
  const events = (await auditLog(world.kv, TENANT)).filter((entry) => entry.job === job);
  // Where work is cut into slices each begins with a claim, after the one before was handed back.
  const claims = events.filter(({ event }) => event === "claimed").length;
  const back = events.filter(({ event }) => event === "handed_back").length;
  ok(claims - back === 1 || claims === back, `${claims} claims, ${back} handed back`);
  if (world.driver.kind !== "edge") strictEqual(claims, 1);
  await second.client.fetch(`/background-jobs/${job}/cancellation`, { method: "POST" });
  strictEqual((await untilJob(first.client, job)).status, "cancelled");
}

/** R7: a job that writes without end is stopped by a person. */
export async function aStoppedJobLeavesNoFile(world: World) {
  const site = await world.start();
  // Pictures of the sample company.
  const others = await chunksOf(world);
  const job = await started(site, "chaos_endless");
  await until("half a file", async () => (await chunksOf(world)) > others);
  const before = performance.now();
  const answer = await site.client.fetch(`/background-jobs/${job}/cancellation`, { method: "POST" });
  strictEqual(answer.status, 202, await answer.text());
  strictEqual((await site.client.job(job)).status, "cancelled");
  // The next one has the slot: who wrote has stopped.
  await untilEnded(site, await started(site, "chaos_heavy_nothing"));
  ok(performance.now() - before < BEAT_MS, "the job went on for more than a heartbeat");
  await until("no piece of the file", async () => (await chunksOf(world)) === others);
  deepStrictEqual((await site.client.job(job)).attachments, []);
}

async function chunksOf({ blobKv }: World): Promise<number> {
  return (await Array.fromAsync(blobKv.list({ prefix: ["t", TENANT, "chunk"] }, { batchSize: 8 }))).length;
}

/** R8: what runs is handed back at SIGTERM, at no cost, and the next process goes on with it. */
export async function whatRunsIsHandedBack(world: World) {
  const first = await world.start();
  const job = await started(first, "chaos_wait");
  await untilRunning(world, first, job);
  await first.leave();
  const { run, open } = await recordOf(world, job);
  deepStrictEqual(
    { owner: run?.owner, attempt: run?.attempt, losses: run?.losses, notBefore: open?.notBefore },
    { owner: null, attempt: 0, losses: 0, notBefore: 0 },
  );
  const second = await world.start();
  await untilRunning(world, second, job);
}

/** A database that nobody reaches for a while: pages say so, and what runs goes on, at no cost. */
export async function anAbsentDatabaseCostsNothing(world: World) {
  const patienceMs = 500;
  const site = await world.start({ patienceMs });
  const job = await started(site, "chaos_parts");
  await untilRunning(world, site, job);
  site.cut();
  // Until the job's commit, and the question what became of it, were waited for in vain.
  const gone = performance.now() + 4 * patienceMs;
  await until("a page that says so", async () => {
    const { status } = await site.client.fetch("/groups");
    return status === 503 && performance.now() > gone;
  });
  site.mend();
  await until("an answer", async () => (await site.client.fetch("/groups")).status === 200);
  await until("the job to go on", async () => {
    await site.client.job(job);
    const { run } = await recordOf(world, job);
    return run?.ended || run?.owner !== null;
  });
  await site.client.fetch(`/background-jobs/${job}/cancellation`, { method: "POST" });
  const { status } = await untilJob(site.client, job);
  // It may have been faster.
  ok(status === "cancelled" || status === "completed", status);
  strictEqual((await recordOf(world, job)).run?.losses, 0);
}

/** Where the database is behind a network there may be no file system: a job comes and goes, and no file with it. */
export async function noFileIsWritten(world: World) {
  const files = async () => (await Array.fromAsync(Deno.readDir(world.dir), ({ name }) => name)).sort();
  const before = await files();
  const site = await world.start();
  await untilEnded(site, await started(site, "chaos_parts"));
  await site.leave();
  deepStrictEqual(await files(), before);
}
