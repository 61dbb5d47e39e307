import type { Insurance } from "./insurance.ts";

/**
 * What a year's insurance leaves to the next (reference/imports.md §2.4 "Automatic carry-over"): contracts without
 * amounts. 団体 and 企業型確定拠出年金 are imported anew each year. Null: nothing.
 */
export function carriedOver({ contracts }: Insurance): Insurance | null {
  const kept = contracts.filter(({ source }) => source !== "group")
    .map((contract) => ({ ...contract, source: "last_year" as const, amount: null, editable: true }));
  return kept.length === 0 ? null : { v: 1, contracts: kept, dc: null, registered: [] };
}
