import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import type { App } from "../support/app.ts";
import { type Client, stranger } from "../support/client.ts";
import { restartChaos, type Seeded, seededFolder, startChaos, stubborn } from "../support/chaos/app.ts";
import { finalState } from "../support/chaos/final_state.ts";
import { gateAt } from "../support/chaos/gate.ts";
import { storedJob } from "../support/chaos/job_of.ts";
import { cleanRun } from "../support/chaos/kill_at.ts";
import { importing, sealing } from "../support/chaos/scenarios.ts";
import { run, start, untilJob } from "../support/jobs.ts";

/** Leaving in order (R8): nothing is lost, no attempt is spent. */
const LEAVE_WITHIN_MS = 25_000;

let seeded: Seeded;
Deno.test.beforeAll(async () => {
  seeded = await seededFolder();
});
Deno.test.afterAll(async () => {
  await seeded[Symbol.asyncDispose]();
});

async function inTheMiddle(client: Client, operation: string): Promise<string> {
  const job = await start(client, { operation });
  await untilJob(client, job, ({ startedAt }) => startedAt !== null);
  return job;
}

/** Sends a signal; how long the process took to go, and how. */
async function leave(app: App, signal: Deno.Signal) {
  const sentAt = performance.now();
  const status = await app.kill(signal);
  return { status, took: performance.now() - sentAt };
}

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  Deno.test(`${signal} hands back what runs at no cost, and the next process goes on`, async () => {
    await using app = await startChaos({ from: seeded.dir, env: { CHAOS_SECONDS: "3" } });
    const admin = stubborn(app, seeded.cookie);
    const job = await inTheMiddle(admin, "chaos_seconds");
    const { status, took } = await leave(app, signal);
    strictEqual(status.code, 0);
    ok(took < LEAVE_WITHIN_MS / 5, `left after ${took} ms`);
    const left = await storedJob(app.dir, job);
    deepStrictEqual([left.run.attempt, left.run.losses, left.run.owner, left.open], [0, 0, null, true]);
    deepStrictEqual([...Deno.readDirSync(`${app.dir}/owners`)], [], "its lock file");

    await restartChaos(app, { CHAOS_SECONDS: "3" });
    strictEqual((await untilJob(admin, job)).status, "completed");
    await app.kill("SIGTERM");
    const { run: over, events } = await storedJob(app.dir, job);
    deepStrictEqual([over.attempt, over.losses], [1, 0]);
    deepStrictEqual(events, { accepted: 1, claimed: 2, handed_back: 1, finished: 1 });
  });
}

// A worker stands at this point when the signal comes, and goes on from it.
for (const [point, scenario, times] of [["apply:after", importing, 1], ["seal:after", sealing, 3]] as const) {
  Deno.test(`what several processes handed on after ${point} is what one would have made`, async () => {
    const expected = await cleanRun(seeded, scenario);
    await using gate = await gateAt(point);
    await using app = await startChaos({ from: seeded.dir, env: gate.env(1) });
    const played = scenario.play(stubborn(app, seeded.cookie), app);
    for (let handed = 0; handed < times; handed++) {
      await gate.reached(app);
      const stream = await stranger(app, "localhost", seeded.cookie).fetch("/background-jobs/events");
      app.signal("SIGTERM");
      await app.line(/^leaving/);
      // Who watches is let go before what runs has stopped: the stream ends in order.
      match(await stream.text(), /^: open\n/);
      await gate.open();
      strictEqual((await app.exited()).code, 0);
      await gate.close();
      await restartChaos(app, gate.env(1));
    }
    await gate.reached(app);
    await gate.open();
    await played;
    await app.kill("SIGTERM");
    deepStrictEqual(await finalState(app.dir), expected);
  });
}

for (const point of ["release:before", "release:after"]) {
  Deno.test(`a process killed at ${point} while it leaves costs one attempt at most`, async () => {
    const env = { CHAOS_SECONDS: "1" };
    await using app = await startChaos({ from: seeded.dir, env: { ...env, NENCHO_FAILPOINT: point } });
    const admin = stubborn(app, seeded.cookie);
    const job = await inTheMiddle(admin, "chaos_wait");
    app.signal("SIGTERM");
    await app.line(new RegExp(`^failpoint ${point}$`));
    await app.kill("SIGKILL");
    await restartChaos(app, env);
    const id = await admin.fetch(`/background-jobs/${job}/cancellation`, { method: "POST" });
    strictEqual(id.status, 202);
    await app.kill("SIGTERM");
    const { run: over, status } = await storedJob(app.dir, job);
    strictEqual(status, "cancelled");
    strictEqual(over.losses, point === "release:before" ? 1 : 0);
  });
}

Deno.test("a second signal ends the process at once, and nothing is lost", async () => {
  await using app = await startChaos({ from: seeded.dir });
  const admin = stubborn(app, seeded.cookie);
  // It never looks at its signal: the first SIGTERM waits for it.
  const job = await inTheMiddle(admin, "chaos_spin");
  app.signal("SIGTERM");
  await app.line(/^leaving/);
  const { status, took } = await leave(app, "SIGTERM");
  strictEqual(status.signal, "SIGTERM");
  ok(took < 1_000, `left after ${took} ms`);
  await restartChaos(app);
  strictEqual((await admin.job(job)).status, "running");
  const answer = await admin.fetch(`/background-jobs/${job}/cancellation`, { method: "POST" });
  strictEqual(answer.status, 202);
  strictEqual((await run(admin, { operation: "chaos_nothing" })).status, "completed");
  await app.kill("SIGKILL");
  const { events, run: over } = await storedJob(app.dir, job);
  strictEqual(over.losses, 1);
  strictEqual(events.cancelled, 1);
});
