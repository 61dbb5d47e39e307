import { Refusal } from "./errors.ts";
import { COLLECTED_PARTS, type CollectedPart, MAX_COMMENT, MAX_MEMO } from "./request.ts";
import { charactersOf, tidy, UNSEEN } from "./text.ts";

/** A 管理者メモ as it is stored. Refuses `memo_…` for what is none. */
export function memoText(written: string): string {
  return textFor("memo", written, MAX_MEMO);
}

/** What an employee is asked to correct: 修正項目 and 修正内容. */
export interface CorrectionText {
  parts: CollectedPart[];
  comment: string;
}

/** What was ticked and written, as it is stored. Refuses `correction_…` for what is no correction. */
export function correctionText(ticked: readonly string[], written: string): CorrectionText {
  const parts = COLLECTED_PARTS.filter((part) => ticked.includes(part));
  if (parts.length === 0) throw new Refusal("correction_parts");
  return { parts, comment: textFor("correction_comment", written, MAX_COMMENT) };
}

function textFor(code: "memo" | "correction_comment", written: string, max: number): string {
  const text = tidy(written);
  if (text === "") throw new Refusal(`${code}_empty`);
  if (UNSEEN.test(text.replaceAll("\t", " "))) throw new Refusal(`${code}_characters`);
  const count = charactersOf(text);
  if (count > max) throw new Refusal(`${code}_too_long`, { count, max: max.toLocaleString("ja-JP") });
  return text;
}
