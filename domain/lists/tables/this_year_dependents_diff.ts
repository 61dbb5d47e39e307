import { differenceList } from "../difference_list.ts";
import { familyDifference } from "../differences_family.ts";
import { familyChanges } from "../family_changes.ts";
import type { List } from "../list.ts";

const HEADERS = [
  "会社名",
  "依頼グループ",
  "依頼ステータス",
  "対象外理由",
  "社員番号",
  "所属事業所",
  "雇用形態",
  "在籍状況",
  "姓",
  "名",
  "姓（ヨミガナ）",
  "名（ヨミガナ）",
  "対象扶養親族",
  "★差分種類",
  "被扶養者 家族コード",
  "被扶養者 続柄",
  "被扶養者 性別",
  "被扶養者 姓",
  "被扶養者 名",
  "被扶養者 姓（ヨミガナ）",
  "被扶養者 名（ヨミガナ）",
  "被扶養者 生年月日",
  "被扶養者 同居・別居の別",
  "被扶養者 住所（郵便番号）",
  "被扶養者 住所（都道府県）",
  "被扶養者 住所（市区町村）",
  "被扶養者 住所（丁目・番地）",
  "被扶養者 住所（建物名・部屋番号）",
  "被扶養者 住所（ヨミガナ）",
  "被扶養者 障害者区分",
  "被扶養者 税法上の被扶養者",
  "★配偶者の扶養状況変更有無",
  "【参考】本人 合計所得見積額（所得金額調整控除後）",
  "【参考】配偶者 配偶者控除対象",
  "【参考】配偶者 源泉控除対象",
  "【参考】配偶者 同一生計配偶者",
  "【参考】被扶養者 税法上の年間所得見積額（単位: 円）",
  "変更前_被扶養者 続柄",
  "変更前_被扶養者 性別",
  "変更前_被扶養者 姓",
  "変更前_被扶養者 名",
  "変更前_被扶養者 姓（ヨミガナ）",
  "変更前_被扶養者 名（ヨミガナ）",
  "変更前_被扶養者 生年月日",
  "変更前_被扶養者 同居・別居の別",
  "変更前_被扶養者 住所（郵便番号）",
  "変更前_被扶養者 住所（都道府県）",
  "変更前_被扶養者 住所（市区町村）",
  "変更前_被扶養者 住所（丁目・番地）",
  "変更前_被扶養者 住所（建物名・部屋番号）",
  "変更前_被扶養者 住所（ヨミガナ）",
  "変更前_被扶養者 障害者区分",
  "変更前_被扶養者 税法上の被扶養者",
];

/**
 * 今年の扶養親族差分リスト: a row each relative who was added, changed or removed (reference/csv-columns.md 2.2).
 * `quotedEmpty`: what the empty 住所 cells of 別居 are written as.
 */
export function thisYearDependentsDiff(quotedEmpty: string): List {
  return differenceList(HEADERS, familyDifference(quotedEmpty), familyChanges);
}
