import type { TaxYear } from "./table.ts";

/**
 * Why a relative abroad (非居住者) of 30 to 69 may count: 留学, 障害者, 38万円以上の送金; `none`: no such ground. Under 30
 * and from 70 on age alone is enough.
 */
export type NonResidentGround = "student" | "disabled" | "remittance" | "none";

/** The box of 扶養控除等申告書 that a 非居住者 gets: by age, or by the ground; null: not deductible. */
export type NonResidentKind = "age" | "student" | "disabled" | "remittance";

/** Ages between which a 非居住者 needs a ground. */
const NEEDS_GROUND = { from: 30, to: 69 };

/** The kind of a 非居住者 of 16 and over (before 令和5年 always "age"); null where they give no deduction (所得税法2条1項34号の2ロ; No.1180). */
export function nonResidentKind(
  tax: TaxYear,
  age: number,
  ground: NonResidentGround,
): NonResidentKind | null {
  if (age < 16) return null;
  if (tax.nonResidentRemittance === null || age < NEEDS_GROUND.from || age > NEEDS_GROUND.to) return "age";
  return ground === "none" ? null : ground;
}

/** The ground that `remittance` (yen of the year), study abroad and disability come to. */
export function nonResidentGround(
  tax: TaxYear,
  facts: { student: boolean; disabled: boolean; remittance: number },
): NonResidentGround {
  if (facts.student) return "student";
  if (facts.disabled) return "disabled";
  return facts.remittance >= (tax.nonResidentRemittance ?? Infinity) ? "remittance" : "none";
}

/** True where a relative of 16 and over counts by residence: in Japan (null), or abroad with a kind. */
export function countsAbroad(tax: TaxYear, age: number, ground: NonResidentGround | null): boolean {
  return ground === null || nonResidentKind(tax, age, ground) !== null;
}
