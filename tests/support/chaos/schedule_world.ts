import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import {
  auditLog,
  openJobs,
  openStore,
  steppedMonotonic,
  type Store,
  TENANT,
} from "../../../jobs/engine/test_tools.ts";
import { type Checkpoint, type JobRecord, type RunRecord } from "../../../jobs/engine/records.ts";
import type { Job, Outcome, Unit } from "../../../jobs/job.ts";
import { defineOperation } from "../../../jobs/operation.ts";
import type { Files } from "../../../kv/files/files.ts";
import { bytesOf } from "../../../kv/files/bytes.ts";
import { allBytes } from "../../../kv/files/testing.ts";
import { jobKeys, sysKeys } from "../../../kv/keys.ts";
import { newRingEntry, parseKeyring } from "../../../kv/keyring.ts";
import { read } from "../../../kv/read.ts";
import { asGuard, asWrite, guardSchema, type GuardValue } from "../../../kv/write.ts";
import { runDue } from "../../../jobs/engine/sweep.ts";
import { set } from "../../../kv/commit.ts";
import { artifactsOf } from "./database.ts";
import { dueOf } from "./due.ts";
import type { World } from "./simulation.ts";

const UNITS = 12;
const BATCH = 4;
const GUARD: Deno.KvKey = ["t", TENANT, "guard"];

/** Counts each unit on the guard: one counted twice would show. */
async function count(job: Job): Promise<Outcome> {
  const units: Unit[] = Array.from({ length: UNITS }, (_, i) => ({ line: i + 1, key: String(i) }));
  job.expect(UNITS);
  for (let i = Number(job.position?.line ?? 0); i < UNITS; i += BATCH) {
    await job.apply(units.slice(i, i + BATCH), {
      guards: [asGuard(GUARD)],
      read: (some) => Promise.resolve(some.map(() => null)),
      change: () => ({
        count: "counted",
        writes: [asWrite({ type: "tally", guard: GUARD, add: { [job.id]: 1 } })],
      }),
    });
  }
  return job.summary({ done: { counted: "件を数えました。" } });
}

/** Writes a file, sealed after every batch. */
async function write(job: Job): Promise<Outcome> {
  const file = await job.csv({ name: "行.csv", header: ["行"], encoding: "utf-8", neutralise: true });
  job.expect(UNITS);
  for (let i = Number(job.position?.i ?? 0); i < UNITS; i += BATCH) {
    await file.write(Array.from({ length: BATCH }, (_, n) => [String(i + n)]));
    await job.reached({ i: i + BATCH }, BATCH);
  }
  return job.summary({ done: { written: "行を書きました。" } });
}

const WHOLE_FILE = `\uFEFF行\r\n${Array.from({ length: UNITS }, (_, i) => `${i}\r\n`).join("")}`;

/** The kinds of job in a schedule. */
export const KINDS = ["count", "write"] as const;

const OPERATIONS = [count, write].map((run) =>
  defineOperation({
    kind: run.name,
    screen: "employees",
    menu: null,
    label: run.name,
    scope: "all",
    permission: "admin",
    rerun: "free",
    title: () => run.name,
    dialog: { title: run.name, description: [], button: run.name },
    run,
  })
);

/** The database of a schedule, its clocks, and what must always hold of it. */
export interface ScheduleWorld extends World, AsyncDisposable {
  store: Store;
  monotonic: (() => number) & { pass(ms: number): void };
  /** Jobs that were accepted. */
  accepted: Set<string>;
  /** A person changes the data that jobs count on. */
  edit(): Promise<void>;
  /** What must hold at any time. */
  check(): Promise<void>;
  /** What must hold when all jobs are over and no process has anything left to do. */
  checkEnd(): Promise<void>;
}

