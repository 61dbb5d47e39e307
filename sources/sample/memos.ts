import type { Memo } from "../../domain/request.ts";
import type { SampleCompany } from "./companies.ts";
import type { Draws } from "./draws.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** 管理者メモ; some break careless CSV writers: commas, quotes, line breaks, formula signs, an emoji. */
const TEXTS: readonly string[] = [
  "海外出張から戻り次第、書類を回収する",
  "電話で確認済み",
  "扶養の異動あり,証明書の原本待ち",
  '本人より"来週提出"との連絡',
  "1. 保険料控除証明書の不足\n2. 住所変更の届け出\n3. 前職の源泉徴収票",
  '育児休業中。\r\n回答は12月上旬の予定、"要フォロー"',
  "=要確認",
  "-",
  "+81-3-0000-0000 に連絡",
  "確認しました👍 問題ありません",
  "①控除額 ㈱の表記 ～ ― ￤ を確認",
  "長".repeat(499) + "い",
];

/** The memos of a 依頼, oldest first: one person in six has one to three. */
export function memosOf(company: SampleCompany, draws: Draws, from: number): Memo[] {
  if (!draws.oneIn(6)) return [];
  let at = from;
  return Array.from({ length: 1 + draws.int(3) }, () => {
    at += 1000 + draws.int(4) * DAY + draws.int(HOUR);
    return { text: draws.pick(TEXTS), at, by: `admin@${company.domain}` };
  });
}
