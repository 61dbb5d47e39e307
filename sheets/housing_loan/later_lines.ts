import { type Calculation, CAP, figure, INCOME, line, PURCHASE, RATE, type Table } from "./lines.ts";

/** 新様式 has 増改築等 as a fourth column. Its numbers are those of public descriptions of how it is filled in. */
const TABLE: Table = {
  title: "住宅借入金等の内訳",
  columns: [...PURCHASE, { word: "Ｄ 増改築等", place: 3 }],
  shares: { words: 33, column: 19 },
  lines: [
    line("①", "新築、購入及び増改築等に係る\n借入金等の年末残高", "owed"),
    line("②", "負担する借入金等の年末残高\n（単独債務：①、連帯債務：①×割合）", "balance"),
    line("", "取得対価の額又は増改築等の費用の額\n（Ａ：ロ、Ｂ：ホ、Ｃ：ロ＋ホ、Ｄ：リ）", "price"),
    line("③", "②と取得対価の額等の\nいずれか少ない方の金額", "lesser"),
    line("", "居住用割合\n（家屋：ハ、土地等：ヘ、増改築等：ル）", "share"),
    line("④", "居住用部分に係る年末残高\n（③×居住用割合）", "counted"),
  ],
};

const BASIS = figure("⑤", "計算の基礎となる年末残高\n（④のＡ～Ｄの計、最高額まで）", "columns.basis");

/** 新様式, until 令和3年. */
export const NEW_LINES: Calculation = {
  tables: [TABLE],
  figures: [
    [BASIS, CAP],
    [
      figure("⑥", "特定増改築等の費用の額\n（ヌ）", "columns.special_cost"),
      figure("⑦", "特定増改築等に係る年末残高\n（Ｄの④と⑥の少ない方）", "columns.special"),
    ],
    [INCOME, RATE],
    [
      figure(
        "⑧",
        "（特定増改築等）住宅借入金等特別控除額\n（⑤－⑦）×控除率＋⑦×２％　100円未満切捨て",
        "columns.credit",
      ),
    ],
  ],
};

/** From 令和4年 on: without 特定増改築等. */
export const LINES_FROM_2022: Calculation = {
  tables: [TABLE],
  figures: [
    [BASIS, CAP],
    [INCOME, RATE],
    [figure("⑥", "住宅借入金等特別控除額\n⑤×控除率　100円未満切捨て", "columns.credit")],
  ],
};
