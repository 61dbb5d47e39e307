import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { seededFolder, startChaos, stubborn } from "../support/chaos/app.ts";
import { finalState } from "../support/chaos/final_state.ts";
import { gateAt } from "../support/chaos/gate.ts";
import { storedJob } from "../support/chaos/job_of.ts";
import { standStill } from "../support/chaos/write_lock.ts";
import { cleanRun } from "../support/chaos/kill_at.ts";
import { importing, sealing } from "../support/chaos/scenarios.ts";
import { start, untilJob } from "../support/jobs.ts";

const STOP_MS = 30_000;

/** Half a minute that has to pass, since other processes count it. */
const halfAMinute = () => new Promise((resolve) => setTimeout(resolve, STOP_MS));

for (const [what, scenario] of Object.entries({ "an import": importing, "a file in parts": sealing })) {
  Deno.test(`SIGSTOP for 30 s in ${what}: where the lock is seen nobody takes the job, and it goes on`, async () => {
    await using seeded = await seededFolder();
    const expected = await cleanRun(seeded, scenario);
    await using gate = await gateAt(scenario === importing ? "apply:before" : "seal:before");
    await using app = await startChaos({ from: seeded.dir, env: gate.env(2) });
    const played = scenario.play(stubborn(app, seeded.cookie), app);
    await gate.reached(app);
    await standStill(app);
    await gate.open();
    await using other = await startChaos({ dir: app.dir, env: { NENCHO_ROLE: "worker" } });
    await halfAMinute();
    deepStrictEqual(other.logs.filter((line) => line.includes("goes on")), []);
    app.signal("SIGCONT");
    await played;
    for (const process of [other, app]) strictEqual((await process.kill("SIGTERM")).code, 0);
    deepStrictEqual(await finalState(app.dir), expected);
  });
}

Deno.test("a worker that never looks up is ended within the 25 s of R8, and its job costs no attempt", async () => {
  await using seeded = await seededFolder();
  await using app = await startChaos({ from: seeded.dir });
  const admin = stubborn(app, seeded.cookie);
  const job = await start(admin, { operation: "chaos_spin" });
  await untilJob(admin, job, ({ startedAt }) => startedAt !== null);
  const sentAt = performance.now();
  strictEqual((await app.kill("SIGTERM")).code, 0);
  const took = performance.now() - sentAt;
  ok(took < 25_000, `left after ${took} ms`);
  const { run, open } = await storedJob(app.dir, job);
  deepStrictEqual([run.attempt, run.losses, run.owner, open], [0, 0, null, true]);
});
