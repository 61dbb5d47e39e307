import {
  ageFor,
  type NonResidentGround,
  nonResidentGround,
  type NonResidentKind,
  nonResidentKind,
  type TaxYear,
} from "../../tax/mod.ts";
import type { Person, PersonYear } from "../person.ts";

/** Why a relative abroad may count in a year; null: lives in Japan. */
export function groundAbroad(tax: TaxYear, { abroad, disability }: PersonYear): NonResidentGround | null {
  return abroad && nonResidentGround(tax, {
    student: abroad.student,
    disabled: disability !== null,
    remittance: abroad.remittance ?? 0,
  });
}

/** The box of 扶養控除等申告書 that a 非居住者 of 16 and over gets; null: none, or lives in Japan. */
export function boxAbroad(tax: TaxYear, person: Person, said: PersonYear): NonResidentKind | null {
  const ground = groundAbroad(tax, said);
  if (ground === null || person.birthOn === null) return null;
  return nonResidentKind(tax, ageFor(tax.year, person.birthOn, person.diedOn), ground);
}

/** False for who died before the table's year began. */
export function isThere(tax: TaxYear, { diedOn }: Pick<Person, "diedOn">): boolean {
  return diedOn === null || Number(diedOn.slice(0, 4)) >= tax.year;
}
