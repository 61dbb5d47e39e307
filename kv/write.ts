import { z } from "zod";
import type { Guard, Write } from "../domain/write.ts";
import { type Check, type Mutation, set } from "./commit.ts";
import { readMany, type Stored } from "./read.ts";

/** What a repository means by a Write: a mutation, or a count to add to a guard. */
export type RawWrite = Mutation | { type: "tally"; guard: Deno.KvKey; add: Record<string, number> };

/** A guard's value: how often the guarded data changed, and its counts. */
const guardSchema = z.object({ v: z.literal(1), rev: z.number(), tally: z.record(z.string(), z.number()) });
export type GuardValue = z.infer<typeof guardSchema>;
export { guardSchema };

/** Hides a raw write behind the domain's opaque type. */
export function asWrite(raw: RawWrite): Write {
  return raw as unknown as Write;
}

/** The raw write behind an opaque one. */
export function rawWrite(write: Write): RawWrite {
  return write as unknown as RawWrite;
}

/** Hides a key behind the domain's opaque guard. */
export function asGuard(key: Deno.KvKey): Guard {
  return key as unknown as Guard;
}

/** What tells guards apart; that of a read guard is `nameOf` its key. */
export function guardName(guard: Guard): string {
  return nameOf(guard as unknown as Deno.KvKey);
}

/** A key as text. */
export function nameOf(key: Deno.KvKey): string {
  return key.join("\u0000");
}

/** Reads guards; the answer is what `seal` checks and moves. */
export function readGuards(kv: Deno.Kv, guards: readonly Guard[]): Promise<Stored<GuardValue>[]> {
  return readMany(kv, guards.map((guard) => guard as unknown as Deno.KvKey), guardSchema);
}

/** A write counts on a guard that was not read: its subject moved to another group meanwhile. */
export class GuardMissing extends Error {
  override readonly name = "GuardMissing";
}

/**
 * Turns writes into checks and mutations: every guard is checked and its rev and counts move with the data.
 * Throws GuardMissing when a write counts on a guard that was not read.
 */
export function seal(
  guards: Stored<GuardValue>[],
  writes: readonly Write[],
): { checks: Check[]; mutations: Mutation[] } {
  const next = guards.map((guard) => ({
    key: guard.key,
    value: { v: 1 as const, rev: (guard.value?.rev ?? 0) + 1, tally: { ...guard.value?.tally } },
  }));
  const byKey = new Map(next.map((guard) => [nameOf(guard.key), guard.value]));
  // By key: the last write of a key is what a commit leaves anyway, and a batch names the same 部署 again and again.
  const mutations = new Map<string, Mutation>();
  for (const write of writes) {
    const raw = rawWrite(write);
    if (raw.type !== "tally") mutations.set(nameOf(raw.key), raw);
    else addTo(byKey.get(nameOf(raw.guard)), raw.add);
  }
  return {
    checks: guards.map(({ key, versionstamp }) => ({ key, versionstamp })),
    mutations: [...mutations.values(), ...next.map((guard) => set(guard.key, guard.value))],
  };
}

function addTo(value: GuardValue | undefined, add: Record<string, number>) {
  if (!value) throw new GuardMissing("a write counts on a guard that was not read");
  for (const [name, by] of Object.entries(add)) value.tally[name] = (value.tally[name] ?? 0) + by;
}
