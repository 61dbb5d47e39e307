import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { seededFolder, startChaos, stubborn } from "../support/chaos/app.ts";
import { openDatabase } from "../support/chaos/database.ts";
import { gateAt } from "../support/chaos/gate.ts";
import { start, untilJob } from "../support/jobs.ts";
import { until } from "../support/until.ts";

async function chunksOf(dir: string): Promise<Set<string>> {
  using db = await openDatabase(dir);
  return await db.chunks();
}

Deno.test("中断 of a job whose worker is held up while it writes a file leaves no chunk of it", async () => {
  const env = { CHAOS_SEAL_AFTER_MS: "60000" };
  await using seeded = await seededFolder(env);
  // Pictures of the sample company.
  const before = await chunksOf(seeded.dir);
  await using gate = await gateAt("chunks");
  await using app = await startChaos({ from: seeded.dir, env: { ...env, ...gate.env(3) } });
  const admin = stubborn(app, seeded.cookie);
  const job = await start(admin, { operation: "chaos_endless" });
  await gate.reached(app);
  const answer = await admin.fetch(`/background-jobs/${job}/cancellation`, { method: "POST" });
  strictEqual(answer.status, 202);
  const { status, attachments } = await admin.job(job);
  deepStrictEqual([status, attachments], ["cancelled", []]);
  await until("the clean-up", async () => (await chunksOf(app.dir)).size === before.size);
  await gate.open();
  // The next job of the lane runs, so the worker has let go.
  await untilJob(admin, await start(admin, { operation: "chaos_heavy_nothing" }));
  await app.kill("SIGTERM");
  deepStrictEqual(await chunksOf(app.dir), before);
});
