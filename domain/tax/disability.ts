import type { TaxYear } from "./table.ts";

/** 障害者区分: 一般の障害者, 特別障害者, 同居特別障害者 (the last of a 同一生計配偶者 or 扶養親族 only). */
export type DisabilityKind = "ordinary" | "special" | "special_living_together";

/** 障害者控除 (yen) of one person (所得税法79条; No.1160). */
export function disabilityDeduction(tax: TaxYear, kind: DisabilityKind): number {
  return tax.disability[kind];
}
