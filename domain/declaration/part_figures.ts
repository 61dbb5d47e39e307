import { fullName } from "../employee.ts";
import { yen } from "../insurance_labels.ts";
import type { CollectedPart } from "../request.ts";
import { type DependantKind, hasTaxYear } from "../tax/mod.ts";
import type { Collected } from "./collected.ts";
import { type Figures, figuresOf, type YearFigures } from "./computed/figures.ts";
import type { HousingLoanFigures } from "./computed/housing_loan.ts";
import type { InsuranceFigures } from "./computed/insurance.ts";
import type { RelativeFigures } from "./computed/relative.ts";
import type { SelfFigures } from "./computed/self.ts";
import type { SpouseFigures } from "./computed/spouse.ts";

/** Something that nobody entered and that follows from 収集情報. */
export interface Figure {
  label: string;
  value: string;
}

/** Figures under one heading: of a year, or of a person. */
export interface FigureGroup {
  title: string;
  figures: Figure[];
}

/**
 * What a part of 収集情報 comes to in the adjustment of `year` (西暦), this year's and next year's as far as there are tax
 * tables; none of a year without one.
 */
export function figuresOfPart(part: CollectedPart, year: number, collected: Collected): FigureGroup[] {
  if (!hasTaxYear(year)) return [];
  const figures = figuresOf(year, collected);
  switch (part) {
    case "self":
      return ofBothYears(figures, ({ self }) => selfLines(self));
    case "spouse":
      return ofBothYears(figures, ({ spouse }) => spouse && spouseLines(spouse));
    case "family":
      return familyGroups(figures, collected);
    case "insurance":
      return [{ title: "控除額", figures: insuranceLines(figures.insurance) }];
    case "housing_loan":
      return figures.housingLoan ? [{ title: "計算", figures: loanLines(figures.housingLoan) }] : [];
    case "previous_job":
      return jobGroups(collected);
  }
}

function ofBothYears(
  { thisYear, nextYear }: Figures,
  lines: (year: YearFigures) => Figure[] | null,
): FigureGroup[] {
  const years: [string, YearFigures | null][] = [["今年", thisYear], ["来年", nextYear]];
  return years.flatMap(([title, year]) => {
    const figures = year && lines(year);
    return figures ? [{ title, figures }] : [];
  });
}

function selfLines({ income, totalIncome, band, basic, disability, widow, student }: SelfFigures): Figure[] {
  return [
    amount("給与所得", income.salaryIncome),
    amount("給与以外の所得", income.otherIncome),
    amount("所得金額調整控除の額", income.adjustment),
    amount("合計所得金額", totalIncome),
    { label: "区分Ⅰ", value: band ?? "-" },
    amount("基礎控除の額", basic),
    amount("障害者控除の額", disability),
    amount("寡婦控除・ひとり親控除の額", widow),
    amount("勤労学生控除の額", student),
  ];
}

function spouseLines(
  { income, age70OrOver, sameLiving, withholding, deduction, disabilityDeduction }: SpouseFigures,
): Figure[] {
  const label = deduction?.kind === "special" ? "配偶者特別控除の額" : "配偶者控除の額";
  return [
    amount("給与所得", income.salaryIncome),
    amount("合計所得金額", income.total),
    whether("同一生計配偶者", sameLiving),
    whether("源泉控除対象配偶者", withholding),
    whether("老人控除対象配偶者の年齢", age70OrOver),
    { label: "区分Ⅱ", value: deduction?.spouseBand ? `（${deduction.spouseBand}）` : "-" },
    amount(label, deduction?.deduction ?? null),
    amount("障害者控除の額", disabilityDeduction),
  ];
}

const KIND_LABELS: Record<DependantKind, string> = {
  general: "一般の控除対象扶養親族",
  specific: "特定扶養親族",
  elderly: "老人扶養親族",
  elderly_cohabiting_parent: "同居老親等",
  young: "16歳未満の扶養親族",
  non_deductible: "控除対象外の扶養親族（非居住者）",
  specific_relative: "特定親族",
  none: "該当しない",
};

function familyGroups({ thisYear, nextYear }: Figures, { declaration }: Collected): FigureGroup[] {
  return declaration.family.people.flatMap((person, i) => {
    const years: [string, RelativeFigures | undefined][] = [
      ["今年", thisYear.people[i]],
      ["来年", nextYear?.people[i]],
    ];
    return years.flatMap(([year, figures]) =>
      figures ? [{ title: `${fullName(person)}（${year}）`, figures: relativeLines(figures) }] : []
    );
  });
}

function relativeLines(
  { age, kind, income, withholding, deduction, specialDeduction, disabilityDeduction }: RelativeFigures,
): Figure[] {
  return [
    { label: "年齢", value: age === null ? "-" : `${age}歳` },
    { label: "区分", value: kind ? KIND_LABELS[kind] : "-" },
    amount("合計所得金額", income.total),
    whether("源泉控除対象親族", withholding),
    amount("扶養控除の額", deduction),
    amount("特定親族特別控除の額", specialDeduction),
    amount("障害者控除の額", disabilityDeduction),
  ];
}

function insuranceLines({ life, earthquake, social, mutualAid }: InsuranceFigures): Figure[] {
  return [
    amount("一般の生命保険料", life.general.deduction),
    amount("介護医療保険料", life.care.deduction),
    amount("個人年金保険料", life.pension.deduction),
    amount("生命保険料控除額", life.total),
    amount("地震保険料控除額", earthquake.deduction),
    amount("社会保険料控除額（給与天引きのほか）", social.deduction),
    amount("小規模企業共済等掛金控除額", mutualAid.deduction),
  ];
}

function loanLines({ houseShare, landShare, renovationShare, borne, boxes }: HousingLoanFigures): Figure[] {
  return [
    share("居住用割合（家屋）", houseShare),
    share("居住用割合（土地等）", landShare),
    share("居住用割合（増改築等）", renovationShare),
    ...borne.map((balance, n) => amount(`負担すべき年末残高（${n + 1}件目）`, balance)),
    amount("計算の基礎となる年末残高", boxes?.basis ?? null),
    amount("住宅借入金等特別控除額", boxes?.credit ?? null),
  ];
}

function jobGroups({ declaration: { previousJob: { jobs } } }: Collected): FigureGroup[] {
  if (jobs.length === 0) return [];
  const sum = (of: "paid" | "withheld" | "socialInsurance") =>
    jobs.reduce((total, job) => total + (job[of] ?? 0), 0);
  return [{
    title: "前職の合計",
    figures: [
      amount("支払金額", sum("paid")),
      amount("源泉徴収税額", sum("withheld")),
      amount("社会保険料等の金額", sum("socialInsurance")),
    ],
  }];
}

function amount(label: string, value: number | null): Figure {
  return { label, value: yen(value) };
}

function share(label: string, thousandths: number | null): Figure {
  return { label, value: thousandths === null ? "-" : `${thousandths / 10}%` };
}

function whether(label: string, is: boolean): Figure {
  return { label, value: is ? "該当する" : "該当しない" };
}
