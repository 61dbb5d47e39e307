import type { GuardValue } from "../../kv/write.ts";
import { readGuards, seal } from "../../kv/write.ts";
import { type Mutation, set } from "../../kv/commit.ts";
import { failpoint } from "../../kv/failpoint.ts";
import { jobKeys } from "../../kv/keys.ts";
import type { Stored } from "../../kv/read.ts";
import type { ReasonCode, ReasonParams } from "../../domain/reasons.ts";
import type { Write } from "../../domain/write.ts";
import type { Change, Effect, Unit } from "../job.ts";
import { assertHeld, type Execution, fence, moveCheckpoint, throwIfStopped } from "./execution.ts";
import type { Checkpoint } from "./records.ts";
import { fits, plus, weigh, type Weight } from "./size.ts";

/** How many units are read at a time; about what fits into one commit. */
const READ_UNITS = 64;

/** After so many lost races a commit takes one unit only, so that a busy group cannot starve the job. */
const RACES_BEFORE_SINGLE = 5;

interface Loaded<U, Current> {
  unit: U;
  /** Undefined for a unit that was refused while it was read. */
  current: Current | undefined;
}

/**
 * Changes stored data unit by unit, exactly once: whole units are packed into commits within the limits, each
 * carrying the fence, the guards, the refused rows and the checkpoint (design §4.2 "Effects").
 * Throws JobLost when the fence has moved.
 */
export async function applyUnits<U extends Unit, Current>(
  x: Execution,
  units: readonly U[],
  effect: Effect<U, Current>,
): Promise<void> {
  let from = 0;
  let races = 0;
  let guards = await readGuards(x.kv, effect.guards);
  let loading = load(units.slice(0, READ_UNITS), effect);
  while (from < units.length) {
    throwIfStopped(x);
    const loaded = await loading;
    const pack = packUnits(x, loaded, guards, effect);
    const next = from + pack.count;
    // Read ahead while the commit is written: its guards hold for both, or the commit fails and both are read again.
    const rest = loaded.slice(pack.count);
    const ahead = from + loaded.length;
    loading = load(units.slice(ahead, ahead + READ_UNITS - rest.length), effect)
      .then((more) => [...rest, ...more]);
    loading.catch(() => {});
    failpoint?.("apply:before");
    const result = await x.committer.commit(
      { checks: [fence(x), ...pack.checks], mutations: pack.mutations },
      "bulk",
    );
    failpoint?.("apply:after");
    if (result.ok) {
      from = next;
      races = 0;
      guards = pack.guards.map((guard) => ({ ...guard, versionstamp: result.versionstamp }));
      x.checkpoint = pack.checkpoint;
      x.report({ done: x.checkpoint.done, total: x.checkpoint.total });
      continue;
    }
    await assertHeld(x);
    races++;
    guards = await readGuards(x.kv, effect.guards);
    loading = load(units.slice(from, from + (races > RACES_BEFORE_SINGLE ? 1 : READ_UNITS)), effect);
  }
}

async function load<U extends Unit, Current>(
  units: readonly U[],
  effect: Effect<U, Current>,
): Promise<Loaded<U, Current>[]> {
  const currents = await effect.read(units.filter((unit) => !unit.problem));
  let i = 0;
  return units.map((unit) => ({ unit, current: unit.problem ? undefined : currents[i++] }));
}

interface Pack {
  count: number;
  checks: { key: Deno.KvKey; versionstamp: string | null }[];
  mutations: Mutation[];
  guards: Stored<GuardValue>[];
  checkpoint: Checkpoint;
}

function packUnits<U extends Unit, Current>(
  x: Execution,
  loaded: Loaded<U, Current>[],
  guards: Stored<GuardValue>[],
  effect: Effect<U, Current>,
): Pack {
  const checkpoint: Checkpoint = {
    ...x.checkpoint,
    counts: { ...x.checkpoint.counts },
    refusals: { ...x.checkpoint.refusals },
  };
  const writes: Write[] = [];
  const errors: Mutation[] = [];
  // The checkpoint, the guards' own values and the fence, generously.
  let weight: Weight = { mutations: 4 + guards.length, keyBytes: 4096, bytes: 64 * 1024 };
  let count = 0;
  for (const { unit, current } of loaded) {
    const change = unit.problem
      ? { refuse: unit.problem.code, params: unit.problem.params }
      : effect.change(unit, current as Current);
    const added = mutationsOf(x, unit, change);
    const heavier = added.mutations.map(weigh).reduce(plus, weight);
    if (!fits(heavier)) {
      if (count === 0) throw new Error("one unit does not fit into a commit");
      break;
    }
    weight = heavier;
    writes.push(...added.writes);
    errors.push(...added.errors);
    book(checkpoint, unit, change);
    count++;
  }
  const sealed = seal(guards, writes);
  return {
    count,
    checks: sealed.checks,
    mutations: [...sealed.mutations, ...errors, moveCheckpoint(x, checkpoint)],
    guards: guards.map((guard) => ({ ...guard, value: lastValue(sealed.mutations, guard) })),
    checkpoint,
  };
}

function lastValue(mutations: Mutation[], guard: Stored<GuardValue>): GuardValue | null {
  const moved = mutations.findLast((m) => m.type === "set" && m.key === guard.key);
  return moved?.type === "set" ? moved.value as GuardValue : guard.value;
}

function mutationsOf(x: Execution, unit: Unit, change: Change) {
  if ("refuse" in change) {
    const errors = [rowError(x, unit, change.refuse, change.params ?? {})];
    return { writes: [], errors, mutations: errors };
  }
  const writes = "writes" in change ? change.writes : [];
  return { writes, errors: [], mutations: writes.map(asMutation).filter((m) => m !== null) };
}

/** Tallies weigh nothing: they end in the guards. */
function asMutation(write: Write): Mutation | null {
  const raw = write as unknown as Mutation | { type: "tally" };
  return raw.type === "tally" ? null : raw;
}

/** The key that remembers a refused unit; its line orders it. */
export function rowError(x: Execution, unit: Unit, code: ReasonCode, params: ReasonParams): Mutation {
  const { tenant, job } = x.lease;
  return set(jobKeys.rowError(tenant, job, unit.line), {
    v: 1,
    line: unit.line,
    key: unit.key,
    code,
    params,
  });
}

/** Counts a unit in a checkpoint and moves its position past it. */
export function book(checkpoint: Checkpoint, unit: Unit, change: Change): void {
  checkpoint.done++;
  checkpoint.position = { line: unit.line };
  if ("refuse" in change) add(checkpoint.refusals, change.refuse);
  else if ("skip" in change) add(checkpoint.counts, `skipped.${change.skip}`);
  else add(checkpoint.counts, change.count);
}

function add(counts: Record<string, number>, name: string) {
  counts[name] = (counts[name] ?? 0) + 1;
}
