import { type Calculation, CAP, figure, INCOME, line, PURCHASE, RATE } from "./lines.ts";

/** 旧様式: 新築又は購入 and 増改築等 apart. The numbers are those of reference/form-fields.md §6 and public descriptions. */
export const OLD_LINES: Calculation = {
  tables: [
    {
      title: "新築又は購入に係る\n借入金等の計算",
      columns: PURCHASE,
      shares: { words: 30, column: 22 },
      lines: [
        line("①", "新築又は購入に係る\n借入金等の年末残高", "balance"),
        line("②", "家屋又は土地等の取得対価の額\n（Ａ：ロ、Ｂ：ホ、Ｃ：ロ＋ホ）", "price"),
        line("③", "居住用部分の占める割合\n（家屋：ニ÷ハ、土地等：ト÷ヘ）", "share"),
        line("④", "取得対価の額に係る年末残高\n（①と②の少ない方）", "lesser"),
        line("⑤", "居住用部分に係る年末残高\n（④×③）", "counted"),
      ],
    },
    {
      title: "増改築等に係る\n借入金等の計算",
      columns: [{ word: "増改築等", place: 3 }],
      shares: { words: 30, column: 22 },
      lines: [
        line("⑥", "増改築等に係る\n借入金等の年末残高", "balance"),
        line("⑦", "増改築等の費用の額\n（リ）", "price"),
        line("⑧", "居住用部分の占める割合\n（ヌ÷リ）", "share"),
        line("⑨", "増改築等に係る年末残高\n（⑥と⑦の少ない方）", "lesser"),
        line("⑩", "居住用部分に係る年末残高\n（⑨×⑧）", "counted"),
      ],
    },
  ],
  figures: [
    [figure("⑪", "計算の基礎となる年末残高\n（⑤＋⑩、最高額まで）", "columns.basis"), CAP],
    [
      figure("⑫", "特定増改築等の費用の額\n（ル）", "columns.special_cost"),
      figure("⑬", "特定増改築等に係る年末残高\n（⑩と⑫の少ない方）", "columns.special"),
    ],
    [INCOME, RATE],
    [
      figure(
        "⑭",
        "（特定増改築等）住宅借入金等特別控除額\n（⑪－⑬）×控除率＋⑬×２％　100円未満切捨て",
        "columns.credit",
      ),
    ],
  ],
};
