import { now } from "../../domain/clock.ts";
import type { Committer } from "../../kv/commit.ts";
import type { Faults } from "./faults.ts";
import { claim } from "./lease.ts";
import type { Runs } from "./runs.ts";
import { nextJob, type OpenJob, turnOf } from "./slots.ts";

export interface ClaimsMeans {
  kv: Deno.Kv;
  committer: Committer;
  /** Id of this process as an owner. */
  owner: string;
  concurrency: number;
  runs: Runs;
  monotonic: () => number;
  faults: Faults;
}

/** Claims free jobs as long as there are slots. One per process: it remembers whose turn it was. */
export function claimsOf(means: ClaimsMeans): (open: readonly OpenJob[]) => Promise<void> {
  const { kv, committer, owner, concurrency, runs, monotonic, faults } = means;
  const lastServed = new Map<string, number>();
  return async (open) => {
    const waiting = [...open];
    for (;;) {
      const job = nextJob(waiting, { running: runs.working(), lastServed, now: now() }, concurrency);
      if (!job) return;
      waiting.splice(waiting.indexOf(job), 1);
      try {
        const lease = await claim(kv, committer, job.tenant, job.job, owner);
        if (!lease) continue;
        lastServed.set(turnOf(job), monotonic());
        runs.start(lease, { ...job, owner, attempt: lease.attempt });
      } catch (error) {
        // One job that cannot be read must not stand before all others.
        faults("a job could not be claimed", error, { tenant: job.tenant, job: job.job });
      }
    }
  };
}
