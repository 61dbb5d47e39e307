import { ulid } from "ulid";
import { now, setClock } from "../../domain/clock.ts";
import { EVERYONE } from "../../domain/permission.ts";
import type { Change, CommitResult, Committer, Priority } from "../../kv/commit.ts";
import { committerOf } from "../../kv/commit.ts";
import { auditKeys, jobKeys, sysKeys } from "../../kv/keys.ts";
import { parse, read } from "../../kv/read.ts";
import { accept, type Acceptance } from "./accept.ts";
import { begin, type Execution } from "./execution.ts";
import { claim, type Lease } from "./lease.ts";
import type { Channel } from "./pool.ts";
import type { FromWorker, ToWorker } from "./protocol.ts";
import {
  type AuditEntry,
  auditSchema,
  checkpointSchema,
  jobSchema,
  type OpenEntry,
  openSchema,
  type Order,
  resultSchema,
  runSchema,
} from "./records.ts";
import type { Port } from "./serve.ts";
import type { DueHandlers } from "./sweep.ts";
import type { OpenJob } from "./slots.ts";

/** What the tests of this folder share. */
export const TENANT = "acme";
export const ALICE = { id: "alice", email: "alice@acme.example", role: "admin" as const, range: EVERYONE };

/** A database in memory, its committer, and a clock that only moves when told. */
export interface Store extends Disposable {
  kv: Deno.Kv;
  committer: Committer;
  /** Moves the clock by `ms`. */
  pass(ms: number): void;
}

/** Carries no duty out. */
export const NO_DUTIES: DueHandlers = {
  artifact: () => Promise.resolve(),
  leavings: () => Promise.resolve(),
  mails: () => Promise.resolve(),
  morning: () => Promise.resolve(),
};

/** An empty store. */
export async function openStore(start = Date.UTC(2026, 10, 2, 1)): Promise<Store> {
  const kv = await Deno.openKv(":memory:");
  const restore = stepped(start);
  return {
    kv,
    committer: committerOf(kv),
    pass: restore.pass,
    [Symbol.dispose]() {
      restore[Symbol.dispose]();
      kv.close();
    },
  };
}

/** A clock that stands still but for `pass`. */
export function stepped(start: number): Disposable & { pass(ms: number): void } {
  let time = start;
  const restore = setClock({ now: () => time });
  return { pass: (ms) => void (time += ms), [Symbol.dispose]: restore };
}

/** A monotonic clock that only moves when told. */
export function steppedMonotonic(): (() => number) & { pass(ms: number): void } {
  let time = 1_000_000;
  return Object.assign(() => time, { pass: (ms: number) => void (time += ms) });
}

/** What somebody asked for; `more` changes fields. */
export function testOrder(more: Partial<Order> = {}): Order {
  return {
    v: 1,
    kind: "test",
    year: 2026,
    actor: ALICE,
    group: null,
    lane: "heavy",
    lock: null,
    acceptedAt: now(),
    options: {},
    keepInput: true,
    input: null,
    rerunOf: null,
    ...more,
  };
}

/** A form about to be accepted; `more` changes fields. */
export function testAcceptance(more: Partial<Acceptance> = {}): Acceptance {
  return {
    tenant: TENANT,
    job: ulid(now()),
    title: "試験の処理",
    order: testOrder(),
    key: ulid(now()),
    hash: "hash",
    input: { checks: [], mutations: [] },
    ...more,
  };
}

/** Accepts a job; its id. */
export async function acceptTest(
  { kv, committer }: Pick<Store, "kv" | "committer">,
  more: Partial<Acceptance> = {},
): Promise<string> {
  const acceptance = testAcceptance(more);
  const { outcome } = await accept(kv, committer, acceptance);
  if (outcome !== "accepted") throw new Error(`the job was ${outcome}`);
  return acceptance.job;
}

/** Claims a job that has to be free. */
export async function claimTest(
  { kv, committer }: Pick<Store, "kv" | "committer">,
  job: string,
  owner = "owner",
  tenant = TENANT,
): Promise<Lease> {
  const lease = await claim(kv, committer, tenant, job, owner);
  if (!lease) throw new Error("the job is not free");
  return lease;
}

