import { hasTaxYear, taxYear } from "../../tax/mod.ts";
import type { Collected } from "../collected.ts";
import type { Declaration } from "../declaration.ts";
import { adjustmentHolds } from "./adjustment.ts";
import { type HousingLoanFigures, housingLoanFigures } from "./housing_loan.ts";
import { type InsuranceFigures, insuranceFigures } from "./insurance.ts";
import { type DeclaredYear, type RelativeFigures, relativeFigures } from "./relative.ts";
import { type SelfFigures, selfFigures } from "./self.ts";
import { type SpouseFigures, spouseFigures } from "./spouse.ts";

/** What the people of a declaration come to in one of its years. `people` in the order of `family.people`. */
export interface YearFigures {
  self: SelfFigures;
  spouse: SpouseFigures | null;
  people: RelativeFigures[];
}

/** Everything that columns and boxes show and nobody entered. */
export interface Figures {
  thisYear: YearFigures;
  /** Null: there is no tax table of next year yet. */
  nextYear: YearFigures | null;
  /** 所得金額調整控除 is declared, and its ground holds. */
  adjusted: boolean;
  /** 特定親族特別控除の額の合計. */
  specialDeduction: number;
  insurance: InsuranceFigures;
  housingLoan: HousingLoanFigures | null;
}

/** The figures of what is collected in the adjustment of `year` (西暦). Throws Refusal `no_tax_year`. */
export function figuresOf(year: number, { declaration, insurance, housingLoan }: Collected): Figures {
  const tax = taxYear(year);
  const thisYear = yearFigures(year, declaration, "thisYear");
  return {
    thisYear,
    nextYear: hasTaxYear(year + 1) ? yearFigures(year + 1, declaration, "nextYear") : null,
    adjusted: adjustmentHolds(tax, declaration),
    specialDeduction: thisYear.people.reduce((sum, one) => sum + one.specialDeduction, 0),
    insurance: insuranceFigures(tax, declaration, insurance),
    housingLoan: housingLoan && housingLoanFigures(tax, housingLoan, thisYear.self.totalIncome ?? 0),
  };
}

function yearFigures(year: number, declaration: Declaration, which: DeclaredYear): YearFigures {
  const tax = taxYear(year);
  const self = selfFigures(tax, declaration, which);
  return {
    self,
    spouse: spouseFigures(tax, declaration.spouse, which, self.totalIncome),
    people: declaration.family.people.map((person) => relativeFigures(tax, person, which)),
  };
}
