import type { SourceLimits } from "../domain/source_settings.ts";
import type { Charset } from "../formats/charset.ts";
import type { Keyring } from "../kv/keyring.ts";
import { openDatabase, openRemote } from "../kv/open.ts";
import { readConnection } from "../kv/source_settings.ts";
import { sourceOf } from "../sources/mod.ts";
import { type Port, type Runner, serve } from "./engine/serve.ts";
import { webWorkerPort } from "./engine/web_worker.ts";
import { jobMailOf } from "./mail/job_mail.ts";
import type { Operation } from "./operation.ts";
import { prepare } from "./prepare.ts";
import { runnerOf } from "./runner.ts";

/** What a worker is started with: plain data, sent over the port. */
export interface WorkerSetup {
  /** Where a worker with handles of its own opens the databases: two files, or one address for both. */
  databases: { kvPath: string; blobPath: string } | { url: string };
  keyring: Keyring;
  attachmentTtlMs: number;
  maxRows: number;
  sealAfterMs: number;
  bugyoEncoding: Charset;
  source: SourceLimits;
}

/** The handles of whoever carries jobs out: for reading records, and for writing chunks. */
export interface WorkerHandles {
  kv: Deno.Kv;
  blobKv: Deno.Kv;
}

/** Makes this Web Worker one that carries out the operations which `find` finds. */
export function startWorker(find: (kind: string) => Operation | null): void {
  serve(webWorkerPort(), async (setup: WorkerSetup, port) => {
    return workerOf(await openOwn(setup.databases), setup, port, find);
  });
}

async function openOwn(at: WorkerSetup["databases"]): Promise<WorkerHandles> {
  if ("url" in at) {
    const kv = await openRemote(at.url);
    return { kv, blobKv: kv };
  }
  const [kv, blobKv] = await Promise.all([openDatabase(at.kvPath), openDatabase(at.blobPath)]);
  return { kv, blobKv };
}

/**
 * The composition root of a worker. It reads records and writes chunks with `handles`; every other write goes over
 * the port to whoever holds the write handle.
 */
export function workerOf(
  { kv, blobKv }: WorkerHandles,
  setup: Omit<WorkerSetup, "databases">,
  port: Port,
  find: (kind: string) => Operation | null,
): Runner {
  return runnerOf({
    kv,
    files: { blobKv, keyring: setup.keyring },
    ttlMs: setup.attachmentTtlMs,
    find,
    async prepare(tenant, order, operation) {
      // Read for each job: what was changed a moment ago counts.
      const connection = await readConnection(kv, setup.keyring, tenant);
      return await prepare(kv, tenant, order, operation, sourceOf(tenant, connection, setup.source));
    },
    maxRows: setup.maxRows,
    sealAfterMs: setup.sealAfterMs,
    bugyoEncoding: setup.bugyoEncoding,
    onEnd: jobMailOf(kv),
    log: (level, event, facts = {}) => port.post({ type: "log", level, event, facts }),
  });
}
