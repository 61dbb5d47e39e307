import { ulid } from "ulid";
import { now } from "../../domain/clock.ts";
import { telling, together } from "../../kv/change.ts";
import type { Change, Mutation } from "../../kv/commit.ts";
import { failpoint } from "../../kv/failpoint.ts";
import { readArtifact } from "../../kv/files/artifact.ts";
import { type Draft, type DraftPlace, newDraft, resumedDraft } from "../../kv/files/draft.ts";
import { JobLost } from "./errors.ts";
import { type Execution, fence, moveCheckpoint, throwIfStopped } from "./execution.ts";
import type { Checkpoint } from "./records.ts";

/** What a file is to be. */
export interface OutputSpec {
  name: string;
  type: string;
  /** The ZIP that it is a part of; such a file is never published. */
  inside?: string;
  /** The bytes that it begins with: written whenever nothing of it is there yet. What is there has to begin with them. */
  head?: Uint8Array<ArrayBuffer>;
}

/** A file being written. Each call waits for the one before. */
export interface Output {
  /** Bytes so far, those of earlier attempts included. */
  readonly size: number;
  write(bytes: Uint8Array): Promise<void>;
  /** What is sealed of it, from the first byte. */
  read(): AsyncGenerator<Uint8Array<ArrayBuffer>>;
}

/** The attachments of one attempt: begun before their first byte, sealed with checkpoints, published by the end. */
export interface Outputs {
  /** Bytes of all files so far. */
  readonly size: number;
  /** The most parts that one of them has. */
  readonly parts: number;
  /** Begins a file, or goes on with it after its last sealed part. Files are told by `name` and `inside`. */
  open(spec: OutputSpec): Promise<Output>;
  /**
   * Seals what is written, all files in one commit with the checkpoint `next` and `more`; an attempt after this one goes
   * on from there.
   */
  seal(next: Checkpoint, more?: readonly Mutation[]): Promise<void>;
  /** Takes back what was written since the last seal: all files are as another attempt would find them. */
  rewind(): Promise<void>;
  /**
   * Closes all files; the change publishes them, or shreds what was a part of others, and belongs into the commit that
   * ends the job.
   */
  publish(): Promise<{ ids: string[]; change: Change }>;
  /**
   * Takes back what was written since the last seal, for an attempt that is over without an end: whoever shredded or
   * took over the file may have been there before the last chunks were.
   */
  discard(): Promise<void>;
}

/**
 * Files of one job. A seal is one commit for all of them, and each may bring its record, which takes 64 KiB when it
 * has some 300 parts; KV takes 800 KiB (reference/kv.md §1).
 */
export const MOST_FILES = 10;

interface OpenFile {
  draft: Draft;
  spec: OutputSpec;
  /** Number of the attachment, from 1; 0 for a part of a ZIP. */
  n: number;
}

/** True when these are the first bytes; no more than those are read. */
async function beginsWith(bytes: AsyncIterable<Uint8Array>, head: Uint8Array): Promise<boolean> {
  let at = 0;
  for await (const some of bytes) {
    for (let i = 0; i < some.length && at < head.length; i++) {
      if (some[i] !== head[at++]) return false;
    }
    if (at === head.length) return true;
  }
  return false;
}

/** The files of an attempt. */
export function outputsOf(x: Execution, place: Omit<DraftPlace, "tenant">): Outputs {
  const files: OpenFile[] = [];
  const { tenant, job } = x.lease;
  const at = { ...place, tenant };

  async function commit(drafts: readonly Draft[], change: Change, next: Checkpoint) {
    const result = await x.committer.commit({
      checks: [fence(x), ...change.checks],
      mutations: [...change.mutations, moveCheckpoint(x, next)],
    });
    if (!result.ok) throw new JobLost();
    for (const draft of drafts) draft.committed(result.versionstamp);
    x.stored = next;
  }

  async function resume(artifact: string): Promise<{ draft: Draft; n: number }> {
    x.alive();
    const stored = await readArtifact(x.kv, tenant, artifact);
    const draft = await resumedDraft(at, stored);
    failpoint?.("resume:before");
    await commit([draft], draft.begin, x.stored);
    failpoint?.("resume:after");
    return { draft, n: stored.value?.n ?? 0 };
  }

  async function create({ name, type, ...spec }: OutputSpec): Promise<{ draft: Draft; n: number }> {
    const id = ulid(now());
    const inside = spec.inside ?? null;
    const n = inside === null ? 1 + x.checkpoint.files.filter((file) => file.inside === null).length : 0;
    const beginning = { id, job, purpose: "attachment" as const, n, name, type, owner: x.lease.token };
    const draft = await newDraft(at, beginning);
    const known = [...x.checkpoint.files, { name, artifact: id, inside }];
    failpoint?.("begin:before");
    // Not where this attempt stands: what other files hold of that is not sealed.
    await commit([draft], draft.begin, { ...x.stored, total: x.checkpoint.total, files: known });
    x.checkpoint = { ...x.checkpoint, files: known };
    failpoint?.("begin:after");
    return { draft, n };
  }

  async function begin({ draft, spec: { head } }: OpenFile): Promise<void> {
    if (!head) return;
    if (draft.size === 0) await draft.write(head);
    // Another version of the product, or another configuration, began it: its rows are not those that would follow.
    else if (!await beginsWith(draft.read(), head)) {
      throw new Error(`${draft.id} was begun with another head`);
    }
  }

  return {
    get size() {
      return files.reduce((sum, { draft }) => sum + draft.size, 0);
    },
    get parts() {
      return Math.max(0, ...files.map(({ draft }) => draft.parts));
    },
    async open(spec) {
      const known = x.checkpoint.files.find((file) =>
        file.name === spec.name && file.inside === (spec.inside ?? null)
      );
      if (files.some(({ draft }) => draft.id === known?.artifact)) throw new Error("this file is open");
      if (files.length === MOST_FILES) throw new Error(`a job writes ${MOST_FILES} files at most`);
      const file = { spec, ...(known ? await resume(known.artifact) : await create(spec)) };
      files.push(file);
      await begin(file);
      return {
        get size() {
          return file.draft.size;
        },
        async write(bytes) {
          x.alive();
          throwIfStopped(x);
          await file.draft.write(bytes);
        },
        read: () => file.draft.read(),
      };
    },
    async seal(next, more = []) {
      const drafts = files.map(({ draft }) => draft).filter(({ unsealed }) => unsealed > 0);
      const changes: Change[] = [telling([...more])];
      for (const draft of drafts) changes.push(await draft.seal());
      failpoint?.("seal:before");
      await commit(drafts, together(...changes), next);
      x.checkpoint = next;
      failpoint?.("seal:after");
    },
    async rewind() {
      for (const file of files) {
        await file.draft.discard();
        file.draft = (await resume(file.draft.id)).draft;
        await begin(file);
      }
    },
    async publish() {
      const changes: Change[] = [];
      for (const { draft, spec } of files) changes.push(spec.inside ? draft.shred() : await draft.publish());
      failpoint?.("publish");
      const published = files.filter(({ spec }) => !spec.inside).sort((a, b) => a.n - b.n);
      return { ids: published.map(({ draft }) => draft.id), change: together(...changes) };
    },
    async discard() {
      // What cannot be deleted now goes with the file's own clean-up.
      await Promise.allSettled(files.map(({ draft }) => draft.discard()));
    },
  };
}
