import type { Collected } from "../declaration/collected.ts";
import { figuresOf } from "../declaration/computed/figures.ts";

/** An amount that follows from the answers, in yen; null: not known yet. */
export interface Result {
  label: string;
  amount: number | null;
}

/** What the answers come to in this year's adjustment, as the documents will say it; deductions of 0 are left out. */
export function resultsOf(year: number, collected: Collected): Result[] {
  const { thisYear, specialDeduction, insurance, housingLoan } = figuresOf(year, collected);
  const { self, spouse, people } = thisYear;
  const { declaration } = collected;
  const disability = self.disability + (spouse?.disabilityDeduction ?? 0) +
    sum(people.map(({ disabilityDeduction }) => disabilityDeduction));
  const deductions: Result[] = [
    { label: "配偶者控除・配偶者特別控除の額", amount: spouse?.deduction?.deduction ?? 0 },
    { label: "扶養控除の額", amount: sum(people.map(({ deduction }) => deduction)) },
    { label: "特定親族特別控除の額", amount: specialDeduction },
    { label: "障害者控除の額", amount: disability },
    { label: "寡婦控除・ひとり親控除の額", amount: self.widow },
    { label: "勤労学生控除の額", amount: self.student },
    ...(declaration.insurance.claims === true
      ? [
        { label: "生命保険料控除の額", amount: insurance.life.total },
        { label: "地震保険料控除の額", amount: insurance.earthquake.deduction },
        { label: "社会保険料控除の額（給与天引きのほか）", amount: insurance.social.deduction },
        { label: "小規模企業共済等掛金控除の額", amount: insurance.mutualAid.deduction },
      ]
      : []),
    ...(declaration.housingLoan.claim === "yes"
      ? [{ label: "住宅借入金等特別控除の額", amount: housingLoan?.boxes?.credit ?? null }]
      : []),
  ];
  return [
    { label: "今年の合計所得金額の見積額", amount: self.totalIncome },
    { label: "基礎控除の額", amount: self.basic },
    ...deductions.filter(({ amount }) => amount !== 0),
  ];
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
