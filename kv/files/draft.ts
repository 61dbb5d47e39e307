import { now } from "../../domain/clock.ts";
import type { Change } from "../commit.ts";
import type { Stored } from "../read.ts";
import { type Artifact, noArtifact, saveArtifact } from "./artifact.ts";
import { type FileDigest, fileDigest } from "./digest.ts";
import type { Files } from "./files.ts";
import { newPart } from "./part.ts";
import { type PartWriter, partWriter } from "./part_writer.ts";
import { rereadSealed, sealedBytes } from "./resume.ts";
import {
  type Beginning,
  begun,
  published,
  shredded,
  withPart,
  withSealed,
  WRITING_CHECK_MS,
} from "./transitions.ts";

/** Where a file is written. */
export type DraftPlace = Pick<Files, "blobKv" | "keyring"> & {
  tenant: string;
  /** How long the file will live once published (ms); null: without a deadline. */
  ttlMs: number | null;
};

/** KV may drop chunks this long after their deadline: a net under the clean-up, never the deadline itself. */
const NET_MS = 2 * 24 * 60 * 60_000;

/**
 * A file being written. It commits nothing itself: what it hands out goes into a commit of the caller, beside the
 * fence and the checkpoint, and `committed` tells it that the commit held.
 */
export interface Draft {
  readonly id: string;
  /** Bytes so far, earlier parts included. */
  readonly size: number;
  /** Bytes that no sealed part holds. */
  readonly unsealed: number;
  /** Parts so far: the record of the file grows with them. */
  readonly parts: number;
  /** What has to be committed before the first `write`. */
  readonly begin: Change;
  /** Notes the versionstamp of the commit that held the last change. */
  committed(versionstamp: string): void;
  /** Appends bytes; one call at a time. */
  write(bytes: Uint8Array): Promise<void>;
  /** Seals the part under way and opens the next: an attempt after this commit goes on behind it. */
  seal(): Promise<Change>;
  /** Ends the file: the commit with this change makes it ready. */
  publish(): Promise<Change>;
  /** What the sealed parts hold; not while they are sealed. */
  read(): AsyncGenerator<Uint8Array<ArrayBuffer>>;
  /** Ends the file, of which nothing is unsealed, for nobody: the commit with this change destroys its keys. */
  shred(): Change;
  /** Gives the file up: when it resolves nothing is being written any more, and it can be shredded. */
  abandon(): Promise<void>;
  /** Gives up what was written since the last commit and deletes it. Not after a commit that may have held. */
  discard(): Promise<void>;
}

/** Begins a file. */
export async function newDraft(place: DraftPlace, beginning: Omit<Beginning, "part">): Promise<Draft> {
  const { part, secret } = await newPart(place.keyring, place.tenant);
  const stored = noArtifact(place.tenant, beginning.id);
  const first = begun({ ...beginning, part }, now());
  return await draftOf(place, stored, first, secret, fileDigest(first.keyed ? secret : null));
}

/**
 * Goes on with a file that an earlier attempt left: reads its sealed parts again for the SHA-256 and deletes what
 * was not sealed. Throws Refusal attachment_gone or attachment_broken when they cannot be read.
 */
export async function resumedDraft(place: DraftPlace, stored: Stored<Artifact>): Promise<Draft> {
  if (stored.value?.state !== "writing") {
    throw new Error("only a file that is being written can be gone on with");
  }
  const { record, digest } = await rereadSealed(place, place.tenant, stored.value);
  const { part, secret } = await newPart(place.keyring, place.tenant);
  return await draftOf(place, stored, withPart(record, part), secret, digest);
}

async function draftOf(
  place: DraftPlace,
  stored: Stored<Artifact>,
  first: Artifact,
  firstSecret: Uint8Array<ArrayBuffer>,
  digest: FileDigest,
): Promise<Draft> {
  const { tenant, blobKv, keyring, ttlMs } = place;
  const { key } = stored;
  let versionstamp = stored.versionstamp;
  let saved = stored.value;
  let record = first;
  let part = await writer(first, firstSecret);
  let sealedSize = digest.size;
  /** Parts that no commit says are sealed. */
  let uncommitted = [part];

  function writer(of: Artifact, secret: Uint8Array<ArrayBuffer>): Promise<PartWriter> {
    const target = {
      blobKv,
      tenant,
      part: currentPart(of),
      secret,
      expireIn: ttlMs === null ? null : ttlMs + NET_MS,
      digest,
    };
    return partWriter(target);
  }
  function save(next: Artifact): Change {
    record = next;
    return saveArtifact(tenant, { key, value: saved, versionstamp }, next);
  }
  async function sealed(): Promise<Artifact> {
    return withSealed(record, currentPart(record), await part.close());
  }

  return {
    id: first.id,
    get size() {
      return digest.size;
    },
    get unsealed() {
      return digest.size - sealedSize;
    },
    get parts() {
      return record.parts.length;
    },
    begin: save(first),
    committed(stamp) {
      versionstamp = stamp;
      saved = record;
      uncommitted = [part];
    },
    write: (bytes) => part.write(bytes),
    async seal() {
      const whole = await sealed();
      const next = await newPart(keyring, tenant);
      const after = withPart(whole, next.part);
      part = await writer(after, next.secret);
      uncommitted.push(part);
      sealedSize = digest.size;
      return save(after);
    },
    async publish() {
      const whole = await sealed();
      const expiresAt = ttlMs === null ? null : now() + ttlMs;
      const dueAt = expiresAt ?? now() + WRITING_CHECK_MS;
      return save(published(whole, { sha256: digest.sha256(), expiresAt, dueAt }));
    },
    read: () => sealedBytes(place, tenant, record),
    shred: () => save(shredded(record, now())),
    abandon: () => part.abandon(),
    async discard() {
      for (const one of uncommitted) await one.discard();
    },
  };
}

/** The part under way is always the last. */
function currentPart(record: Artifact): string {
  const part = record.parts.at(-1);
  if (!part) throw new Error("a file that is being written has a part");
  return part.id;
}
