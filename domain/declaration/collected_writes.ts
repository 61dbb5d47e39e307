import { alikeValues } from "../answering/fields/canonical.ts";
import type { Member, Stores } from "../stores.ts";
import type { Write } from "../write.ts";
import type { Collected } from "./collected.ts";

/** The writes of what differs between what is collected of a member, and what is to be. */
export function collectedWrites(
  { declarations, insurance, housingLoans }: Pick<Stores, "declarations" | "insurance" | "housingLoans">,
  member: Member,
  before: Collected,
  after: Collected,
): Write[] {
  const same = (part: keyof Collected) => alikeValues(before[part], after[part]);
  return [
    ...(same("declaration") ? [] : declarations.put(member, after.declaration)),
    ...(same("insurance") ? [] : insurance.put(member, after.insurance)),
    ...(same("housingLoan") ? [] : housingLoans.put(member, after.housingLoan)),
  ];
}
