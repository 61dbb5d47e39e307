import { notRequested } from "../domain/insurance_rules.ts";
import { countMatching, type MemberFilter, memberTest } from "../domain/member_filter.ts";
import { placesIn } from "../domain/member_scope.ts";
import { inRange, type Range } from "../domain/permission.ts";
import type { Stores } from "../domain/stores.ts";

/** All people of a list, on whatever page. */
export interface Everybody {
  /** Group id, NO_GROUP, or "" for all. */
  scope: string;
  filter: MemberFilter;
  range: Range;
}

/** How many they are, and how many of them were never asked (未依頼, or in no group). */
export interface SelectionCount {
  matching: number;
  deletable: number;
}

/** How many match, where the groups' counts tell it; else null. */
export async function quickCount(
  stores: Stores,
  { scope, filter, range }: Everybody,
): Promise<number | null> {
  if (range.kind !== "all") return null;
  const places = await placesIn(scope, stores);
  const tallies = await Promise.all(places.map((place) => stores.groups.tally(place ?? "")));
  const counts = tallies.map((tally) => countMatching(tally, filter));
  return counts.reduce((sum, count) => sum === null || count === null ? null : sum + count, 0);
}

/** Counts them one by one, for the question before they are deleted. Stops when `signal` aborts. */
export async function countSelection(
  stores: Stores,
  { scope, filter, range }: Everybody,
  signal: AbortSignal,
): Promise<SelectionCount> {
  const passes = memberTest(filter);
  const count = { matching: 0, deletable: 0 };
  for (const place of await placesIn(scope, stores)) {
    for await (const members of stores.members.walk(place)) {
      signal.throwIfAborted();
      const found = members.filter((member) => inRange(range, member.employee) && passes(member));
      count.matching += found.length;
      count.deletable += found.filter(notRequested).length;
    }
  }
  return count;
}
