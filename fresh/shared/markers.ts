/**
 * The comments that mark islands, slots and head elements in a page. An island is the range of nodes between
 * its two comments, and so is a slot; both lie inside one parent element.
 */

/** Opens island number `index` of the page. */
export const islandStart = (index: number): string => `frsh:island:${index}`;
export const ISLAND_END = "/frsh:island";

/** Opens the JSX that an island received as its prop; see {@linkcode slotId}. */
export const slotStart = (id: string): string => `frsh:slot:${id}`;
export const SLOT_END = "/frsh:slot";

export const HEAD_START = "frsh:head";
export const HEAD_END = "/frsh:head";

/** Names slot number `n` of the page; also the id of the template that holds a slot not shown yet. */
export const slotId = (n: number): string => `frsh-${n}`;

/** The number in an island's opening comment, or null for any other comment. */
export function islandIndex(comment: string): number | null {
  const match = /^frsh:island:(\d+)$/.exec(comment);
  return match ? Number(match[1]) : null;
}

/** The id in a slot's opening comment, or null for any other comment. */
export function slotOf(comment: string): string | null {
  return /^frsh:slot:(frsh-\d+)$/.exec(comment)?.[1] ?? null;
}
