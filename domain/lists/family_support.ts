import type { FamilyMember } from "../family.ts";
import { type Person, sourceIdOf } from "../declaration/person.ts";
import { isDependant } from "../tax/mod.ts";
import type { Row } from "./row.ts";

/** 扶養状況が不明の場合. */
const UNKNOWN = 99;

const SOCIAL_CODES: Record<NonNullable<FamilyMember["socialSupport"]>, number> = {
  unsupported: 0,
  supported: 1,
  unknown: UNKNOWN,
};

/** 社会保険の扶養状況 as the master had it when the employee was taken in; nobody asks it of who was added here: 99. */
export function socialCode(person: Person, { baseline }: Pick<Row, "baseline">): number {
  const sourceId = sourceIdOf(person);
  const known = sourceId && baseline.family.find((one) => one.sourceId === sourceId)?.socialSupport;
  return known ? SOCIAL_CODES[known] : UNKNOWN;
}

/** 税法上の扶養状況 with the 合計所得金額 (yen; null: not told) that it goes by. */
export interface TaxSupport {
  code: number;
  income: number | null;
}

/**
 * Of a spouse (reference/csv-columns.md 2.22): 1 源泉控除対象配偶者; 2 for whom 配偶者控除 or 配偶者特別控除 is given all the
 * same; 0 who is not claimed, or gives nothing, as where the employee earns more than 1,000万円; 99 where nobody said
 * whether they are claimed, or what the employee earns. The limits are those of the year's tax table.
 */
export function spouseTax({ thisYear: { support } }: Person, { figures }: Pick<Row, "figures">): TaxSupport {
  const { spouse } = figures.thisYear;
  const income = spouse?.income.total ?? null;
  if (support === false) return { code: 0, income };
  if (support === null || !spouse?.deduction) return { code: UNKNOWN, income };
  if (spouse.withholding) return { code: 1, income };
  return { code: spouse.deduction.kind === "none" ? 0 : 2, income };
}

/**
 * Of another relative, number `n` of the family: 1 a 扶養親族 whom the employee claims; 0 who is not claimed, or earns
 * more than a 扶養親族 may, as a 特定親族 does; 99 where nobody said it, or when they were born. What the employee earns
 * does not count: the law knows that limit for spouses only (所得税法83条, 84条).
 */
export function relativeTax(
  { thisYear: { support } }: Person,
  { figures }: Pick<Row, "figures">,
  n: number,
): TaxSupport {
  const { claimed, income: { total: income } } = figures.thisYear.people[n]!;
  if (support === false) return { code: 0, income };
  if (support === null || claimed === null) return { code: UNKNOWN, income };
  return { code: isDependant(claimed) ? 1 : 0, income };
}
