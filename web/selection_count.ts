import { notRequested } from "../domain/request.ts";
import { countMatching, type MemberFilter, memberTest } from "../domain/member_filter.ts";
import { placesIn } from "../domain/member_scope.ts";
import type { Stores } from "../domain/stores.ts";

/** All people of a list of 対象従業員設定, on whatever page; a 管理者 is never limited to a range. */
export interface Everybody {
  /** Group id, NO_GROUP, or "" for all. */
  scope: string;
  filter: MemberFilter;
}

/** How many they are, and how many of them were never asked (未依頼, or in no group). */
export interface SelectionCount {
  matching: number;
  deletable: number;
}

/** How many match, where the groups' counts tell it; else null. */
export async function quickCount(
  stores: Stores,
  { scope, filter }: Everybody,
): Promise<number | null> {
  const places = await placesIn(scope, stores);
  const tallies = await Promise.all(places.map((place) => stores.groups.tally(place ?? "")));
  const counts = tallies.map((tally) => countMatching(tally, filter));
  return counts.reduce((sum, count) => sum === null || count === null ? null : sum + count, 0);
}

/** Counts them one by one, for the question before they are deleted. Stops when `signal` aborts. */
export async function countSelection(
  stores: Stores,
  { scope, filter }: Everybody,
  signal: AbortSignal,
): Promise<SelectionCount> {
  const passes = memberTest(filter);
  const count = { matching: 0, deletable: 0 };
  for (const place of await placesIn(scope, stores)) {
    for await (const members of stores.members.walk(place)) {
      signal.throwIfAborted();
      const found = members.filter(passes);
      count.matching += found.length;
      count.deletable += found.filter(notRequested).length;
    }
  }
  return count;
}
