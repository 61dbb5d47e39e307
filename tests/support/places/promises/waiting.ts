import { ok, strictEqual } from "node:assert/strict";
import { ulid } from "ulid";
import { stored } from "../../../../jobs/engine/test_tools.ts";
import { type Start, start, untilJob } from "../../jobs.ts";
import { until } from "../../until.ts";
import type { Site } from "../site.ts";
import type { World } from "../world.ts";

/** The company that the jobs of these tests belong to. */
export const TENANT = "sample";

/** By when a dead process's jobs go on (R4): where there are locks, and where beats alone tell who lives. */
const GOES_ON_MS = { host: 3_000, connect: 20_000, edge: 20_000 };
const STEP_MS = 1_000;

/** Starts an operation that must be accepted, with a key of its own. */
export function started(site: Site, operation: string, more: Partial<Start> = {}): Promise<string> {
  return start(site.client, { operation, key: ulid(), ...more });
}

/** What is stored of a job of the company. */
export function recordOf({ kv }: World, job: string) {
  return stored(kv, job, TENANT);
}

/** Waits until somebody runs the job, whose processes have died so often. */
export async function untilRunning(world: World, site: Site, job: string, losses = 0): Promise<void> {
  const from = world.passed;
  await until(`job ${job} to run`, async () => {
    const { run } = await recordOf(world, job);
    if (run?.owner !== null && run?.losses === losses) return true;
    // On the edge somebody's question wakes the process.
    await site.client.job(job);
    if (losses > 0) world.pass(STEP_MS);
    ok(world.passed - from <= GOES_ON_MS[world.driver.kind], "nobody went on with the job in time");
    return false;
  });
}

/** Waits until the job has ended, as time goes by. */
export async function untilEnded(world: World, site: Site, job: string, status = "completed"): Promise<void> {
  const view = await untilJob(site.client, job, ({ status }) => {
    if (status !== "running") return true;
    world.pass(STEP_MS);
    return false;
  });
  strictEqual(view.status, status, view.message);
}
