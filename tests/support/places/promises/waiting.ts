import { strictEqual } from "node:assert/strict";
import { ulid } from "ulid";
import { stored } from "../../../../jobs/engine/test_tools.ts";
import { type Start, start, untilJob } from "../../jobs.ts";
import { PATIENCE_MS, until } from "../../until.ts";
import type { Site } from "../site.ts";
import type { World } from "../world.ts";

/** The company that the jobs of these tests belong to. */
export const TENANT = "sample";

/** Starts an operation that must be accepted, with a key of its own. */
export function started(site: Site, operation: string, more: Partial<Start> = {}): Promise<string> {
  return start(site.client, { operation, key: ulid(), ...more });
}

/** What is stored of a job of the company. */
export function recordOf({ kv }: World, job: string) {
  return stored(kv, job, TENANT);
}

/** What R4 leaves a successor of its 20 s to notice a death, and some more for a busy machine. */
const NOTICES_WITHIN_MS = 10_000;

/** Waits until somebody runs the job, whose processes have died so often. */
export async function untilRunning(world: World, site: Site, job: string, losses = 0): Promise<void> {
  await until(`job ${job} to run`, async () => {
    // On the edge somebody's question wakes the process.
    await site.client.job(job);
    const { run } = await recordOf(world, job);
    return run?.owner !== null && run?.losses === losses;
  }, losses > 0 ? NOTICES_WITHIN_MS : PATIENCE_MS);
}

/** Waits until the job has ended. */
export async function untilEnded(site: Site, job: string, status = "completed"): Promise<void> {
  const ended = await untilJob(site.client, job);
  strictEqual(ended.status, status, ended.message);
}
