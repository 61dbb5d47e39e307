import type { HousingLoanFigures } from "../declaration/computed/housing_loan.ts";
import type { HousingLoan } from "../housing_loan.ts";
import { LOAN_BOXES, type LoanColumnName, type LoanPurpose } from "../tax/mod.ts";
import { type Box, figureBox, type Form, type Part, partOf, rowsOf, sumBox, textBox, yenBox } from "./box.ts";
import type { Filling } from "./context.ts";
import { headPart } from "./head.ts";
import { certificatePart } from "./housing_loan_certificate.ts";

const TITLES: Record<HousingLoan["form"], string> = {
  old: "給与所得者の（特定増改築等）住宅借入金等特別控除申告書",
  new:
    "給与所得者の（特定増改築等）住宅借入金等特別控除申告書 兼 （特定増改築等）住宅借入金等特別控除計算明細書",
  from_2022: "給与所得者の（特定増改築等）住宅借入金等特別控除申告書 兼 住宅借入金等特別控除計算明細書",
};

/**
 * 住宅借入金等特別控除申告書 of its three generations (reference/form-fields.md §6, tax-and-forms-2026.md §2.4). Boxes that
 * have a known number say it; of 令和4年 on a list of all numbers was not found.
 */
export function housingLoanForm(loan: HousingLoan, filling: Filling): Form {
  const { figures: { housingLoan, thisYear: { self } }, tax } = filling;
  return {
    document: "housing_loan",
    year: tax.year,
    title: TITLES[loan.form],
    generation: loan.form,
    parts: [
      headPart(filling, [], [yenBox("total_income", "年間所得の見積額", self.totalIncome)]),
      certificatePart(loan, housingLoan!),
      columnsPart(loan, housingLoan!),
      remarksPart(loan, housingLoan!),
    ],
  };
}

const COLUMNS: Record<LoanColumnName, string> = {
  house: "A 住宅のみ",
  land: "B 土地等のみ",
  both: "C 住宅及び土地等",
  renovation: "D 増改築等",
};

/** The columns with what they come to; 旧様式 has 増改築等 apart and without a letter. */
function columnsPart(loan: HousingLoan, figures: HousingLoanFigures): Part {
  const { form } = loan;
  const { boxes } = figures;
  const numbers = LOAN_BOXES[form];
  const names = Object.keys(COLUMNS) as LoanColumnName[];
  return rowsOf("columns", form === "old" ? "申告書" : "申告書 兼 計算明細書", {
    paperRows: names.length,
    rows: names.map((name) => {
      const number = name === "renovation" ? numbers.renovation : numbers.column;
      const title = form === "old" && name === "renovation" ? "増改築等" : COLUMNS[name];
      const column = boxes?.columns[name] ?? null;
      const owed = column && owedFor(name, loan, figures);
      return { title, boxes: [...balanceBoxes(form, owed, column), ...columnBoxes(number, column)] };
    }),
    boxes: [
      yenBox("cap", "借入限度額", boxes && boxes.cap),
      yenBox("basis", `${numbers.basis} 計算の基礎となる年末残高`, boxes && boxes.basis),
      ...(form === "from_2022" ? [] : [
        yenBox("special_cost", "特定増改築等の費用の額", loan.specialRenovationCost),
        sumBox("special", "特定増改築等の費用の額に係る年末残高", boxes && boxes.special),
      ]),
      figureBox("rate", "控除率", percent(boxes && boxes.terms.permille), "%"),
      yenBox(
        "credit",
        `${numbers.credit} （特定増改築等）住宅借入金等特別控除額`,
        boxes && boxes.credit,
      ),
    ],
  });
}

const PURPOSES: Record<LoanColumnName, LoanPurpose> = { house: 1, land: 2, both: 3, renovation: 4 };

function owedFor(name: LoanColumnName, { lenders }: HousingLoan, { owed }: HousingLoanFigures): number {
  return owed.reduce((sum, yen, n) => lenders[n]!.purpose === PURPOSES[name] ? sum + yen : sum, 0);
}

type Column = NonNullable<NonNullable<HousingLoanFigures["boxes"]>["columns"][LoanColumnName]>;

/** 旧様式 has only what one bears; the later ones the whole balance before it. */
function balanceBoxes(form: HousingLoan["form"], owed: number | null, column: Column | null): Box[] {
  const borne = column && column.balance;
  return form === "old" ? [yenBox("balance", "借入金等の年末残高", borne)] : [
    yenBox("owed", "① 借入金等の年末残高", owed),
    yenBox("balance", "② 負担する借入金等の年末残高", borne),
  ];
}

function columnBoxes(number: string, column: Column | null): Box[] {
  return [
    yenBox("price", "取得対価の額等", column && column.price),
    yenBox("lesser", "いずれか少ない方の金額", column && column.lesser),
    figureBox("share", "居住用割合", percent(column?.livingShare ?? null), "%"),
    yenBox("counted", `${number} 居住用部分に係る借入金等の年末残高`, column && column.counted),
  ];
}

/** 備考: 連帯債務者, and what 借換え comes to. */
function remarksPart({ jointDebtor }: HousingLoan, { refinanced }: HousingLoanFigures): Part {
  return partOf("remarks", "備考", [
    textBox("debtor_name", "連帯債務者の氏名", jointDebtor && jointDebtor.name),
    textBox("debtor_address", "連帯債務者の住所", jointDebtor && jointDebtor.address),
    textBox("debtor_company", "連帯債務者の勤務先の名称", jointDebtor && jointDebtor.company),
    textBox(
      "debtor_company_address",
      "連帯債務者の勤務先の所在地",
      jointDebtor && jointDebtor.companyAddress,
    ),
    yenBox("refinanced", "借換えによる調整後の年末残高", refinanced),
  ]);
}

/** Thousandths as a percentage. */
function percent(thousandths: number | null): number | null {
  return thousandths === null ? null : thousandths / 10;
}
