/**
 * The arithmetic of the year-end adjustment (年末調整): whole yen in, whole yen out. `taxYear(2026)` gives the year's table
 * (or refuses the year); every rule takes it first.
 */
export * from "./age.ts";
export type { PremiumTable } from "./bands.ts";
export * from "./basic_deduction.ts";
export * from "./dependant.ts";
export * from "./disability.ts";
export * from "./earthquake_insurance.ts";
export * from "./housing_loan.ts";
export * from "./housing_loan_columns.ts";
export * from "./housing_loan_home.ts";
export * from "./housing_loan_shares.ts";
export type * from "./housing_loan_terms.ts";
export * from "./income_adjustment.ts";
export * from "./income_tax.ts";
export * from "./life_insurance.ts";
export * from "./non_resident.ts";
export * from "./paid_in_full.ts";
export * from "./salary_income.ts";
export * from "./single_parent.ts";
export * from "./specific_relative.ts";
export * from "./spouse_deduction.ts";
export type { TaxYear } from "./table.ts";
export * from "./withholding.ts";
export * from "./working_student.ts";
export * from "./year_end_adjustment.ts";
export * from "./years.ts";