/** Begins an attempt, as a worker does. */
export function beginTest(
  { kv, committer }: Pick<Store, "kv" | "committer">,
  lease: Lease,
  more: Partial<Pick<Execution, "signal" | "sliceOver" | "report" | "alive" | "committer">> = {},
): Promise<Execution> {
  const signal = new AbortController().signal;
  return begin(lease, { kv, committer, signal, report: () => {}, alive: () => {}, ...more });
}

/** Everything that is stored of a job. */
export async function stored(kv: Deno.Kv, job: string, tenant = TENANT) {
  const [record, run, checkpoint, result, open] = await Promise.all([
    read(kv, jobKeys.job(tenant, job), jobSchema),
    read(kv, jobKeys.run(tenant, job), runSchema),
    read(kv, jobKeys.checkpoint(tenant, job), checkpointSchema),
    read(kv, jobKeys.result(tenant, job), resultSchema),
    read(kv, sysKeys.open(job), openSchema),
  ]);
  return {
    job: record.value,
    run: run.value,
    checkpoint: checkpoint.value,
    result: result.value,
    open: open.value,
  };
}

/** The open jobs as the tick lists them. */
export async function openJobs(kv: Deno.Kv): Promise<OpenJob[]> {
  const entries = await Array.fromAsync(kv.list({ prefix: sysKeys.opens() }));
  return entries.map(({ key, value }) => ({
    ...parse<OpenEntry>([...key], value, openSchema),
    job: String(key.at(-1)),
  }));
}

/** The audit log of a tenant, oldest first, as far as one millisecond can be told from the next. */
export async function auditLog(kv: Deno.Kv, tenant = TENANT): Promise<AuditEntry[]> {
  const entries = await Array.fromAsync(kv.list({ prefix: auditKeys.entries(tenant) }));
  return entries.map(({ key, value }) => parse<AuditEntry>([...key], value, auditSchema));
}

/** Every key, as text. */
export async function allKeys(kv: Deno.Kv, prefix: Deno.KvKey = []): Promise<string[]> {
  return (await Array.fromAsync(kv.list({ prefix }))).map(({ key }) => key.join("/"));
}

/** A committer that has each commit in the hands of `around`, with its number from 0. */
export function wrapCommitter(
  committer: Committer,
  around: (
    change: Change,
    commit: () => Promise<CommitResult>,
    n: number,
    priority?: Priority,
  ) => Promise<CommitResult>,
): Committer {
  let n = 0;
  return {
    commit: (change, priority) => around(change, () => committer.commit(change, priority), n++, priority),
  };
}

/** A worker that runs in this thread and can be made to break. */
export interface InProcess extends Channel {
  breakDown(reason: string): void;
}

/** Both ends of a worker that runs in this thread; messages are cloned and come later, as over a real port. */
export function inProcess(serve: (port: Port) => void): InProcess {
  let broke: (reason: string) => void = () => {};
  let toWorker: (message: ToWorker<unknown>) => void = () => {};
  let fromWorker: (message: FromWorker) => void = () => {};
  let open = true;
  const send = <M>(to: (message: M) => void, message: M) => {
    const copy = structuredClone(message);
    queueMicrotask(() => open && to(copy));
  };
  serve({
    post: (message) => send((copy) => fromWorker(copy), message),
    receive: (listener) => toWorker = listener,
  });
  return {
    post: (message) => send((copy) => toWorker(copy), message),
    onMessage: (listener) => fromWorker = listener,
    onBreak: (listener) => broke = listener,
    breakDown: (reason) => broke(reason),
    terminate: () => open = false,
  };
}

/** A wait in vain ends after this long, so that the run goes on and says which test it was. */
const IN_VAIN_MS = 120_000;

/** Waits until `condition` holds, turn by turn of the event loop. Throws when it does not come. */
export async function eventually(condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + IN_VAIN_MS;
  while (!await condition()) {
    if (performance.now() > end) throw new Error(`waited ${IN_VAIN_MS / 1000} s in vain`);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
