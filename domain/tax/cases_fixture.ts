import { basicDeduction } from "./basic_deduction.ts";
import { dependantDeduction, dependantKind, kindByAge } from "./dependant.ts";
import { disabilityDeduction, type DisabilityKind } from "./disability.ts";
import { earthquakeDeduction } from "./earthquake_insurance.ts";
import { incomeAdjustment } from "./income_adjustment.ts";
import { annualTax, computedTax } from "./income_tax.ts";
import { lifeInsuranceDeduction, type LifePremiums } from "./life_insurance.ts";
import { salaryIncome } from "./salary_income.ts";
import { singleParentChildCounts, singleParentDeduction, widowDeduction } from "./single_parent.ts";
import { specificRelativeDeduction } from "./specific_relative.ts";
import { spouseDeduction, type SpouseFacts } from "./spouse_deduction.ts";
import type { TaxYear } from "./table.ts";
import { isWithholdingRelative, isWithholdingSpouse } from "./withholding.ts";
import { workingStudentDeduction } from "./working_student.ts";
import { isAdjusted, yearEndAdjustment } from "./year_end_adjustment.ts";

type Result = Record<string, unknown>;

/** Case input of year_end_adjustment. */
interface AdjustmentCase {
  salary: number;
  socialInsurance: number;
  housingLoanCredit?: number;
  withheld?: number;
}

/** What the cases call their rules → our functions. For tests: names and shapes are those of cases.json. */
export const RULES: Record<string, (tax: TaxYear, inputs: never) => Result> = {
  salary_income: (tax, { salary }: { salary: number }) => ({ salaryIncome: salaryIncome(tax, salary) }),
  income_adjustment: (tax, { salary, eligible }: { salary: number; eligible: boolean }) => ({
    deduction: incomeAdjustment(tax, salary, eligible),
  }),
  basic_deduction: (tax, { totalIncome }: { totalIncome: number }) => ({
    deduction: basicDeduction(tax, totalIncome),
  }),
  spouse: (tax, facts: SpouseFacts) => spouseDeduction(tax, facts) as unknown as Result,
  spouse_by_salary: (tax, facts: { ownTotalIncome: number; spouseSalary: number }) =>
    spouseDeduction(tax, {
      ownTotalIncome: facts.ownTotalIncome,
      spouseTotalIncome: salaryIncome(tax, facts.spouseSalary),
      spouseAge70OrOver: false,
    }) as unknown as Result,
  relative_19_22: (tax, { relativeTotalIncome }: { relativeTotalIncome: number }) =>
    relative(tax, relativeTotalIncome),
  relative_19_22_by_salary: (tax, { relativeSalary }: { relativeSalary: number }) =>
    relative(tax, salaryIncome(tax, relativeSalary)),
  dependant_by_birth: (
    tax,
    facts: { birth: string; totalIncome: number; livesTogetherAscendant?: boolean },
  ) => {
    const together = facts.livesTogetherAscendant ?? false;
    const person = {
      birthOn: facts.birth,
      totalIncome: facts.totalIncome,
      ascendant: together,
      livingTogether: together,
    };
    const kind = dependantKind(tax, person);
    return { category: kind, deduction: dependantDeduction(tax, kind) };
  },
  dependant_income_limit: (tax, { age, relativeSalary }: { age: number; relativeSalary: number }) => {
    const kind = kindByAge(tax, age, { totalIncome: salaryIncome(tax, relativeSalary) });
    return { deduction: dependantDeduction(tax, kind) };
  },
  disability: (tax, { kind }: { kind: DisabilityKind }) => ({ deduction: disabilityDeduction(tax, kind) }),
  widow: (tax, { ownTotalIncome }: { ownTotalIncome: number }) => ({
    deduction: widowDeduction(tax, ownTotalIncome),
  }),
  single_parent: (tax, { salary }: { salary: number }) => ({
    deduction: singleParentDeduction(tax, salaryIncome(tax, salary)),
  }),
  single_parent_child_limit: (tax, { childTotalIncome }: { childTotalIncome: number }) => ({
    counts: singleParentChildCounts(tax, childTotalIncome),
  }),
  working_student: (tax, { salary }: { salary: number }) => ({
    deduction: workingStudentDeduction(tax, salaryIncome(tax, salary)),
  }),
  life_insurance: (tax, paid: LifePremiums) => {
    const { general, care, pension, total } = lifeInsuranceDeduction(tax, paid);
    return { general: general.deduction, careMedical: care.deduction, pension: pension.deduction, total };
  },
  earthquake_insurance: (tax, paid: { earthquake: number; oldLongTerm: number }) => ({
    deduction: earthquakeDeduction(tax, paid).deduction,
  }),
  computed_tax: (tax, { taxableSalaryIncome }: { taxableSalaryIncome: number }) => ({
    tax: computedTax(tax, taxableSalaryIncome),
  }),
  annual_tax: (tax, inputs: { taxableSalaryIncome: number; housingLoanCredit: number }) =>
    annualTax(tax, inputs.taxableSalaryIncome, inputs.housingLoanCredit) as unknown as Result,
  eligibility: (tax, { salary }: { salary: number }) => ({ eligible: isAdjusted(tax, salary) }),
  withholding_spouse: (tax, facts: { ownTotalIncome: number; spouseTotalIncome: number }) => ({
    isWithholdingSpouse: isWithholdingSpouse(tax, facts.ownTotalIncome, facts.spouseTotalIncome),
  }),
  withholding_relative: (tax, { age, totalIncome }: { age: number; totalIncome: number }) => ({
    isWithholdingRelative: isWithholdingRelative(tax, kindByAge(tax, age, { totalIncome }), totalIncome),
  }),
  year_end_adjustment: (tax, { socialInsurance, ...inputs }: AdjustmentCase) =>
    yearEndAdjustment(tax, { ...inputs, deductions: [socialInsurance] }) as unknown as Result,
};

function relative(tax: TaxYear, totalIncome: number): Result {
  const kind = kindByAge(tax, 20, { totalIncome });
  return {
    specificRelativeSpecialDeduction: kind === "specific_relative"
      ? specificRelativeDeduction(tax, totalIncome)
      : 0,
    dependantDeduction: dependantDeduction(tax, kind),
  };
}
