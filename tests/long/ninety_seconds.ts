import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { seededFolder, startChaos, stubborn } from "../support/chaos/app.ts";
import { storedJob } from "../support/chaos/job_of.ts";
import { start } from "../support/jobs.ts";
import { until } from "../support/until.ts";

Deno.test("a job of 90 seconds on the real queue, which delivers its message twice, is run once (R5)", async () => {
  await using seeded = await seededFolder();
  await using app = await startChaos({ from: seeded.dir, env: { CHAOS_SECONDS: "90" } });
  const admin = stubborn(app, seeded.cookie);
  const id = await start(admin, { operation: "chaos_seconds" });
  const job = await until("the end", async () => {
    const seen = await admin.job(id);
    return seen.status !== "running" && seen;
  }, 180_000);
  deepStrictEqual([job.status, job.progress], ["completed", { done: 90, total: 90 }]);
  await app.kill("SIGTERM");
  const { run, events } = await storedJob(app.dir, id);
  deepStrictEqual([run.attempt, run.losses], [1, 0]);
  strictEqual(events.claimed, 1);
});
