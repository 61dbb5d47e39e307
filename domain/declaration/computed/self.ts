import {
  basicDeduction,
  disabilityDeduction,
  isWorkingStudentIncome,
  type OwnBand,
  ownBand,
  singleParentDeduction,
  type TaxYear,
  widowDeduction,
  workingStudentDeduction,
} from "../../tax/mod.ts";
import type { Declaration } from "../declaration.ts";
import type { Incomes } from "../income.ts";
import { adjustmentHolds } from "./adjustment.ts";
import { type IncomeFigures, incomeFigures } from "./income.ts";
import type { DeclaredYear } from "./relative.ts";

/** What an employee's own facts come to in a year; amounts in yen. */
export interface SelfFigures {
  income: IncomeFigures;
  /** 合計所得金額 that every limit is held against: after 所得金額調整控除; null: not known. */
  totalIncome: number | null;
  /** 区分Ⅰ; null: above C, or not known. */
  band: OwnBand | null;
  /** 基礎控除の額; null: 合計所得金額 is not known. */
  basic: number | null;
  disability: number;
  /** 寡婦控除 or ひとり親控除, as declared and within the income limit. */
  widow: number;
  student: number;
  /** 勤労学生: the declared incomes are those of one. */
  isWorkingStudent: boolean;
}

/** The employee's own figures in a year of the declaration; `tax` is the table of that year. */
export function selfFigures(tax: TaxYear, declaration: Declaration, year: DeclaredYear): SelfFigures {
  const said = declaration.self[year];
  const adjusted = year === "thisYear" && adjustmentHolds(tax, declaration);
  const income = incomeFigures(tax, declaration.income[year], { adjusted });
  const totalIncome = income.adjustedTotal;
  const own = totalIncome ?? 0;
  const notFromWork = declaration.income[year].incomes ? otherThanWork(income) : 0;
  const isStudent = said.student !== null;
  return {
    income,
    totalIncome,
    band: totalIncome === null ? null : ownBand(tax, totalIncome),
    basic: totalIncome === null ? null : basicDeduction(tax, totalIncome),
    disability: said.disability ? disabilityDeduction(tax, said.disability.kind) : 0,
    widow: said.widow === "single_parent"
      ? singleParentDeduction(tax, own)
      : said.widow === "widow"
      ? widowDeduction(tax, own)
      : 0,
    student: isStudent ? workingStudentDeduction(tax, own, notFromWork) : 0,
    isWorkingStudent: isStudent && isWorkingStudentIncome(tax, own, notFromWork),
  };
}

/** 給与収入 of all employers of a year (yen); 0 where nothing is said. */
export function salaryOf(incomes: Incomes | null): number {
  return (incomes?.salary ?? 0) + (incomes?.salaryElsewhere ?? 0);
}

/** 所得 that does not come from work (所得税法2条1項32号): all but 給与, 事業 and 退職, of which a 雑所得 is told as other. */
function otherThanWork({ kinds }: IncomeFigures): number {
  return kinds ? Math.max(0, kinds.misc + kinds.dividend + kinds.property + kinds.other) : 0;
}
