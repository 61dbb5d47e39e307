import { now, setClock } from "../../domain/clock.ts";
import { type Committer, committerOf } from "../commit.ts";
import { newRingEntry, parseKeyring } from "../keyring.ts";
import { fileKeys, sysKeys } from "../keys.ts";
import type { Stored } from "../read.ts";
import { type Artifact, readArtifact } from "./artifact.ts";
import { newDraft } from "./draft.ts";
import type { Files } from "./files.ts";
import { type ArtifactDue, settleArtifact } from "./settle.ts";
import type { Beginning } from "./transitions.ts";

/** What the tests of this folder share. */
export const TENANT = "tenant";
export const HOUR_MS = 60 * 60_000;
export const GRACE_MS = 2 * 60_000;
export const TTL_MS = 72 * HOUR_MS;
export const ALICE = { id: "alice", email: "alice@example.com" };
export const BOB = { id: "bob", email: "bob@example.com" };

/** Two databases in a folder of their own, a clock that only moves when told, and a way to look at them. */
export interface TestFiles extends Files, AsyncDisposable {
  folder: string;
  /** Moves the clock by `ms`. */
  pass(ms: number): void;
}

export async function testFiles(): Promise<TestFiles> {
  const folder = await Deno.makeTempDir();
  const kv = await Deno.openKv(`${folder}/records.db`);
  const blobKv = await Deno.openKv(`${folder}/blobs.db`);
  let time = Date.UTC(2026, 10, 2, 1);
  const restore = setClock({ now: () => time });
  return {
    folder,
    kv,
    blobKv,
    committer: committerOf(kv),
    keyring: parseKeyring(newRingEntry("test")),
    pass: (ms) => void (time += ms),
    async [Symbol.asyncDispose]() {
      restore();
      kv.close();
      blobKv.close();
      await Deno.remove(folder, { recursive: true });
    },
  };
}

/** Bytes that repeat nowhere in a chunk: a swap or a shift shows. */
export function someBytes(length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  return bytes;
}

/** An attachment that a job begins. */
export const BEGINNING: Omit<Beginning, "part"> = {
  id: "artifact",
  job: "job",
  purpose: "attachment",
  n: 1,
  name: "従業員一覧.csv",
  type: "text/csv",
  owner: "process",
};

/** A published attachment made of the given parts, each in the given pieces. */
export async function publishedFile(
  files: Files,
  parts: readonly Iterable<Uint8Array>[],
  beginning: Partial<typeof BEGINNING> = {},
): Promise<Stored<Artifact> & { value: Artifact }> {
  const draft = await newDraft({ ...files, tenant: TENANT, ttlMs: TTL_MS }, { ...BEGINNING, ...beginning });
  let change = draft.begin;
  for (const [i, pieces] of parts.entries()) {
    draft.committed(await committed(files.committer, change));
    for (const piece of pieces) await draft.write(piece);
    change = i < parts.length - 1 ? await draft.seal() : await draft.publish();
  }
  await committed(files.committer, change);
  return present(await readArtifact(files.kv, TENANT, draft.id));
}

/** The versionstamp of a commit that has to hold. */
export async function committed(committer: Committer, change: Parameters<Committer["commit"]>[0]) {
  const result = await committer.commit(change);
  if (!result.ok) throw new Error("the commit was refused");
  return result.versionstamp;
}

function present(stored: Stored<Artifact>): Stored<Artifact> & { value: Artifact } {
  if (!stored.value) throw new Error("no such artifact");
  return { ...stored, value: stored.value };
}

/** All bytes of a stream or generator in one array. */
export async function allBytes(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const got: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of pieces) got.push(piece as Uint8Array<ArrayBuffer>);
  return new Uint8Array(await new Blob(got).arrayBuffer());
}

/** Does what the engine's tick does: everything that is due now. */
export async function tick(files: Files): Promise<void> {
  for (const entry of await duties(files)) if (entry.at <= now()) await settleArtifact(files, entry);
}

/** The list of the clean-up, earliest first. */
export async function duties({ kv }: Files): Promise<ArtifactDue[]> {
  const found: ArtifactDue[] = [];
  for await (const { key } of kv.list({ prefix: sysKeys.dues() })) {
    found.push({ at: Number(key.at(-2)), tenant: TENANT, id: String(key.at(-1)) });
  }
  return found;
}

/** How many chunks lie in the blob database. */
export async function chunksStored({ blobKv }: Files): Promise<number> {
  let count = 0;
  for await (const _ of blobKv.list({ prefix: fileKeys.chunks(TENANT, "").slice(0, -1) })) count++;
  return count;
}

/** What is left in the records database. */
export async function recordKeys({ kv }: Files): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of kv.list({ prefix: [] })) keys.push(key.join("/"));
  return keys;
}

/** The same database, except that `around` has each commit in its hands. */
export function wrapCommits(
  kv: Deno.Kv,
  around: <T>(commit: () => Promise<T>) => Promise<T>,
): Deno.Kv {
  return new Proxy(kv, {
    get(target, name) {
      if (name !== "atomic") return Reflect.get(target, name).bind(target);
      return () => {
        const atomic = target.atomic();
        const commit = atomic.commit.bind(atomic);
        atomic.commit = () => around(commit);
        return atomic;
      };
    },
  });
}

/** The process died. */
export class Killed extends Error {}

/**
 * The same files in a process that dies at its commit number `nth` (from 0), in either database, just before or just
 * after it took effect. Every commit after that one fails too.
 */
export function killedAt(files: Files, nth: number, when: "before" | "after"): Files {
  let commits = 0;
  async function around<T>(commit: () => Promise<T>): Promise<T> {
    const mine = commits++;
    if (mine > nth || (mine === nth && when === "before")) throw new Killed();
    const result = await commit();
    if (mine === nth) throw new Killed();
    return result;
  }
  const kv = wrapCommits(files.kv, around);
  return { ...files, kv, blobKv: wrapCommits(files.blobKv, around), committer: committerOf(kv) };
}
