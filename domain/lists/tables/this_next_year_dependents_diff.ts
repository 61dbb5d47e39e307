import { differenceList } from "../difference_list.ts";
import { FAMILY_YEARS, familyYears } from "../differences_family_years.ts";
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
  "被扶養者 家族コード",
  "被扶養者 姓",
  "被扶養者 名",
  "被扶養者 姓（ヨミガナ）",
  "被扶養者 名（ヨミガナ）",
  "来年_被扶養者 同居・別居の別",
  "来年_被扶養者 住所（郵便番号）",
  "来年_被扶養者 住所（都道府県）",
  "来年_被扶養者 住所（市区町村）",
  "来年_被扶養者 住所（丁目・番地）",
  "来年_被扶養者 住所（建物名・部屋番号）",
  "来年_被扶養者 住所（ヨミガナ）",
  "来年_被扶養者 住所（国コード）",
  "来年_被扶養者 障害者区分",
  "来年_被扶養者 障害者手帳内容",
  "来年_被扶養者 障害者手帳交付年月日",
  "来年_被扶養者 税法上の被扶養者",
  "【参考】被扶養者 今年 死亡",
  "来年_配偶者 源泉控除対象",
  "【参考】本年中の合計所得金額(所得金額調整控除後)",
  "【参考】来年の合計所得見積額",
  "【参考】配偶者 本年中の合計所得金額",
  "【参考】配偶者 来年 合計所得見積金額",
  "今年_被扶養者 同居・別居の別",
  "今年_被扶養者 住所（郵便番号）",
  "今年_被扶養者 住所（都道府県）",
  "今年_被扶養者 住所（市区町村）",
  "今年_被扶養者 住所（丁目・番地）",
  "今年_被扶養者 住所（建物名・部屋番号）",
  "今年_被扶養者 住所（ヨミガナ）",
  "今年_被扶養者 住所（国コード）",
  "今年_被扶養者 障害者区分",
  "今年_被扶養者 障害者手帳内容",
  "今年_被扶養者 障害者手帳交付年月日",
  "今年_被扶養者 税法上の被扶養者",
  "今年_配偶者 源泉控除対象",
];

/**
 * 今年と来年の扶養親族差分リスト: a row each relative of whom next year says something else, or who is claimed in one of the
 * years only (reference/csv-columns.md 2.4). `quotedEmpty`: what the empty 住所 cells of 別居 are written as.
 */
export function thisNextYearDependentsDiff(quotedEmpty: string): List {
  return differenceList(HEADERS, FAMILY_YEARS, (row) => familyYears(row, quotedEmpty));
}
