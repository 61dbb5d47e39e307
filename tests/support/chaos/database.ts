import { setClock } from "../../../domain/clock.ts";
import { auditShredded } from "../../../jobs/engine/audit.ts";
import { runDue } from "../../../jobs/engine/sweep.ts";
import { committerOf } from "../../../kv/commit.ts";
import { loadKeyring } from "../../../kv/dev_key.ts";
import { type Artifact, artifactSchema } from "../../../kv/files/artifact.ts";
import { bytesOf } from "../../../kv/files/bytes.ts";
import type { Files } from "../../../kv/files/files.ts";
import { sysKeys } from "../../../kv/keys.ts";
import { dueOf } from "./due.ts";

/** The files of an app that has ended, opened beside nothing, with a clock that moves when told. */
export interface Database extends Files, Disposable {
  /** Moves the clock on and does all that is due then, as the tick would. */
  pass(ms: number): Promise<void>;
  /** Everything but chunks. */
  entries(): Promise<Deno.KvEntry<unknown>[]>;
  /** Keys of all chunks, without their bytes. */
  chunks(): Promise<Set<string>>;
  /** The bytes of a published file, checked against its SHA-256. */
  bytes(tenant: string, record: Artifact): Promise<Uint8Array>;
}

/** Opens what lies in `dir`: two files, or one where a single database holds all. */
export async function openDatabase(dir: string): Promise<Database> {
  const kvPath = `${dir}/nencho.db`;
  const blobPath = `${dir}/nencho-blobs.db`;
  const keyring = await loadKeyring({ encryptionKey: null, kvPath });
  const kv = await Deno.openKv(kvPath);
  const blobKv = await exists(blobPath) ? await Deno.openKv(blobPath) : kv;
  const files: Files = { kv, blobKv, committer: committerOf(kv), keyring };
  let ahead = 0;
  const restore = setClock({ now: () => Date.now() + ahead });
  const due = dueOf(files, auditShredded);
  const fail = (what: string, error: unknown) => {
    throw new Error(what, { cause: error });
  };
  return {
    ...files,
    async pass(ms) {
      ahead += ms;
      // A duty may leave another one that is due at once.
      for (let before = ""; before !== (before = await dues(kv));) {
        await runDue(kv, files.committer, due, fail);
      }
    },
    async entries() {
      const found: Deno.KvEntry<unknown>[] = [];
      for await (const entry of kv.list({ prefix: [] }, { batchSize: 100 })) {
        if (!isChunk(entry.key)) found.push(entry);
      }
      return found;
    },
    async chunks() {
      const found = new Set<string>();
      for await (const { key } of blobKv.list({ prefix: ["t"] }, { batchSize: 8 })) {
        if (isChunk(key)) found.add(key.join("/"));
      }
      return found;
    },
    async bytes(tenant, record) {
      const pieces: BlobPart[] = [];
      for await (const piece of await bytesOf(files, tenant, record, null)) pieces.push(piece);
      return await new Blob(pieces).bytes();
    },
    [Symbol.dispose]() {
      restore();
      for (const handle of new Set([kv, blobKv])) handle.close();
    },
  };
}

function isChunk(key: Deno.KvKey): boolean {
  return key[2] === "chunk";
}

function exists(path: string): Promise<boolean> {
  return Deno.stat(path).then(() => true, () => false);
}

async function dues(kv: Deno.Kv): Promise<string> {
  const found: string[] = [];
  for await (const { key } of kv.list({ prefix: sysKeys.dues() })) found.push(key.join("/"));
  return found.join();
}

/** The artifacts among entries, with their tenants. */
export function artifactsOf(entries: readonly Deno.KvEntry<unknown>[]) {
  return entries.filter(({ key }) => key[2] === "artifact")
    .map(({ key, value }) => ({ tenant: String(key[1]), record: artifactSchema.parse(value) }));
}
