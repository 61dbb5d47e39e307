import type { Position } from "./job.ts";

/**
 * True for a group that was written before the place to go on from. Groups are taken newest first, which is by id
 * descending, people in no group (`""`) last; so this holds also when groups came or went since the last attempt.
 */
export function isPassed(group: string, position: Position | null): boolean {
  return position !== null && group > String(position.group);
}
