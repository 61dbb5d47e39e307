import { Refusal, Unavailable } from "../domain/errors.ts";
import { type Log, thrown } from "../domain/log.ts";
import type { Group } from "../domain/group.ts";
import type { Range, Role } from "../domain/permission.ts";
import type { Stores } from "../domain/stores.ts";
import { type Change, isDatabaseAway } from "../kv/commit.ts";
import type { Files } from "../kv/files/files.ts";
import { myNumberStore } from "../kv/my_numbers/store.ts";
import { openInput } from "../kv/files/open.ts";
import { isUnreadable } from "../kv/read.ts";
import type { Charset } from "../formats/charset.ts";
import type { MasterSource } from "../sources/source.ts";
import { JobLost, JobStopped } from "./engine/errors.ts";
import { type Execution, hasProgressed } from "./engine/execution.ts";
import { type End, type EndHook, failure, finish, jobNumber } from "./engine/finish.ts";
import { named, WAITS_MS } from "./engine/lease.ts";
import { waitsOf } from "./engine/lookups.ts";
import { type Outputs, outputsOf } from "./engine/outputs.ts";
import type { Order } from "./engine/records.ts";
import type { Runner } from "./engine/serve.ts";
import { writeErrorFile } from "./error_file.ts";
import { type HandleParts, jobOf } from "./handle.ts";
import { inputFor } from "./input.ts";
import type { Outcome } from "./job.ts";
import type { Operation } from "./operation.ts";
import { sealsOf } from "./seals.ts";
import { zipsOf } from "./zip_files.ts";

/** What a worker's composition root gives. */
export interface RunnerMeans {
  kv: Deno.Kv;
  files: Pick<Files, "blobKv" | "keyring">;
  /** How long an attachment can be fetched (ms). */
  ttlMs: number;
  find(kind: string): Operation | null;
  /** What the job works on. Throws Refusal permission_lost or job_group_gone: rights are checked again here. */
  prepare(tenant: string, order: Order, operation: Operation): Promise<Prepared>;
  maxRows: number;
  sealAfterMs: number;
  /** Of files that 給与奉行 takes in. */
  bugyoEncoding: Charset;
  /** What else happens in the commit that ends a job. */
  onEnd?: EndHook;
  log: Log;
}

export interface Prepared {
  group: Group | null;
  data: Stores;
  /** Whose 依頼 the runner sees now; null: nobody's. */
  range: Range | null;
  /** The runner's role now. */
  role: Role;
  source: MasterSource;
}

/** Carries jobs out and commits their ends. */
export function runnerOf(means: RunnerMeans): Runner {
  return {
    kv: means.kv,
    async run(x) {
      const outputs = outputsOf(x, { ...means.files, ttlMs: means.ttlMs });
      const end = await carryOut(x, means, outputs).catch(async (error) => {
        await outputs.discard();
        return await endOf(error, x, means);
      });
      const { tenant, job, fence } = x.lease;
      if (await finish(x.kv, x.committer, { tenant, job, fence }, end, means.onEnd)) return;
      await outputs.discard();
      throw new JobLost();
    },
  };
}

async function carryOut(x: Execution, means: RunnerMeans, outputs: Outputs): Promise<End> {
  const operation = means.find(x.order.kind);
  if (!operation) throw new Error(`no operation ${x.order.kind}`);
  const prepared = await means.prepare(x.lease.tenant, x.order, operation);
  const input = inputOf(x, means, operation);
  const zips = zipsOf(x, outputs);
  const seals = sealsOf(x, outputs, means.sealAfterMs);
  const job = jobOf({
    ...prepared,
    myNumbers: myNumberStore(
      { kv: x.kv, committer: x.committer, keyring: means.files.keyring },
      { id: x.lease.tenant, year: x.order.year },
    ),
    x,
    outputs,
    zips,
    input,
    maxRows: means.maxRows,
    seals,
    bugyoEncoding: means.bugyoEncoding,
    log: means.log,
  });
  const outcome = await operation.run(job);
  await seals.flush();
  await zips.pack();
  const errorCount = Object.values(x.checkpoint.refusals).reduce((sum, n) => sum + n, 0);
  if (errorCount > 0) {
    const upload = input?.encoding ? { encoding: input.encoding, bytes: input.bytes } : null;
    await writeErrorFile({ x, outputs, operation, job, upload });
  }
  const { ids, change } = await outputs.publish();
  return ended(x, outcome, errorCount, ids, change);
}

function ended(x: Execution, outcome: Outcome, errorCount: number, ids: string[], publish: Change): End {
  const { done, total } = x.checkpoint;
  return {
    ...outcome,
    errorCount,
    errors: [],
    progress: { done, total: total ?? done },
    attachments: ids,
    publish,
  };
}

function inputOf(x: Execution, { files }: RunnerMeans, operation: Operation): HandleParts["input"] {
  const { input, options } = x.order;
  const spec = inputFor(operation.input, options);
  if (!input || !spec) return null;
  return {
    spec,
    encoding: input.encoding,
    async *bytes() {
      yield* (await openInput({ ...files, kv: x.kv }, x.lease.tenant, input.artifact)).body;
    },
  };
}

/** Ends that are ours to tell; the rest is thrown on: lost, stopped, or to be tried again. */
async function endOf(error: unknown, x: Execution, means: RunnerMeans): Promise<End> {
  if (error instanceof JobLost || error instanceof JobStopped || isDatabaseAway(error)) throw error;
  const { done, total } = x.checkpoint;
  if (error instanceof Refusal) return failure(error.code, error.params, { done, total });
  if (error instanceof Unavailable) {
    if (hasProgressed(x) || await waitsOf(x.kv, x.lease.tenant, x.lease.job) < WAITS_MS.length) throw error;
    return failure(error.code, {}, { done, total });
  }
  const number = jobNumber(x.lease.job);
  means.log("error", "a job failed", { ...named(x.lease), number, error: thrown(error) });
  return failure(isUnreadable(error) ? "stored_unreadable" : "unknown", { number }, {
    done,
    total,
  });
}
