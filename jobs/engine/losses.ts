import type { Committer } from "../../kv/commit.ts";
import { jobKeys } from "../../kv/keys.ts";
import { read } from "../../kv/read.ts";
import { audit } from "./audit.ts";
import { type EndHook, failure, finish } from "./finish.ts";
import { type Holding, holds, MAX_LOSSES, release } from "./lease.ts";
import { type RunRecord, runSchema, storedProgressSchema } from "./records.ts";

/**
 * Takes a job from an attempt that ended with its worker or its process: free again, or, after too many losses,
 * ended as エラー. One commit either way, so that nobody can claim it in between. Nothing happens when `at` does not
 * hold the job any more.
 */
export async function lose(
  kv: Deno.Kv,
  committer: Committer,
  at: Holding,
  withProcess: boolean,
  onEnd?: EndHook,
): Promise<void> {
  const { value, versionstamp } = await read(kv, jobKeys.run(at.tenant, at.job), runSchema);
  if (!value || versionstamp === null || !holds(at, value)) return;
  if (value.losses + 1 < MAX_LOSSES) {
    await release(kv, committer, at, { why: "lost", withProcess });
  } else {
    await giveUp(kv, committer, at, { ...value, losses: value.losses + 1 }, versionstamp, onEnd);
  }
}

async function giveUp(
  kv: Deno.Kv,
  committer: Committer,
  at: Holding,
  run: RunRecord,
  fence: string,
  onEnd?: EndHook,
) {
  const { tenant, job, owner } = at;
  const { attempt, losses } = run;
  const progress = await read(kv, jobKeys.progress(tenant, job), storedProgressSchema);
  const { done, total } = progress.value ?? { done: 0, total: null };
  const end = failure("lost", { times: losses }, { done, total });
  end.publish.mutations.push(
    audit(tenant, { event: "lost", job, kind: null, actor: null, facts: { attempt, owner, losses } }),
  );
  await finish(kv, committer, { tenant, job, fence, losses }, end, onEnd);
}
