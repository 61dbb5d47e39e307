import type { Group } from "../domain/group.ts";
import type { Position, Section } from "./job.ts";

/** The place where nothing is left to walk. */
export const BEHIND_ALL: Position = { group: "", code: null };

/**
 * True for a group that is over at the place to go on from. Groups are taken newest first, which is by id descending,
 * people in no group (`""`) last; so this holds also when groups came or went since the last attempt. A place without a
 * 社員番号 lies behind its group.
 */
export function isPassed(group: string, position: Position | null): boolean {
  if (position === null) return false;
  return group > String(position.group) || (group === position.group && position.code === null);
}

/** A group, or those in no group (null), as a part of a download of all. */
export function sectionOf<G extends Group | null>(group: G): Section & { group: G } {
  const id = group?.id ?? "";
  return {
    group,
    key: group?.name ?? "依頼グループなし",
    end: { group: id, code: null },
    isPassed: (position) => isPassed(id, position),
    holds: (position) => position?.group === id && position.code !== null,
  };
}

/** The 社員番号 to go on behind in a group; null: from its first. */
export function codeAfter(group: string, position: Position | null): string | null {
  return position?.group === group && position.code !== null ? String(position.code) : null;
}
