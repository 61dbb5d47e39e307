import { now } from "../../domain/clock.ts";
import { Refusal } from "../../domain/errors.ts";
import type { Person } from "../../domain/user.ts";
import type { Committer } from "../../kv/commit.ts";
import { failpoint } from "../../kv/failpoint.ts";
import { jobKeys } from "../../kv/keys.ts";
import { read } from "../../kv/read.ts";
import { number } from "../messages.ts";
import { audit } from "./audit.ts";
import { changesData } from "./counts.ts";
import { due } from "./due.ts";
import { type End, type EndHook, finish } from "./finish.ts";
import { type Checkpoint, checkpointSchema, runSchema } from "./records.ts";

/** A job that commits all the time moves its checkpoint between our read and our commit; it is soon our turn. */
const MAX_TRIES = 200;

/**
 * 中断: ends a job where it stands, in one commit that checks `run` and the checkpoint, so that the counts it tells
 * are those that stay. Throws Refusal job_not_found, or job_ended when the job was faster.
 */
export async function cancel(
  kv: Deno.Kv,
  committer: Committer,
  { tenant, job, by }: { tenant: string; job: string; by: Person },
  onEnd?: EndHook,
): Promise<void> {
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const [run, checkpoint] = await Promise.all([
      read(kv, jobKeys.run(tenant, job), runSchema),
      read(kv, jobKeys.checkpoint(tenant, job), checkpointSchema),
    ]);
    if (!run.value || run.versionstamp === null) throw new Refusal("job_not_found");
    if (run.value.ended) throw new Refusal("job_ended", { job });
    const end = cancelled(tenant, job, by, checkpoint.value);
    end.publish.checks.push({ key: checkpoint.key, versionstamp: checkpoint.versionstamp });
    failpoint?.("cancel:before");
    const won = await finish(kv, committer, { tenant, job, fence: run.versionstamp }, end, onEnd);
    failpoint?.("cancel:after");
    if (won) return;
  }
  throw new Error(`job ${job} could not be cancelled in ${MAX_TRIES} tries`);
}

const NOTHING = { done: 0, total: null, counts: {}, refusals: {}, files: [] };

function cancelled(tenant: string, job: string, by: Person, checkpoint: Checkpoint | null): End {
  const { done, total, counts, refusals, files } = checkpoint ?? NOTHING;
  const errorCount = Object.values(refusals).reduce((sum, n) => sum + n, 0);
  const of = total === null ? `${number(done)}件` : `${number(done)}／${number(total)}件`;
  return {
    status: "cancelled",
    message: `${of}まで処理して中断しました。`,
    details: [
      `${of}まで処理して中断しました。`,
      ...(files.length === 0 || changesData({ counts, refusals })
        ? [`処理した${number(done)}件（うちエラー${number(errorCount)}件）の結果は、そのまま残っています。`]
        : []),
      ...(files.length > 0 ? ["作成途中のファイルは削除しました。"] : []),
    ],
    errorCount,
    errors: [],
    progress: { done, total },
    attachments: [],
    publish: {
      checks: [],
      mutations: [
        // No half file: what was being written belongs to no open job any more and is shredded at the next tick.
        ...files.map(({ artifact }) => due(now(), { v: 1, kind: "artifact", tenant, id: artifact })),
        audit(tenant, { event: "cancelled", job, kind: null, actor: by, facts: { done } }),
      ],
    },
  };
}
