import type { Declaration } from "./declaration/declaration.ts";
import { MUTUAL_AIDS } from "./declaration/deductions.ts";
import type { Insurance } from "./insurance.ts";

/**
 * True where 保険料控除申告書 rests on 団体保険 alone: there is some, and nothing else is declared that somebody would have
 * to prove (reference/screens.md §4.4). `declaration` null: nothing was answered yet.
 */
export function isGroupInsuranceOnly({ contracts, dc }: Insurance, declaration: Declaration | null): boolean {
  const aid = declaration?.insurance.mutualAid;
  return contracts.length > 0 && contracts.every(({ source }) => source === "group") && dc === null &&
    MUTUAL_AIDS.every((kind) => (aid?.[kind].amount ?? 0) === 0);
}
