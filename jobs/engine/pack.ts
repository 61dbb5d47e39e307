import { type Mutation, set } from "../../kv/commit.ts";
import { jobKeys } from "../../kv/keys.ts";
import type { Stored } from "../../kv/read.ts";
import { type GuardValue, nameOf, rawWrite, seal } from "../../kv/write.ts";
import type { ReasonCode, ReasonParams } from "../../domain/reasons.ts";
import type { Guard, Write } from "../../domain/write.ts";
import type { Change, Effect, Unit } from "../job.ts";
import { type Execution, moveCheckpoint } from "./execution.ts";
import type { Checkpoint } from "./records.ts";
import { fits, plus, weigh, type Weight } from "./size.ts";

/** A unit and what it is computed from. */
export interface Loaded<U, Current> {
  unit: U;
  /** Undefined for a unit that was refused while it was read. */
  current: Current | undefined;
  /** What its change rests on. */
  guards: readonly Guard[];
}

/** Whole units in one commit, all but the versionstamps that it checks. */
export interface Pack {
  count: number;
  mutations: Mutation[];
  /** The guards' values after the commit; their keys are what it checks. */
  guards: Stored<GuardValue>[];
  /** The checkpoint after the commit. */
  checkpoint: Checkpoint;
}

/** Takes as many units as fit into one commit. Throws when not even one does, and GuardMissing. */
export function packUnits<U extends Unit, Current>(
  x: Execution,
  before: Checkpoint,
  loaded: readonly Loaded<U, Current>[],
  guards: Stored<GuardValue>[],
  effect: Effect<U, Current>,
): Pack {
  const checkpoint = { ...before, counts: { ...before.counts }, refusals: { ...before.refusals } };
  const writes: Write[] = [];
  const errors: Mutation[] = [];
  // The checkpoint, the guards' own values and the fence, generously.
  let weight: Weight = { mutations: 4 + guards.length, keyBytes: 4096, bytes: 64 * 1024 };
  let count = 0;
  // A key that several units write is one mutation of the commit, and weighs once.
  const named = new Set<string>();
  for (const { unit, current } of loaded) {
    const change = unit.problem
      ? { refuse: unit.problem.code, params: unit.problem.params }
      : effect.change(unit, current as Current);
    const added = mutationsOf(x, unit, change);
    const names = added.mutations.map(({ key }) => nameOf(key));
    const heavier = added.mutations.filter((_, i) => !named.has(names[i]!)).map(weigh).reduce(plus, weight);
    if (!fits(heavier)) {
      if (count === 0) throw new Error("one unit does not fit into a commit");
      break;
    }
    weight = heavier;
    for (const name of names) named.add(name);
    writes.push(...added.writes);
    errors.push(...added.errors);
    book(checkpoint, unit, change);
    count++;
  }
  const sealed = seal(guards, writes);
  return {
    count,
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
  const raw = rawWrite(write);
  return raw.type === "tally" ? null : raw;
}

/** The key that remembers a refused unit; its line orders it. */
export function rowError(
  x: Execution,
  unit: Pick<Unit, "line" | "key">,
  code: ReasonCode,
  params: ReasonParams,
): Mutation {
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
function book(checkpoint: Checkpoint, unit: Unit, change: Change): void {
  checkpoint.done++;
  checkpoint.position = unit.position ?? { line: unit.line };
  if ("refuse" in change) add(checkpoint.refusals, change.refuse);
  else if ("skip" in change) add(checkpoint.counts, `skipped.${change.skip}`);
  else for (const word of [change.count].flat()) add(checkpoint.counts, word);
}

function add(counts: Record<string, number>, name: string) {
  counts[name] = (counts[name] ?? 0) + 1;
}
