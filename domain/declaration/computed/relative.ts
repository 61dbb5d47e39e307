import {
  ageFor,
  dependantDeduction,
  type DependantKind,
  disabilityDeduction,
  isDependant,
  isWithholdingRelative,
  kindByAge,
  type NonResidentKind,
  specificRelativeDeduction,
  type TaxYear,
} from "../../tax/mod.ts";
import { isAscendant } from "../kinship.ts";
import type { Person } from "../person.ts";
import { boxAbroad, groundAbroad, isThere } from "./abroad.ts";
import { type IncomeFigures, incomeFigures } from "./income.ts";

/** The two years of a declaration. */
export type DeclaredYear = "thisYear" | "nextYear";

/** What a relative (not the spouse) is in a year, and gives; amounts in yen. */
export interface RelativeFigures {
  income: IncomeFigures;
  /** Age that counts for the year; null: no 生年月日. */
  age: number | null;
  /** What they are by age, income and residence, whoever claims them; null: no 生年月日, or not alive. */
  kind: DependantKind | null;
  /** `kind` where the employee claims them: 老人扶養親族, 特定扶養親族, 特定親族, 16歳未満, … */
  claimed: DependantKind | null;
  /** 源泉控除対象親族: box B of 扶養控除等申告書. */
  withholding: boolean;
  /** The box that says why a 非居住者 counts. */
  nonResidentKind: NonResidentKind | null;
  /** 退職手当等を有する扶養親族: 所得 without the 退職所得, for 住民税; null: has none. */
  withoutRetirement: number | null;
  /** 扶養控除, 特定親族特別控除, 障害者控除. */
  deduction: number;
  specialDeduction: number;
  disabilityDeduction: number;
}

/** The figures of a relative in a year of the declaration; `tax` is the table of that year. */
export function relativeFigures(tax: TaxYear, person: Person, year: DeclaredYear): RelativeFigures {
  const said = person[year];
  const income = incomeFigures(tax, said.income);
  const totalIncome = income.total ?? 0;
  const age = person.birthOn === null ? null : ageFor(tax.year, person.birthOn, person.diedOn);
  const kind = age === null || !isThere(tax, person) ? null : kindByAge(tax, age, {
    totalIncome,
    ascendant: isAscendant(person),
    livingTogether: said.living === "together",
    nonResident: groundAbroad(tax, said),
  });
  const claimed = said.support === true ? kind : null;
  return {
    income,
    age,
    kind,
    claimed,
    withholding: claimed !== null && isWithholdingRelative(tax, claimed, totalIncome),
    nonResidentKind: boxAbroad(tax, person, said),
    withoutRetirement: withoutRetirement(income),
    deduction: claimed === null ? 0 : dependantDeduction(tax, claimed),
    specialDeduction: claimed === "specific_relative" ? specificRelativeDeduction(tax, totalIncome) : 0,
    disabilityDeduction: claimed !== null && isDependant(claimed) && said.disability
      ? disabilityDeduction(tax, said.disability.kind)
      : 0,
  };
}

/** 合計所得金額 less the 退職所得 in it; null where there is none. */
export function withoutRetirement({ total, kinds }: IncomeFigures): number | null {
  return kinds && kinds.retirement > 0 ? (total ?? 0) - kinds.retirement : null;
}