/** An empty world. */
export async function openWorld(): Promise<ScheduleWorld> {
  const store = await openStore();
  const blobKv = await Deno.openKv(":memory:");
  const { kv, committer } = store;
  const files: Files = { kv, blobKv, committer, keyring: parseKeyring(newRingEntry("test")) };
  const accepted = new Set<string>();
  const commits = new Set<Promise<unknown>>();
  /** Jobs as they were when they were first seen over. */
  const over = new Map<string, string>();
  const fault = (what: string, error: unknown) => {
    // A worker whose commits were let through too late is silent for its process.
    if (error === "silent") return;
    throw new Error(what, { cause: error });
  };

  async function check() {
    const jobs = await Array.fromAsync(kv.list<JobRecord>({ prefix: jobKeys.jobs(TENANT) }));
    deepStrictEqual(
      new Set(jobs.map(({ value }) => value.id)),
      accepted,
      "R1: what was accepted, and nothing else",
    );
    for (const id of accepted) await checkJob(kv, id, over);
  }

  return {
    store,
    files,
    monotonic: steppedMonotonic(),
    find: (kind) => OPERATIONS.find((operation) => operation.kind === kind) ?? null,
    fault,
    accepted,
    commits,
    check,
    async edit() {
      const { value, versionstamp } = await read(kv, GUARD, guardSchema);
      const { rev, tally } = value ?? { rev: 0, tally: {} };
      await committer.commit({
        checks: [{ key: GUARD, versionstamp }],
        mutations: [set(GUARD, { v: 1, rev: rev + 1, tally })],
      });
    },
    async checkEnd() {
      await check();
      strictEqual((await openJobs(kv)).length, 0, "R2: nothing is open");
      store.pass(11 * 60_000);
      await runDue(kv, committer, dueOf(files), fault);
      await checkEnds(kv, accepted);
      await checkFiles(files);
    },
    async [Symbol.asyncDispose]() {
      while (commits.size > 0) await Promise.allSettled(commits);
      store[Symbol.dispose]();
      blobKv.close();
    },
  };
}

/** All that belongs to one job, as of one moment. */
async function look(kv: Deno.Kv, id: string) {
  const [job, run, open, checkpoint, guard] = await kv.getMany<
    [JobRecord, RunRecord, object, Checkpoint, GuardValue]
  >([
    jobKeys.job(TENANT, id),
    jobKeys.run(TENANT, id),
    sysKeys.open(id),
    jobKeys.checkpoint(TENANT, id),
    GUARD,
  ]);
  return {
    job: job.value!,
    run: run.value!,
    open: open.value !== null,
    done: checkpoint.value?.done ?? 0,
    counted: guard.value?.tally[id] ?? 0,
  };
}

async function checkJob(kv: Deno.Kv, id: string, over: Map<string, string>) {
  const { job, run, open, done, counted } = await look(kv, id);
  strictEqual(open, !run.ended, `${id}: open as long as it has no end`);
  strictEqual(job.status === "running", !run.ended, `${id}: running as long as it has no end`);
  if (job.kind === "count") strictEqual(counted, done, `${id}: R3: effects and checkpoint move together`);
  const now = JSON.stringify([job, run, done, counted]);
  if (run.ended) strictEqual(now, over.get(id) ?? now, `${id}: R7: nothing happens after its end`);
  if (run.ended) over.set(id, now);
}

async function checkEnds(kv: Deno.Kv, accepted: ReadonlySet<string>) {
  const log = await auditLog(kv);
  for (const id of accepted) {
    const { job, run, counted } = await look(kv, id);
    const events = log.filter((entry) => entry.job === id).map(({ event }) => event);
    const times = (name: string) => events.filter((event) => event === name).length;
    strictEqual(times("accepted"), 1, "accepted once");
    strictEqual(times("finished"), 1, "R2: one end");
    strictEqual(times("lost"), run.losses, "every loss is told");
    strictEqual(times("claimed") - times("handed_back"), run.attempt, "R8: handing back costs no attempt");
    strictEqual(times("cancelled"), job.status === "cancelled" ? 1 : 0, "中断 that a person gave");
    ok(["completed", "cancelled", "failed"].includes(job.status), job.status);
    if (job.status === "failed") strictEqual(run.losses, 3, `${job.message}`);
    if (job.kind !== "count") continue;
    if (job.status === "completed") strictEqual(counted, UNITS, "R3: every unit once");
    if (job.status === "cancelled") strictEqual(job.progress.done, counted, "R7: it says what it did");
  }
}

/** Files of completed jobs are whole, of others there are none, and no chunk belongs to nobody. */
async function checkFiles(files: Files) {
  const entries = await Array.fromAsync(files.kv.list({ prefix: [] }));
  const artifacts = artifactsOf(entries);
  for (const { key, value } of entries) {
    if (key[2] !== "job") continue;
    const { id, kind, status } = value as JobRecord;
    const own = artifacts.filter(({ record }) => record.job === id && record.state === "ready");
    strictEqual(
      own.length,
      kind === "write" && status === "completed" ? 1 : 0,
      `files of a ${status} ${kind}`,
    );
    for (const { tenant, record } of own) {
      const bytes = await allBytes(await bytesOf(files, tenant, record, null));
      strictEqual(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes), WHOLE_FILE);
    }
  }
  const known = artifacts.flatMap(({ record }) =>
    record.parts.flatMap(({ id, chunks }) => Array.from({ length: chunks ?? 0 }, (_, n) => `${id}/${n}`))
  );
  const found = await Array.fromAsync(
    files.blobKv.list({ prefix: [] }),
    ({ key }) => `${key[3] as string}/${key[4] as number}`,
  );
  deepStrictEqual(new Set(found), new Set(known), "chunks of nobody");
}
