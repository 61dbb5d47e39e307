import {
  disabilityDeduction,
  isElderly,
  isSameLivingSpouse,
  isWithholdingSpouse,
  type SpouseDeduction,
  spouseDeduction,
  type TaxYear,
} from "../../tax/mod.ts";
import type { Person, SpouseAnswers } from "../person.ts";
import { isThere } from "./abroad.ts";
import { type IncomeFigures, incomeFigures } from "./income.ts";
import { type DeclaredYear, withoutRetirement } from "./relative.ts";

/** What a spouse is in a year, and gives; amounts in yen. */
export interface SpouseFigures {
  income: IncomeFigures;
  /** 老人控除対象配偶者 by age. */
  age70OrOver: boolean;
  /** 同一生計配偶者: by the spouse's income alone, claimed or not; where nobody said what it is, who is claimed only. */
  sameLiving: boolean;
  /** 源泉控除対象配偶者: box A of 扶養控除等申告書. */
  withholding: boolean;
  /** 配偶者控除 or 配偶者特別控除 with both 区分; null: not claimed, or own income not known. */
  deduction: SpouseDeduction | null;
  /** 障害者控除 of a 同一生計配偶者. */
  disabilityDeduction: number;
  /** 退職手当等を有する配偶者; null: has none. */
  withoutRetirement: number | null;
}

/**
 * The figures of the spouse in a year of the declaration, whose table is `tax`; null: there is none, or nothing is told
 * of them. @param ownTotalIncome 合計所得金額 of the employee in that year; null: not known
 */
export function spouseFigures(
  tax: TaxYear,
  answers: SpouseAnswers,
  year: DeclaredYear,
  ownTotalIncome: number | null,
): SpouseFigures | null {
  const { person } = answers;
  if (!person || answers[year] === false || !isThere(tax, person)) return null;
  const said = person[year];
  const income = incomeFigures(tax, said.income);
  const spouseTotalIncome = income.total ?? 0;
  const age70OrOver = isOver70(tax, person);
  const judged = income.total !== null || said.support === true;
  const sameLiving = judged && isSameLivingSpouse(tax, spouseTotalIncome);
  const claimed = said.support === true && ownTotalIncome !== null;
  return {
    income,
    age70OrOver,
    sameLiving,
    withholding: claimed && isWithholdingSpouse(tax, ownTotalIncome, spouseTotalIncome),
    deduction: claimed
      ? spouseDeduction(tax, { ownTotalIncome, spouseTotalIncome, spouseAge70OrOver: age70OrOver })
      : null,
    disabilityDeduction: sameLiving && said.disability ? disabilityDeduction(tax, said.disability.kind) : 0,
    withoutRetirement: withoutRetirement(income),
  };
}

function isOver70(tax: TaxYear, { birthOn, diedOn }: Person): boolean {
  return birthOn !== null && isElderly(tax.year, birthOn, diedOn);
}
