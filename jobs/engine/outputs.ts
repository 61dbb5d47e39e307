import { ulid } from "ulid";
import { now } from "../../domain/clock.ts";
import type { Change } from "../../kv/commit.ts";
import { failpoint } from "../../kv/failpoint.ts";
import { readArtifact } from "../../kv/files/artifact.ts";
import { type Draft, type DraftPlace, newDraft, resumedDraft } from "../../kv/files/draft.ts";
import { JobLost } from "./errors.ts";
import { type Execution, fence, moveCheckpoint, throwIfStopped } from "./execution.ts";
import type { Checkpoint } from "./records.ts";

/** A file being written. Each call waits for the one before. */
export interface Output {
  /** Nothing was written by an earlier attempt. */
  readonly fresh: boolean;
  write(bytes: Uint8Array): Promise<void>;
}

/** The attachments of one attempt: begun before their first byte, sealed with checkpoints, published by the end. */
export interface Outputs {
  /** Begins the file `name`, or goes on with it after its last sealed part. */
  open(name: string, type: string): Promise<Output>;
  /** Seals what is written, together with the checkpoint `next`; an attempt after this one goes on from there. */
  seal(next: Checkpoint): Promise<void>;
  /** Closes all files; the change publishes them and belongs into the commit that ends the job. */
  publish(): Promise<{ ids: string[]; change: Change }>;
  /**
   * Takes back what was written since the last seal, for an attempt that is over without an end: whoever shredded or
   * took over the file may have been there before the last chunks were.
   */
  discard(): Promise<void>;
}

/** The files of an attempt. */
export function outputsOf(x: Execution, place: Omit<DraftPlace, "tenant">): Outputs {
  const drafts: Draft[] = [];
  const { tenant, job } = x.lease;
  const at = { ...place, tenant };

  async function commit(draft: Draft, change: Change, next: Checkpoint) {
    const result = await x.committer.commit({
      checks: [fence(x), ...change.checks],
      mutations: [...change.mutations, moveCheckpoint(x, next)],
    });
    if (!result.ok) throw new JobLost();
    draft.committed(result.versionstamp);
    x.stored = next;
  }

  async function resume(artifact: string): Promise<Draft> {
    x.alive();
    const draft = await resumedDraft(at, await readArtifact(x.kv, tenant, artifact));
    await commit(draft, draft.begin, x.stored);
    return draft;
  }

  async function create(name: string, type: string): Promise<Draft> {
    const id = ulid(now());
    const n = x.checkpoint.files.length + 1;
    const beginning = { id, job, purpose: "attachment" as const, n, name, type, owner: x.lease.token };
    const draft = await newDraft(at, beginning);
    const files = [...x.checkpoint.files, { name, artifact: id }];
    failpoint?.("begin:before");
    // Not where this attempt stands: what other files hold of that is not sealed.
    await commit(draft, draft.begin, { ...x.stored, total: x.checkpoint.total, files });
    x.checkpoint = { ...x.checkpoint, files };
    failpoint?.("begin:after");
    return draft;
  }

  return {
    async open(name, type) {
      const known = x.checkpoint.files.find((file) => file.name === name);
      const draft = known ? await resume(known.artifact) : await create(name, type);
      drafts.push(draft);
      return {
        fresh: draft.size === 0,
        async write(bytes) {
          x.alive();
          throwIfStopped(x);
          await draft.write(bytes);
        },
      };
    },
    async seal(next) {
      // Parts of several files would need one commit for all of them; no operation needs that yet.
      if (drafts.length > 1) throw new Error("only a job with one open file can be sealed on its way");
      for (const draft of drafts) {
        const change = await draft.seal();
        failpoint?.("seal:before");
        await commit(draft, change, next);
        x.checkpoint = next;
        failpoint?.("seal:after");
      }
    },
    async publish() {
      const change: Change = { checks: [], mutations: [] };
      for (const draft of drafts) {
        const { checks, mutations } = await draft.publish();
        change.checks.push(...checks);
        change.mutations.push(...mutations);
      }
      failpoint?.("publish");
      return { ids: drafts.map(({ id }) => id), change };
    },
    async discard() {
      // What cannot be deleted now goes with the file's own clean-up.
      await Promise.allSettled(drafts.map((draft) => draft.discard()));
    },
  };
}
