import type { Guard } from "../../domain/write.ts";
import type { Effect, Unit } from "../job.ts";
import { guardName } from "../../kv/write.ts";
import { LIMITS } from "./size.ts";

/** The guards of one commit; the fence and what operations `add` take the rest of its checks. */
const MAX_GUARDS = LIMITS.checks - 10;

/** What the change of each unit rests on. */
export async function guardsOf<U extends Unit>(
  { guards }: Pick<Effect<U, unknown>, "guards">,
  units: readonly U[],
): Promise<readonly (readonly Guard[])[]> {
  if (typeof guards !== "function") return units.map(() => guards);
  const asked = units.filter((unit) => !unit.problem);
  const named = asked.length === 0 ? [] : await guards(asked);
  let i = 0;
  return units.map((unit) => unit.problem ? [] : named[i++] ?? []);
}

/** Every guard once. */
export function unique(guards: Iterable<Guard>): Guard[] {
  return [...new Map([...guards].map((guard) => [guardName(guard), guard])).values()];
}

/** How many units from the first, one at least, can share a commit that rests on `held` already. */
export function withinGuards(named: readonly (readonly Guard[])[], held: readonly Guard[]): number {
  const names = new Set(held.map(guardName));
  for (let i = 0; i < named.length; i++) {
    for (const guard of named[i]!) names.add(guardName(guard));
    if (names.size > MAX_GUARDS) return held.length === 0 ? Math.max(i, 1) : i;
  }
  return named.length;
}
