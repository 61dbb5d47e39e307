import { REVIEWED, type Reviewed } from "./request.ts";

/** The views of a group beside 依頼一覧 (reference/screens.md §4): one row is a document, or a 前職情報. */
export const REVIEW_VIEWS = ["documents", "previous_jobs"] as const;
export type ReviewView = typeof REVIEW_VIEWS[number];

/** One row of 書類一覧 or 前職情報一覧: whose, and what. */
export interface ReviewKey {
  /** Id of the employee, and of the 依頼. */
  id: string;
  of: Reviewed;
}

/** The view that lists a document, or 前職情報. */
export function viewOf(of: Reviewed): ReviewView {
  return of === "previous_job" ? "previous_jobs" : "documents";
}

/** The row as one word, for tick boxes and addresses. */
export function reviewWord({ id, of }: ReviewKey): string {
  return `${id}.${of}`;
}

/** The row that a word names; null: none. */
export function reviewKeyOf(word: string): ReviewKey | null {
  const [id, of, ...more] = word.split(".");
  const known = REVIEWED.find((one) => one === of);
  return id && known && more.length === 0 ? { id, of: known } : null;
}

/** The rows that words name, each once, in the order given. */
export function reviewKeysOf(words: readonly string[]): ReviewKey[] {
  return [...new Set(words)].flatMap((word) => reviewKeyOf(word) ?? []);
}
