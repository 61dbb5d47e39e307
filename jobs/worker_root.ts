import { Refusal } from "../domain/errors.ts";
import { allows, covers } from "../domain/permission.ts";
import type { Keyring } from "../kv/keyring.ts";
import { visibleRange } from "../domain/visible_range.ts";
import { storesOf } from "../kv/stores.ts";
import { readUser } from "../kv/users.ts";
import { sourceOf } from "../sources/mod.ts";
import type { Order } from "./engine/records.ts";
import { type Port, type Runner, serve } from "./engine/serve.ts";
import { webWorkerPort } from "./engine/web_worker.ts";
import { type Operation, placeFor } from "./operation.ts";
import { type Prepared, runnerOf } from "./runner.ts";

/** What a worker is started with: plain data, sent over the port. */
export interface WorkerSetup {
  kvPath: string;
  blobPath: string;
  keyring: Keyring;
  attachmentTtlMs: number;
  maxRows: number;
  sealAfterMs: number;
  sampleEmployees: number | null;
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
  const [kv, blobKv] = await Promise.all([Deno.openKv(setup.kvPath), Deno.openKv(setup.blobPath)]);
  return runnerOf({
    kv,
    files: { blobKv, keyring: setup.keyring },
    ttlMs: setup.attachmentTtlMs,
    find,
    prepare: (tenant, order, operation) => prepare(kv, tenant, order, operation, setup),
    maxRows: setup.maxRows,
    sealAfterMs: setup.sealAfterMs,
    log: (text) => port.post({ type: "log", level: "error", text }),
  });
}

/** Rights are checked again when a job starts: they may have gone since it was accepted (design §6). */
async function prepare(
  kv: Deno.Kv,
  tenant: string,
  order: Order,
  operation: Operation,
  { sampleEmployees }: WorkerSetup,
): Promise<Prepared> {
  const user = (await readUser(kv, tenant, order.actor.id)).value;
  const place = placeFor(operation, order.group ? "group" : "all");
  const allowed = user?.active && place && allows(user.role, place.permission) &&
    covers(user.range, order.actor.range);
  if (!allowed) throw new Refusal("permission_lost");
  const data = storesOf(kv, { id: tenant, year: order.year });
  const group = order.group && await data.groups.get(order.group.id);
  if (order.group && !group) throw new Refusal("job_group_gone");
  const range = await visibleRange(data, user);
  return { group, data, range, source: sourceOf(tenant, { sampleEmployees }) };
}
