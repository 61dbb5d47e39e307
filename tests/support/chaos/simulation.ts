import { setImmediate } from "node:timers";
import type { Stores } from "../../../domain/stores.ts";
import { breakerOf } from "../../../jobs/engine/breaker.ts";
import { claimsOf } from "../../../jobs/engine/claims.ts";
import { eventHub } from "../../../jobs/engine/events.ts";
import { enrol, mortician } from "../../../jobs/engine/owner.ts";
import { poolOf } from "../../../jobs/engine/pool.ts";
import { runsOf } from "../../../jobs/engine/runs.ts";
import { serve } from "../../../jobs/engine/serve.ts";
import { runDue } from "../../../jobs/engine/sweep.ts";
import { inProcess } from "../../../jobs/engine/test_tools.ts";
import { tickOf } from "../../../jobs/engine/tick.ts";
import type { Operation } from "../../../jobs/operation.ts";
import { runnerOf } from "../../../jobs/runner.ts";
import type { CommitResult, Committer } from "../../../kv/commit.ts";
import type { Files } from "../../../kv/files/files.ts";
import { wrapCommits } from "../../../kv/files/testing.ts";
import type { MasterSource } from "../../../sources/source.ts";
import { dueOf } from "./due.ts";

/** Longer than any schedule. */
const ATTACHMENT_TTL_MS = 24 * 60 * 60_000;

/** A process made of the engine's own parts, that does nothing unless told, and only so much. */
export interface Process {
  /** A dead process commits nothing any more, in either database. */
  readonly alive: boolean;
  /** One tick; nothing while it stands still. */
  tick(): Promise<void>;
  /** Lets the next commit of its workers through; false when none waits. */
  step(): boolean;
  /** Stands still, or goes on: its workers go on either way when they are stepped. */
  hold(still: boolean): void;
  /** It stands still, so that nothing goes on unless it is told to. */
  readonly idle: boolean;
  kill(): void;
  /** Leaves in order. */
  leave(): Promise<void>;
}

/** What all processes of one test share. */
export interface World {
  files: Files;
  monotonic: () => number;
  find(kind: string): Operation | null;
  /** Commits under way: nothing may be closed before they are over. */
  commits: Set<Promise<unknown>>;
  /** Whatever is told as a fault; none is expected. */
  fault(what: string, error: unknown): void;
}

/** Starts a process. */
export async function startProcess({ files, monotonic, find, fault, commits }: World): Promise<Process> {
  const { kv, keyring } = files;
  let state: "running" | "still" | "dead" = "running";
  // Whoever waits for a commit of a dead process waits in vain.
  const death = Promise.withResolvers<void>();
  let turn = Promise.resolve();
  const waiting: (() => void)[] = [];
  function whileAlive<T>(work: () => Promise<T>): Promise<T> {
    if (state === "dead") return new Promise(() => {});
    const underWay = work().finally(() => commits.delete(underWay));
    commits.add(underWay);
    return underWay;
  }
  const committer: Committer = {
    commit: (change, priority) => whileAlive(() => files.committer.commit(change, priority)),
  };
  const stepped: Committer = {
    commit: (change, priority) =>
      new Promise<CommitResult>((resolve, reject) => {
        waiting.push(() => committer.commit(change, priority).then(resolve, reject));
      }),
  };
  const blobKv = wrapCommits(files.blobKv, whileAlive);
  const mine: Files = { kv, blobKv, committer, keyring };
  const log = () => {};
  const pool = poolOf({
    spawn: () => inProcess((port) => serve(port, () => Promise.resolve(runnerOfWorld(mine, find, fault)))),
    setup: {},
    committer: stepped,
    log,
    monotonic,
  });
  const owner = await enrol(committer, null);
  const at = { kv, committer, owner: owner.id, monotonic, faults: fault, ring: () => {} };
  const runs = runsOf({ ...at, pool });
  const dead = mortician({ ...at, lockDir: null });
  const breaker = breakerOf({ ...at, runs, log, mortician: dead });
  const workshop = {
    pool,
    runs,
    owner,
    breaker,
    claim: claimsOf({ ...at, runs, concurrency: 2 }),
    mortician: dead,
    sweep: () => runDue(kv, committer, dueOf(mine), fault),
  };
  const tick = tickOf({ kv, events: eventHub(kv, () => {}), workshop, monotonic, faults: fault });
  async function leave() {
    await tick.run(true);
    // Workers that get through in time give back by themselves; the others are ended.
    for (let n = 0; n < 4 && runs.size > 0; n++) {
      waiting.shift()?.();
      await turns(4);
    }
    await runs.abandonAll();
    pool.close();
    await owner.leave();
    kill();
  }

  function kill() {
    state = "dead";
    death.resolve();
  }

  /** A process has one loop. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const mine = turn.then(() => state === "running" ? Promise.race([work(), death.promise]) : undefined);
    turn = mine.catch(() => {});
    return mine;
  }

  return {
    get alive() {
      return state !== "dead";
    },
    tick: () =>
      inTurn(async () => {
        await tick.run(false);
        await tick.swept();
      }),
    step() {
      const next = waiting.shift();
      next?.();
      return next !== undefined;
    },
    get idle() {
      return state !== "running";
    },
    hold(still) {
      if (state !== "dead") state = still ? "still" : "running";
    },
    kill,
    leave: () => inTurn(leave),
  };
}

function runnerOfWorld(files: Files, find: World["find"], fault: World["fault"]) {
  return runnerOf({
    kv: files.kv,
    files,
    ttlMs: ATTACHMENT_TTL_MS,
    find,
    prepare: () =>
      Promise.resolve({
        group: null,
        data: {} as Stores,
        range: null,
        role: "none",
        source: {} as MasterSource,
      }),
    maxRows: 1_000,
    sealAfterMs: 0,
    bugyoEncoding: "utf-8",
    log: (text) => fault("job", text),
  });
}

/** Lets everything go on that can without waiting for more than a commit or two. */
export async function turns(n: number): Promise<void> {
  for (let i = 0; i < n; i++) await new Promise<void>((resolve) => setImmediate(() => resolve()));
}
