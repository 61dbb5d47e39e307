import type { DeclaredYear } from "../../declaration/computed/relative.ts";
import { MOST_PEOPLE } from "../../declaration/person.ts";
import { horizontal, type List, vertical } from "../list.ts";
import { relativeColumns } from "../people.ts";
import { type Included, relativesOf } from "../present.ts";
import { FORMS, ownColumns } from "../self.ts";
import { EMPLOYEE_HEADERS } from "./employee.ts";

/** 扶養家族情報（今年）: 2.10, 2.11. */
export const DEPENDENTS_INFO_THIS_YEAR = [
  ...EMPLOYEE_HEADERS,
  "被扶養者{n} マイナンバーの有無",
  "今年 扶養控除等申告書",
  "配偶者控除等申告書",
  "所得金額調整控除申告書",
  "基礎控除等申告書",
  "被扶養者{n} 家族コード",
  "被扶養者{n} 続柄",
  "被扶養者{n} 性別",
  "被扶養者{n} 姓",
  "被扶養者{n} 名",
  "被扶養者{n} 姓（ヨミガナ）",
  "被扶養者{n} 名（ヨミガナ）",
  "被扶養者{n} 生年月日",
  "被扶養者{n} 今年 税法上の被扶養者",
  "被扶養者{n} 今年 死亡",
  "被扶養者{n} 税法上の被扶養者でなくなった日",
  "被扶養者{n} 今年 同居・別居の別",
  "被扶養者{n} 今年 非居住者",
  "被扶養者{n} 今年 非居住者 親族関係書類の有無",
  "被扶養者{n} 今年 非居住者 送金関係書類の有無",
  "被扶養者{n} 今年 生計を一にする事実",
  "被扶養者{n} 今年 住所（郵便番号）",
  "被扶養者{n} 今年 住所（都道府県）",
  "被扶養者{n} 今年 住所（市区町村）",
  "被扶養者{n} 今年 住所（丁目・番地）",
  "被扶養者{n} 今年 住所（建物名・部屋番号）",
  "被扶養者{n} 今年 住所（国コード）",
  "被扶養者{n} 今年 障害者区分",
  "被扶養者{n} 今年 障害の状態又は交付を受けている手帳などの種類",
  "被扶養者{n} 今年 交付年月日",
  "被扶養者{n} 今年 障害者手帳の画像添付の有無",
  "被扶養者{n} 今年 税法上の年間所得見積額（単位: 円）",
  "被扶養者{n} 今年 税法上の被扶養者になった日",
  "被扶養者{n} 今年 税法上の被扶養者になった理由",
  "被扶養者{n} 今年 老人扶養親族",
  "被扶養者{n} 今年 特定扶養親族",
  // A run of its own: where the columns of 2021 stand never changes.
  ["被扶養者{n} 今年 特定親族", "被扶養者{n} 今年 特定親族特別控除の額"],
] as const;

/** 扶養家族情報（来年）: 2.12, 2.13. */
export const DEPENDENTS_INFO_NEXT_YEAR = [
  ...EMPLOYEE_HEADERS,
  "被扶養者{n} マイナンバーの有無",
  "来年 扶養控除等申告書",
  "被扶養者{n} 家族コード",
  "被扶養者{n} 続柄",
  "被扶養者{n} 性別",
  "被扶養者{n} 姓",
  "被扶養者{n} 名",
  "被扶養者{n} 姓（ヨミガナ）",
  "被扶養者{n} 名（ヨミガナ）",
  "被扶養者{n} 生年月日",
  "被扶養者{n} 来年 税法上の被扶養者",
  "被扶養者{n} 来年 同居・別居の別",
  "被扶養者{n} 来年 非居住者",
  "被扶養者{n} 来年 非居住者 親族関係書類の有無",
  "被扶養者{n} 来年 非居住者 送金関係書類の有無",
  "被扶養者{n} 来年 生計を一にする事実",
  "被扶養者{n} 来年 住所（郵便番号）",
  "被扶養者{n} 来年 住所（都道府県）",
  "被扶養者{n} 来年 住所（市区町村）",
  "被扶養者{n} 来年 住所（丁目・番地）",
  "被扶養者{n} 来年 住所（建物名・部屋番号）",
  "被扶養者{n} 来年 住所（国コード）",
  "被扶養者{n} 来年 障害者区分",
  "被扶養者{n} 来年 障害の状態又は交付を受けている手帳などの種類",
  "被扶養者{n} 来年 交付年月日",
  "被扶養者{n} 来年 障害者手帳の画像添付の有無",
  "被扶養者{n} 来年 税法上の年間所得見積額（単位: 円）",
  "被扶養者{n} 来年 税法上の被扶養者になった日",
  "被扶養者{n} 来年 税法上の被扶養者になった理由",
  "被扶養者{n} 来年 老人扶養親族",
  "被扶養者{n} 来年 特定扶養親族",
  // A run of its own: where the columns of 2021 stand never changes.
  ["被扶養者{n} 来年 源泉控除対象親族"],
] as const;

/**
 * 扶養家族の情報. 横並び: a row an employee, with 15 places; 縦並び: a row a relative, and none of who has no family ("as many
 * rows as registered family members", reference/csv-columns.md 2.10).
 */
export function dependentsInfo(
  year: DeclaredYear,
  layout: "horizontal" | "vertical",
  included: Included,
): List {
  const headers = year === "thisYear" ? DEPENDENTS_INFO_THIS_YEAR : DEPENDENTS_INFO_NEXT_YEAR;
  const columns = { ...ownColumns(year), ...FORMS, ...relativeColumns(year, included) };
  return layout === "horizontal"
    ? horizontal(headers, columns, { "被扶養者": MOST_PEOPLE })
    : vertical(headers, columns, (row) => relativesOf(row, year, included).length);
}
