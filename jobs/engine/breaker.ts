import type { Log } from "../../domain/log.ts";
import type { Committer } from "../../kv/commit.ts";
import { sysKeys } from "../../kv/keys.ts";
import type { Faults } from "./faults.ts";
import type { EndHook } from "./finish.ts";
import { release } from "./lease.ts";
import { lose } from "./losses.ts";
import type { Mortician } from "./owner.ts";
import type { Runs } from "./runs.ts";
import type { OpenJob } from "./slots.ts";

export interface BreakerMeans {
  kv: Deno.Kv;
  committer: Committer;
  /** Id of this process as an owner. */
  owner: string;
  mortician: Mortician;
  runs: Runs;
  faults: Faults;
  /** For a job that is given up. */
  onEnd?: EndHook;
  log: Log;
}

/** Makes jobs free again whose attempt is over without a word. */
export interface Breaker {
  /** Breaks the leases of dead owners. True when something may have changed. */
  free(open: readonly OpenJob[]): Promise<boolean>;
  /** Forgets dead owners, also those that held nothing; once, at the start. */
  tidy(): Promise<void>;
}

/** The breaker of this process. */
export function breakerOf(means: BreakerMeans): Breaker {
  const { kv, committer, owner, mortician, runs, faults, onEnd, log } = means;

  async function freeJob({ tenant, job, attempt, owner: holder }: OpenJob) {
    if (holder === null) return;
    const at = { tenant, job, owner: holder, token: null };
    // Claimed by a commit whose answer never came: nobody works on it, and it did nothing.
    if (holder === owner) return void await release(kv, committer, at, { why: "stopped" });
    log("info", "a job goes on: its process is gone", { tenant, job, attempt, owner: holder });
    await lose(kv, committer, at, true, onEnd);
  }

  async function isGone(holder: string, jobs: readonly OpenJob[]): Promise<boolean> {
    if (holder !== owner) return await mortician.isDead(holder);
    return jobs.some((job) => !runs.has(job.job));
  }

  async function freeAll(holder: string, jobs: readonly OpenJob[]): Promise<boolean> {
    if (!await isGone(holder, jobs)) return false;
    for (const job of jobs) {
      if (holder === owner && runs.has(job.job)) continue;
      await freeJob(job).catch((error) =>
        faults("a job could not be freed", error, { tenant: job.tenant, job: job.job })
      );
    }
    return true;
  }

  return {
    async free(open) {
      const byHolder = Map.groupBy(open.filter((job) => job.owner !== null), (job) => job.owner!);
      let changed = false;
      for (const [holder, jobs] of byHolder) {
        const freed = freeAll(holder, jobs).catch((error) => {
          faults("an owner could not be looked at", error, { owner: holder });
          return false;
        });
        if (await freed) changed = true;
      }
      return changed;
    },
    async tidy() {
      for await (const { key } of kv.list({ prefix: sysKeys.owners() })) {
        const id = String(key.at(-1));
        if (id !== owner && await mortician.isDead(id)) await mortician.bury(id);
      }
    },
  };
}
