import { type Facts, type Log, thrown } from "../../domain/log.ts";
import { type Committer, isDatabaseAway } from "../../kv/commit.ts";
import { failpoint } from "../../kv/failpoint.ts";
import { type Lease, named } from "./lease.ts";
import type { FromWorker, RunReport, StopReason, ToWorker } from "./protocol.ts";
import type { Progress } from "./records.ts";

/** A worker that says nothing for so long is taken for dead (design §4.2 "Workers die"). */
export const WORKER_SILENCE_MS = 60_000;

/**
 * The tick looks more often than this. A longer pause is one of the whole process (SIGSTOP, a sleeping machine), in
 * which no worker could say anything; it counts as no silence of theirs.
 */
export const LOOK_EVERY_MS = 2_000;

/**
 * A worker that cannot be set up (no memory, a database that does not open) never saw its job: that costs the job
 * nothing, or a fault of this process would end everything that waits. It is tried again after a while.
 */
const NOT_BEGUN: RunReport = { how: "returned", back: { why: "stopped", delayMs: 10_000 } };

/** The main thread's side of a worker: a Web Worker, or the same code in this thread. */
export interface Channel {
  // deno-lint-ignore no-explicit-any
  post(message: ToWorker<any>): void;
  onMessage(listener: (message: FromWorker) => void): void;
  /** The worker broke: an error outside any promise of ours, or a module that does not load. */
  onBreak(listener: (reason: string) => void): void;
  terminate(): void;
}

/** What the pool tells while a job runs. */
export interface RunListener {
  progress(progress: Progress): void;
  /** The run is over; `died`: the worker is gone and the lease still held. */
  over(report: RunReport | { how: "died"; reason: string }): void;
}

export interface Pool {
  /**
   * Starts so many workers ahead of need, so that a claimed job starts at once: one after the other, since on few cores
   * the first would wait for all. What is claimed meanwhile waits for no other's start.
   */
  warm(count: number): void;
  run(lease: Lease, listener: RunListener): void;
  /** Asks the worker of this lease to stop; its report follows. */
  stop(lease: Lease, reason: StopReason): void;
  /** Ends the worker of this lease without a report. */
  kill(lease: Lease): void;
  /** Looks for workers that fell silent; called by the tick. */
  watch(): void;
  close(): void;
}

interface Crew {
  channel: Channel;
  lease: Lease | null;
  listener: RunListener | null;
  heardAt: number;
  /** Commits of it that are under way here: it waits for us. */
  committing: number;
  /** It said that it was set up: its modules load and its databases open. */
  ready: boolean;
}

export interface PoolOptions {
  spawn(): Channel;
  /** Sent to each worker first. */
  setup: unknown;
  committer: Committer;
  log: Log;
  monotonic?: () => number;
  silenceMs?: number;
}

/** A pool of workers, one job a worker, replaced when they die. */
export function poolOf(
  { spawn, setup, committer, log, monotonic = () => performance.now(), silenceMs = WORKER_SILENCE_MS }:
    PoolOptions,
): Pool {
  const crews = new Set<Crew>();
  let closed = false;
  /** So many are to be there ahead of need. */
  let wanted = 0;
  let watchedAt = monotonic();

  function hire(): Crew {
    const crew: Crew = {
      channel: spawn(),
      lease: null,
      listener: null,
      heardAt: monotonic(),
      committing: 0,
      ready: false,
    };
    crews.add(crew);
    crew.channel.onMessage((message) => hear(crew, message));
    crew.channel.onBreak((reason) => bury(crew, reason));
    crew.channel.post({ type: "setup", setup });
    return crew;
  }

  /** Hires the next one; each calls for another when it is ready. */
  function warmUp() {
    if (crews.size < wanted) hire();
  }

  function hear(crew: Crew, message: FromWorker) {
    if (!crews.has(crew)) return;
    crew.heardAt = monotonic();
    switch (message.type) {
      case "ready":
        crew.ready = true;
        return warmUp();
      case "commit":
        return void pass(crew, message);
      case "progress":
        return crew.listener?.progress(message.progress);
      case "log":
        return log(message.level, message.event, { ...aboutOf(crew), ...message.facts });
      case "done":
        return release(crew)?.over(message.report);
    }
  }

  /** Commits of a worker that was buried meanwhile still go through: the fence decides whether they count. */
  async function pass(crew: Crew, message: FromWorker & { type: "commit" }) {
    const { call } = message;
    crew.committing++;
    try {
      failpoint?.("pass:before");
      const result = await committer.commit(message.change, message.priority);
      failpoint?.("pass:after");
      if (crews.has(crew)) crew.channel.post({ type: "committed", call, result });
    } catch (error) {
      const text = error instanceof Error ? error.message : "commit failed";
      const away = isDatabaseAway(error);
      if (crews.has(crew)) crew.channel.post({ type: "commit_failed", call, message: text, away });
    } finally {
      crew.committing--;
      crew.heardAt = monotonic();
    }
  }

  function aboutOf({ lease }: Crew): Facts {
    return lease === null ? {} : named(lease);
  }

  function release(crew: Crew): RunListener | null {
    const listener = crew.listener;
    crew.lease = null;
    crew.listener = null;
    return listener;
  }

  function bury(crew: Crew, reason: string) {
    if (!crews.delete(crew)) return;
    crew.channel.terminate();
    log("error", "worker died", { ...aboutOf(crew), error: thrown(reason) });
    release(crew)?.over(crew.ready ? { how: "died", reason } : NOT_BEGUN);
    // One that never got ready would be followed by others that do not either, as fast as they can be started.
    if (!closed && crew.ready) hire();
  }

  function crewOf(lease: Lease): Crew | undefined {
    return [...crews].find((crew) => crew.lease?.token === lease.token);
  }

  return {
    warm(count) {
      wanted = count;
      warmUp();
    },
    run(lease, listener) {
      const crew = [...crews].find((one) => one.lease === null) ?? hire();
      crew.lease = lease;
      crew.listener = listener;
      crew.heardAt = monotonic();
      crew.channel.post({ type: "run", lease });
    },
    stop(lease, reason) {
      crewOf(lease)?.channel.post({ type: "stop", reason });
    },
    kill(lease) {
      const crew = crewOf(lease);
      if (!crew) return;
      crews.delete(crew);
      crew.channel.terminate();
    },
    watch() {
      const at = monotonic();
      const stoodStill = Math.max(0, at - watchedAt - LOOK_EVERY_MS);
      watchedAt = at;
      for (const crew of crews) {
        crew.heardAt += stoodStill;
        if (crew.lease && crew.committing === 0 && at - crew.heardAt > silenceMs) bury(crew, "silent");
      }
    },
    close() {
      closed = true;
      for (const crew of crews) crew.channel.terminate();
      crews.clear();
    },
  };
}
