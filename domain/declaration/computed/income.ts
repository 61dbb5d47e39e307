import { incomeAdjustment, salaryIncome, type TaxYear } from "../../tax/mod.ts";
import { INCOME_KINDS, type IncomeKind, type Incomes, type YearIncome } from "../income.ts";

/** What a year's income comes to, in yen. */
export interface IncomeFigures {
  /** 給与収入, of all employers together; null: not told by kind. */
  salary: number | null;
  /** 給与所得 before 所得金額調整控除; null: not told by kind. */
  salaryIncome: number | null;
  /** 所得金額 of every other kind, and together (給与以外所得); null: not told by kind. */
  kinds: Readonly<Record<IncomeKind, number>> | null;
  otherIncome: number | null;
  /** 所得金額調整控除額. */
  adjustment: number;
  /** 合計所得金額 before 所得金額調整控除; null: nothing is known. */
  total: number | null;
  /** 給与所得 and 合計所得金額 after it. */
  adjustedSalaryIncome: number | null;
  adjustedTotal: number | null;
}

/** The figures of a year's income. @param adjusted 所得金額調整控除 is declared and holds */
export function incomeFigures(
  tax: TaxYear,
  { incomes, total }: YearIncome,
  { adjusted = false } = {},
): IncomeFigures {
  if (!incomes) return { ...UNTOLD, total, adjustedTotal: total };
  const salary = (incomes.salary ?? 0) + (incomes.salaryElsewhere ?? 0);
  const income = salaryIncome(tax, salary);
  const adjustment = incomeAdjustment(tax, salary, adjusted);
  const kinds = Object.fromEntries(INCOME_KINDS.map((kind) => [kind, earned(kind, incomes)])) as Record<
    IncomeKind,
    number
  >;
  const otherIncome = INCOME_KINDS.reduce((sum, kind) => sum + kinds[kind], 0);
  return {
    salary,
    salaryIncome: income,
    kinds,
    otherIncome,
    adjustment,
    total: Math.max(0, income + otherIncome),
    adjustedSalaryIncome: income - adjustment,
    adjustedTotal: Math.max(0, income - adjustment + otherIncome),
  };
}

const UNTOLD = {
  salary: null,
  salaryIncome: null,
  kinds: null,
  otherIncome: null,
  adjustment: 0,
  adjustedSalaryIncome: null,
};

/**
 * 所得金額 of a kind: 収入 less 必要経費 (and 特別控除額). Of 退職所得 half of it, 1円未満切捨て (所得税法30条2項). A loss counts
 * where it may be set off against other income: of 事業 and 不動産 only (同69条1項).
 */
function earned(kind: IncomeKind, incomes: Incomes): number {
  const { revenue, cost } = incomes[kind];
  const rest = (revenue ?? 0) - (cost ?? 0) - (kind === "other" ? incomes.other.special ?? 0 : 0);
  if (kind === "business" || kind === "property") return rest;
  return Math.max(0, kind === "retirement" ? Math.floor(rest / 2) : rest);
}
