import { match, strictEqual } from "node:assert/strict";
import { MAX_LOSSES } from "../../jobs/engine/lease.ts";
import { seededFolder, startChaos, stubborn } from "../support/chaos/app.ts";
import { storedJob } from "../support/chaos/job_of.ts";
import { run, start } from "../support/jobs.ts";

/** Workers that break in every way a worker can (R6). What runs beside them never pays for it. */
const GIVEN_UP = /処理を完了できませんでした。処理の途中でサーバーが3回停止しました。/;

Deno.test("an error outside any promise costs its own job three workers, and the one beside it nothing", async () => {
  await using seeded = await seededFolder();
  await using app = await startChaos({ from: seeded.dir, env: { JOB_CONCURRENCY: "3" } });
  const admin = stubborn(app, seeded.cookie);
  const beside = await start(admin, { operation: "chaos_light_wait" });
  const broken = await Promise.all(
    ["chaos_throw", "chaos_reject"].map((operation) => run(admin, { operation })),
  );
  for (const { status, message } of broken) {
    strictEqual(status, "failed");
    match(message, GIVEN_UP);
  }
  strictEqual((await admin.job(beside)).status, "running");
  strictEqual((await run(admin, { operation: "chaos_heavy_nothing" })).status, "completed");
  await app.kill("SIGTERM");
  for (const { id } of broken) strictEqual((await storedJob(app.dir, id)).run.losses, MAX_LOSSES);
  const { run: kept } = await storedJob(app.dir, beside);
  strictEqual(kept.losses, 0);
});
