import { ageFor, isDependant, isSameLivingSpouse, type TaxYear } from "../../tax/mod.ts";
import type { Declaration } from "../declaration.ts";
import type { DisabilityKind } from "../disability.ts";
import type { SharedPerson } from "../person.ts";
import { isThere } from "./abroad.ts";
import { incomeFigures } from "./income.ts";
import { relativeFigures } from "./relative.ts";

/** Relatives younger than this open 所得金額調整控除, and the rule for 生命保険料 of 令和8年. */
const YOUNG = 23;

/**
 * True where the declared ground of 所得金額調整控除 holds: the person is still there and is what the ground says. Who
 * claims them does not matter (租税特別措置法41条の3の11; reference/tax-and-forms-2026.md §2.2).
 */
export function adjustmentHolds(tax: TaxYear, declaration: Declaration): boolean {
  const { adjustment } = declaration.income;
  switch (adjustment?.ground) {
    case undefined:
      return false;
    case "self_special_disability":
      return isSpecial(declaration.self.thisYear.disability);
    case "spouse_special_disability":
      return spouseIsSpecial(tax, declaration);
    case "dependant_special_disability":
      return dependants(tax, declaration).some(({ id, special }) => id === adjustment!.person && special);
    case "dependant_under_23":
      return dependants(tax, declaration).some(({ id, young }) => id === adjustment!.person && young);
  }
}

/**
 * True where the answer to 設問96 holds: a 扶養親族 under 23 is there. Where nobody is named, anybody is good for it.
 */
export function under23Holds(tax: TaxYear, declaration: Declaration): boolean {
  const { under23, under23Person } = declaration.insurance;
  return under23 === true &&
    dependants(tax, declaration).some(({ id, young }) =>
      young && (under23Person === null || id === under23Person)
    );
}

interface Dependant {
  id: string;
  special: boolean;
  young: boolean;
}

/** The 扶養親族 of this year, those included whom another earner claims. */
function dependants(tax: TaxYear, { family }: Declaration): Dependant[] {
  const own = family.people.flatMap((person): Dependant[] => {
    const { kind, age } = relativeFigures(tax, person, "thisYear");
    if (kind === null || !isDependant(kind)) return [];
    return [{ id: person.id, special: isSpecial(person.thisYear.disability), young: age! < YOUNG }];
  });
  return [
    ...own,
    ...family.shared.filter((one) => isDependantShared(tax, one)).map((one) => ({
      id: one.id,
      special: isSpecial(one.disability),
      young: one.birthOn !== null && ageFor(tax.year, one.birthOn) < YOUNG,
    })),
  ];
}

function isDependantShared(tax: TaxYear, { income }: SharedPerson): boolean {
  return (income ?? 0) <= tax.dependantLimit;
}

function spouseIsSpecial(tax: TaxYear, { spouse: { person, thisYear } }: Declaration): boolean {
  if (!person || thisYear === false || !isThere(tax, person)) return false;
  const { total } = incomeFigures(tax, person.thisYear.income);
  return isSpecial(person.thisYear.disability) && isSameLivingSpouse(tax, total ?? 0);
}

function isSpecial(disability: { kind: DisabilityKind } | null): boolean {
  return disability !== null && disability.kind !== "ordinary";
}
