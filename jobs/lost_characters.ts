import type { Lost } from "../formats/pdf/missing.ts";
import type { RefusedRow } from "./job.ts";

/** A document, and what of it the font could not print. */
export interface PrintedWithout {
  /** 書類名. */
  document: string;
  lost: readonly Lost[];
}

/** Places that are told of somebody; nobody reads more, and the reason is kept in one value of KV. */
const TOLD = 10;

/**
 * The row that says which characters of an employee's documents are 〓 and have to be written by hand; none for none.
 * `key`: 社員番号.
 */
export function lostRows(key: string, documents: readonly PrintedWithout[]): RefusedRow[] {
  const places = documents.flatMap(({ document, lost }) =>
    lost.map(({ field, characters }) => `${document}の${field}「${characters.join("")}」`)
  );
  // What stands on every sheet of a document lacks them on each.
  const distinct = [...new Set(places)];
  if (distinct.length === 0) return [];
  const told = distinct.slice(0, TOLD).join("、");
  const rest = distinct.length - TOLD;
  return [{ key, code: "not_in_font", params: { places: rest > 0 ? `${told}、ほか${rest}欄` : told } }];
}
