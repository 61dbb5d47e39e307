import { type ReviewKey, reviewKeysOf, reviewWord } from "./reviews.ts";

/** Rows that are looked at one after the other (［選択した書類をまとめてチェック］), and the list they came from. */
export interface Walk {
  /** Address of the list. */
  list: string;
  /** The rows of this stretch, in order; none: one is looked at alone. */
  rows: ReviewKey[];
  /** Cursor of those behind, where all that match were chosen; null: these are all. */
  more: string | null;
  /** ［チェック後、次の書類へ進む］ is not ticked. */
  stays: boolean;
}

/** The most rows of a stretch: what fits into an address, and a page of the list. */
const MOST_ROWS = 50;

/** The walk in the query of an address; `list` is where it came from, already looked at. */
export function walkIn(params: URLSearchParams, list: string): Walk {
  const words = (params.get("rows") ?? "").split("~").slice(0, MOST_ROWS);
  return {
    list,
    rows: reviewKeysOf(words),
    more: params.get("more"),
    stays: params.get("stays") === "1",
  };
}

/** The query that `walkIn` reads the walk from again, with its "?". */
export function walkQuery({ list, rows, more, stays }: Walk): string {
  const params = new URLSearchParams({ list });
  if (rows.length > 0) params.set("rows", rows.map(reviewWord).join("~"));
  if (more !== null) params.set("more", more);
  if (stays) params.set("stays", "1");
  return `?${params}`;
}

/** Where a row stands in the walk: `at` counts from 0; null: it is not in it. */
export function placeIn({ rows }: Walk, key: ReviewKey) {
  const at = rows.findIndex(({ id, of }) => id === key.id && of === key.of);
  return at === -1 ? null : { at, previous: rows[at - 1] ?? null, next: rows[at + 1] ?? null };
}
