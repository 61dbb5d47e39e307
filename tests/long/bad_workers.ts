import { match, strictEqual } from "node:assert/strict";
import { MAX_LOSSES } from "../../jobs/engine/lease.ts";
import { restartChaos, seededFolder, startChaos, stubborn } from "../support/chaos/app.ts";
import { storedJob } from "../support/chaos/job_of.ts";
import { run, start, untilJob } from "../support/jobs.ts";

/** Workers that fall silent or take the process with them (R6). What runs beside them is never given up for it. */
const GIVEN_UP = /処理を完了できませんでした。処理の途中でサーバーが3回停止しました。/;

Deno.test("a worker that exits and one that never comes back are noticed by their silence", async () => {
  await using seeded = await seededFolder();
  const env = { JOB_CONCURRENCY: "3", CHAOS_SILENCE_MS: "4000" };
  await using app = await startChaos({ from: seeded.dir, env });
  const admin = stubborn(app, seeded.cookie);
  const beside = await start(admin, { operation: "chaos_light_wait" });
  const broken = await Promise.all(
    ["chaos_exit", "chaos_spin"].map((operation) => run(admin, { operation })),
  );
  for (const { status, message } of broken) {
    strictEqual(status, "failed");
    match(message, GIVEN_UP);
  }
  strictEqual((await run(admin, { operation: "chaos_heavy_nothing" })).status, "completed");
  await app.kill("SIGTERM");
  strictEqual((await storedJob(app.dir, beside)).run.losses, 0);
});

Deno.test("a job that exhausts its heap takes the process with it, is given up, and the others live", async () => {
  await using seeded = await seededFolder();
  const env = { JOB_CONCURRENCY: "3", CHAOS_SECONDS: "12" };
  // The heap of every isolate, so that the machine does not suffer.
  const flags = ["--v8-flags=--max-old-space-size=96"];
  await using app = await startChaos({ from: seeded.dir, env, flags });
  const admin = stubborn(app, seeded.cookie);
  const beside = await start(admin, { operation: "chaos_seconds" });
  await untilJob(admin, beside, ({ startedAt }) => startedAt !== null);
  const greedy = await start(admin, { operation: "chaos_heap" });
  const supervised = (async () => {
    for (let deaths = 0; deaths < MAX_LOSSES; deaths++) {
      const { success } = await app.exited();
      strictEqual(success, false);
      // It may die again before it listens.
      await restartChaos(app, env).catch(() => {});
    }
  })();
  const [{ status, message }] = await Promise.all([untilJob(admin, greedy), supervised]);
  strictEqual(status, "failed");
  match(message, GIVEN_UP);
  strictEqual((await untilJob(admin, beside)).status, "completed");
  strictEqual((await run(admin, { operation: "chaos_nothing" })).status, "completed");
  await app.kill("SIGTERM");
  strictEqual((await storedJob(app.dir, beside)).run.losses, 1, "blamed for the first death only");
});
