import { ageFor, ELDERLY } from "./age.ts";
import { countsAbroad, type NonResidentGround } from "./non_resident.ts";
import type { TaxYear } from "./table.ts";

/** What decides about a relative (not a spouse) who lives on the same means. Income: 合計所得金額 in yen. */
export interface RelativeFacts {
  /** YYYY-MM-DD. */
  birthOn: string;
  totalIncome: number;
  /** A parent or grandparent of the employee or of the spouse (直系尊属). */
  ascendant?: boolean;
  /** 同居 with the employee or the spouse. */
  livingTogether?: boolean;
  /** Of a 非居住者: why they may count (or "none"); null or absent: lives in Japan. */
  nonResident?: NonResidentGround | null;
  /** Died on (YYYY-MM-DD): the age of that day counts. */
  diedOn?: string | null;
}

/**
 * What a relative is in a year:
 * `general` 一般の控除対象扶養親族, `specific` 特定扶養親族 (19–22), `elderly` 老人扶養親族 (70+),
 * `elderly_cohabiting_parent` 同居老親等, `young` 年少扶養親族 (under 16), `non_deductible` 扶養親族 abroad who gives no
 * deduction, `specific_relative` 特定親族 (19–22, more income than a 扶養親族), `none` neither.
 */
export type DependantKind =
  | "general"
  | "specific"
  | "elderly"
  | "elderly_cohabiting_parent"
  | "young"
  | "non_deductible"
  | "specific_relative"
  | "none";

/** What a relative is in the table's year (所得税法2条1項34号 to 34号の4, 84条の2; No.1180, 1177). */
export function dependantKind(tax: TaxYear, relative: RelativeFacts): DependantKind {
  const age = ageFor(tax.year, relative.birthOn, relative.diedOn);
  return kindByAge(tax, age, relative);
}

/** {@link dependantKind} of somebody whose age of the year is known. */
export function kindByAge(
  tax: TaxYear,
  age: number,
  relative: Omit<RelativeFacts, "birthOn" | "diedOn">,
): DependantKind {
  const isStudentAge = age >= 19 && age <= 22;
  if (relative.totalIncome > tax.dependantLimit) {
    return isStudentAge && relative.totalIncome <= (tax.specificRelative?.limit ?? 0)
      ? "specific_relative"
      : "none";
  }
  if (age < 16) return "young";
  if (!countsAbroad(tax, age, relative.nonResident ?? null)) return "non_deductible";
  if (isStudentAge) return "specific";
  if (age < ELDERLY) return "general";
  return relative.ascendant && relative.livingTogether ? "elderly_cohabiting_parent" : "elderly";
}

/**
 * True for a 扶養親族 under 23: what 所得金額調整控除 and the 生命保険料 rule of 令和8・9年 ask for. A 特定親族 is none.
 */
export function isDependantUnder23(tax: TaxYear, relative: RelativeFacts): boolean {
  return isDependant(dependantKind(tax, relative)) &&
    ageFor(tax.year, relative.birthOn, relative.diedOn) < 23;
}

/** True for a 扶養親族 (of any age, also one who gives no deduction). */
export function isDependant(kind: DependantKind): boolean {
  return kind !== "none" && kind !== "specific_relative";
}

/** True for a 控除対象扶養親族. */
export function isDeductible(kind: DependantKind): kind is keyof TaxYear["dependants"] {
  return kind === "general" || kind === "specific" || kind === "elderly" ||
    kind === "elderly_cohabiting_parent";
}

/** 扶養控除 (yen) of one relative (所得税法84条). A 特定親族 has {@link specificRelativeDeduction} instead. */
export function dependantDeduction(tax: TaxYear, kind: DependantKind): number {
  return isDeductible(kind) ? tax.dependants[kind] : 0;
}
