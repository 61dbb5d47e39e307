import { commonCause, isReasonCode } from "../domain/reasons.ts";
import { countOf, SKIPPED } from "./engine/counts.ts";
import type { Checkpoint } from "./engine/records.ts";
import type { Outcome, SummaryTexts } from "./job.ts";
import { number } from "./messages.ts";

/** Reasons named in the list line; more are counted as kinds (operations.md "Messages"). */
const NAMED_REASONS = 2;

const NO_TARGETS = "対象外のため処理しなかった従業員が{n}名います。";

/** Status, list line and 結果詳細 out of what the checkpoint counted. */
export function summarise(checkpoint: Pick<Checkpoint, "counts" | "refusals">, texts: SummaryTexts): Outcome {
  const { counts, refusals } = checkpoint;
  const counted = (lines: Record<string, string>) =>
    Object.entries(lines)
      .filter(([word]) => word in texts.done || countOf(counts, word) > 0)
      .map(([word, text]) => sentence(countOf(counts, word), text));
  const skipped = Object.entries(counts).filter(([name, n]) => name.startsWith(SKIPPED) && n > 0);
  const left = sum(skipped.map(([, n]) => n));
  const refused = byCause(refusals);
  const failed = sum(refused.map(([, n]) => n));
  return {
    status: failed > 0 ? "completed_with_errors" : "completed",
    message: [
      counted(texts.done).join(""),
      left > 0 ? sentence(left, texts.left ?? NO_TARGETS) : "",
      failed > 0 ? `${number(failed)}件はエラーです（${reasons(refused)}）。` : "",
    ].join(""),
    details: [
      ...counted(texts.lines ?? texts.done),
      ...skipped.map(([name, n]) =>
        `${number(n)}${texts.skipped?.[name.slice(SKIPPED.length)] ?? "名は対象外です。"}`
      ),
      ...refused.map(([cause, n]) => `${number(n)}件はエラーです（${cause}）。`),
    ],
  };
}

/** The number goes in the place of `{n}`, else before the text. */
function sentence(n: number, text: string): string {
  return text.includes("{n}") ? text.replace("{n}", number(n)) : number(n) + text;
}

function reasons(refused: [string, number][]): string {
  const named = refused.slice(0, NAMED_REASONS).map(([cause, n]) => `${cause}：${number(n)}件`);
  const rest = refused.length - NAMED_REASONS;
  return [...named, ...(rest > 0 ? [`ほか${rest}種類`] : [])].join("、");
}

/** Refusals by their cause, commonest first; several codes may differ in their remedy only. */
function byCause(refusals: Record<string, number>): [string, number][] {
  const causes = new Map<string, number>();
  for (const [code, n] of Object.entries(refusals)) {
    const cause = causeOf(code);
    causes.set(cause, (causes.get(cause) ?? 0) + n);
  }
  return [...causes].sort(([, a], [, b]) => b - a);
}

/** The cause without its parameters, which belong to single rows. */
function causeOf(code: string): string {
  return commonCause(isReasonCode(code) ? code : "unknown");
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
