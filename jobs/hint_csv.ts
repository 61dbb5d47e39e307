import { QUESTIONS } from "../domain/questionnaire.ts";
import { encodeCsv } from "../formats/csv_write.ts";

/** The columns of row 12, in its template and in the current settings (operations.md, Decisions). */
export const HINT_COLUMNS = { number: "設問番号", title: "アンケートタイトル", hint: "ヒント" } as const;

/** Every question with the hint that is shown for it: `own` hints first, the defaults otherwise. */
export function hintRows(own: ReadonlyMap<number, string> = new Map()): string[][] {
  return QUESTIONS.map(({ number, title, hint }) => [String(number), title, own.get(number) ?? hint ?? ""]);
}

/** 現在の設定状態: what row 12 takes back, for this group or another. */
export function hintCsv(own: ReadonlyMap<number, string>): Uint8Array<ArrayBuffer> {
  const records = [Object.values(HINT_COLUMNS), ...hintRows(own)];
  return encodeCsv(records, { charset: "utf-8", neutralise: true }, true).bytes;
}
