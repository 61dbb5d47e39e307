import assert from "node:assert/strict";
import type { CompanyOptions, Ended } from "./test_tools.ts";

/** What a job left. */
export interface Outcome {
  ended: Ended;
  /** What is stored after it. */
  stored: unknown;
}

/** The options of a company whose workers die, given what breaks them. */
export type Deadly = (breakWorkers: () => void) => Pick<CompanyOptions, "committerOfWorkers">;

/**
 * For tests: carries the same job out in a company whose workers live, and in one whose workers die right after their
 * first two checkpoints, unaware that they were written; both have to leave the same.
 */
export async function diesTwice(carryOut: (deadly: Deadly) => Promise<Outcome>): Promise<void> {
  const outcome = async (deaths: number) => {
    let died = 0;
    const deadly: Deadly = (breakWorkers) => ({
      committerOfWorkers: (committer) => ({
        async commit(change, priority) {
          const result = await committer.commit(change, priority);
          if (died === deaths || !change.mutations.some((m) => m.key[2] === "checkpoint")) return result;
          died++;
          breakWorkers();
          return await new Promise(() => {});
        },
      }),
    });
    const { ended: { job, result, files }, stored } = await carryOut(deadly);
    const left = files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]);
    return {
      died,
      left: [job.status, job.message, job.progress, result.details, result.errors, left, stored],
    };
  };
  const clean = await outcome(0);
  const died = await outcome(2);
  assert.equal(died.died, 2);
  assert.deepEqual(died.left, clean.left);
}
