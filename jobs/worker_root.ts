import type { SourceLimits } from "../domain/source_settings.ts";
import type { Charset } from "../formats/charset.ts";
import type { Keyring } from "../kv/keyring.ts";
import { openDatabase } from "../kv/open.ts";
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
  kvPath: string;
  blobPath: string;
  keyring: Keyring;
  attachmentTtlMs: number;
  maxRows: number;
  sealAfterMs: number;
  bugyoEncoding: Charset;
  source: SourceLimits;
}

/** Makes this Web Worker one that carries out the operations which `find` finds. */
export function startWorker(find: (kind: string) => Operation | null): void {
  serve(webWorkerPort(), (setup: WorkerSetup, port) => setUp(setup, port, find));
}

/**
 * The composition root of a worker: its own handles for reading records and writing chunks; every other write goes
 * over the port to the thread that holds the write handle.
 */
async function setUp(
  setup: WorkerSetup,
  port: Port,
  find: (kind: string) => Operation | null,
): Promise<Runner> {
  const [kv, blobKv] = await Promise.all([openDatabase(setup.kvPath), openDatabase(setup.blobPath)]);
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
    log: (text) => port.post({ type: "log", level: "error", text }),
  });
}
