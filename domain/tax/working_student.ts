import type { TaxYear } from "./table.ts";

/** True for the incomes of a 勤労学生: their total, and what does not come from work (所得税法2条1項32号). Yen. */
export function isWorkingStudentIncome(tax: TaxYear, totalIncome: number, otherThanWork = 0): boolean {
  return totalIncome <= tax.workingStudent.ownLimit && otherThanWork <= tax.workingStudent.otherIncomeLimit;
}

/** 勤労学生控除 (yen) of a student with these incomes (所得税法82条; No.1175). */
export function workingStudentDeduction(tax: TaxYear, totalIncome: number, otherThanWork = 0): number {
  return isWorkingStudentIncome(tax, totalIncome, otherThanWork) ? tax.workingStudent.amount : 0;
}
