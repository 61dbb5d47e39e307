import type { Progress } from "./engine/records.ts";
import { WAITING_MESSAGE } from "./view.ts";

/** A count as pages write it: half width, a comma every three digits. */
export function number(n: number): string {
  return n.toLocaleString("ja-JP");
}

/** メッセージ of a job that runs or waits (operations.md "Messages"). */
export function runningMessage(claimed: boolean, { done, total }: Progress): string {
  if (!claimed) return WAITING_MESSAGE;
  if (total === null) return done === 0 ? "処理を始めました。" : `${number(done)}件を処理しています。`;
  return `${number(done)}／${number(total)}件を処理しています。`;
}
