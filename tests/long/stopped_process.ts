import { deepStrictEqual, strictEqual } from "node:assert/strict";
import type { App } from "../support/app.ts";
import { seededFolder, startChaos, stubborn } from "../support/chaos/app.ts";
import { finalState } from "../support/chaos/final_state.ts";
import { gateAt } from "../support/chaos/gate.ts";
import { storedJobs } from "../support/chaos/job_of.ts";
import { standStill } from "../support/chaos/write_lock.ts";
import { cleanRun, type Scenario } from "../support/chaos/kill_at.ts";
import { importing } from "../support/chaos/scenarios.ts";
import { run, start, untilJob } from "../support/jobs.ts";

/** An import, and a job after it that the process of the import can only run when that is over for it as well. */
const importingAndMore: Scenario = {
  async play(client, app) {
    await importing.play(client, app);
    strictEqual((await run(client, { operation: "chaos_heavy_nothing" })).status, "completed");
  },
};

/** Takes away what tells other processes that this one lives, as where they share no file system. */
async function hideLock(app: App) {
  const locks = [...Deno.readDirSync(`${app.dir}/owners`)].map(({ name }) => name);
  strictEqual(locks.length, 1);
  await Deno.remove(`${app.dir}/owners/${locks[0]}`);
}

Deno.test("a process that stood still and lost its job by silence writes nothing when it goes on", async () => {
  await using seeded = await seededFolder();
  const expected = await cleanRun(seeded, importingAndMore);

  await using gate = await gateAt("apply:before");
  await using zombie = await startChaos({ from: seeded.dir, env: gate.env(2) });
  const played = importing.play(stubborn(zombie, seeded.cookie), zombie);
  await gate.reached(zombie);
  await standStill(zombie);
  await hideLock(zombie);
  await using other = await startChaos({ dir: zombie.dir, env: { NENCHO_ROLE: "worker" } });
  // It has to hear nothing for 15 s first.
  await other.line(/goes on: its process is gone/);
  const admin = stubborn(other, seeded.cookie);
  const { jobs: [job] } = await admin.jobs();
  for (let status = "running"; status === "running";) status = (await admin.job(job!.id)).status;
  await other.kill("SIGTERM");

  await gate.open();
  zombie.signal("SIGCONT");
  await played;
  // Its only slot is free again, so what it still had to commit was committed in vain.
  const again = await run(stubborn(zombie, seeded.cookie), { operation: "chaos_heavy_nothing" });
  strictEqual(again.status, "completed");
  await zombie.kill("SIGTERM");
  const { run: over, events } = (await storedJobs(zombie.dir)).get(job!.id)!;
  deepStrictEqual([over.attempt, over.losses], [2, 1]);
  deepStrictEqual(events, { accepted: 1, claimed: 2, lost: 1, finished: 1 });
  deepStrictEqual(await finalState(zombie.dir), expected);
});

/**
 * How long a worker may be silent in this test; the process stands still for longer. Well above what stays uncounted
 * of a stop: the pause in which the tick looks anyway, and the second between two signs of life.
 */
const SILENCE_MS = 6_000;

Deno.test("a process that stood still blames none of its workers for having been silent meanwhile", async () => {
  await using seeded = await seededFolder();
  await using app = await startChaos({ from: seeded.dir, env: { CHAOS_SILENCE_MS: String(SILENCE_MS) } });
  const admin = stubborn(app, seeded.cookie);
  const jobs = await Promise.all(
    ["chaos_wait", "chaos_light_wait"].map((operation) => start(admin, { operation })),
  );
  for (const job of jobs) await untilJob(admin, job, ({ startedAt }) => startedAt !== null);
  for (let n = 0; n < 3; n++) {
    await standStill(app);
    await new Promise((resolve) => setTimeout(resolve, SILENCE_MS + 1_000));
    app.signal("SIGCONT");
    strictEqual((await run(admin, { operation: "chaos_nothing" })).status, "completed");
  }
  await app.kill("SIGTERM");
  for (const job of jobs) strictEqual((await storedJobs(app.dir)).get(job)!.run.losses, 0);
  deepStrictEqual(app.logs.filter((line) => line.includes("worker died")), []);
});
