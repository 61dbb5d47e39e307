import type { SourceMyNumber } from "../../domain/master.ts";
import { checkDigit } from "../../domain/my_number.ts";
import type { SampleCompany } from "./companies.ts";
import { type Draws, drawsOf } from "./draws.ts";
import { familyOf } from "./family.ts";
import type { Subject } from "./household.ts";

/**
 * The 個人番号 of person number `i` and the family: drawn, with valid check digits, and nobody's on purpose. One
 * employee in twenty has not handed it in; some relatives stand under another 続柄 than in 家族情報, whom a sync cannot
 * match (reference/imports.md §2.12); relatives abroad have none.
 */
export function myNumbersOf(company: SampleCompany, i: number, subject: Subject): SourceMyNumber[] {
  const draws = drawsOf(company.seed ^ 0x12_d161, i);
  const own: SourceMyNumber = { relative: null, number: numberOf(draws) };
  const family = familyOf(company, i, subject).flatMap((member): SourceMyNumber[] => {
    const number = numberOf(draws);
    const relation = draws.oneIn(30) ? "その他" : member.relation.name;
    if (member.address && member.address.country !== "") return [];
    return [{ relative: { relation, lastName: member.lastName, firstName: member.firstName }, number }];
  });
  return draws.oneIn(20) ? family : [own, ...family];
}

function numberOf(draws: Draws): string {
  const first11 = Array.from({ length: 11 }, () => draws.int(10)).join("");
  return first11 + checkDigit(first11);
}
