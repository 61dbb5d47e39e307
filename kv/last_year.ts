import { carriedOver } from "../domain/carry_over.ts";
import { withoutAmounts } from "../domain/housing_loan.ts";
import type { LastYearStore } from "../domain/stores.ts";
import type { YearRef } from "./groups.ts";
import { housingLoanStore } from "./housing_loans.ts";
import { insuranceStore } from "./insurance.ts";
import { memberStore } from "./members.ts";

/** What the year before `ref` leaves (reference/imports.md §2.4 "Automatic carry-over"). */
export function lastYearStore(kv: Deno.Kv, ref: YearRef): LastYearStore {
  const before = { id: ref.id, year: ref.year - 1 };

  /** What `read` finds under last year's employee ids, by 社員番号; only where the 依頼 was 確定. */
  async function left<T>(codes: readonly string[], read: (ids: string[]) => Promise<(T | null)[]>) {
    const members = await memberStore(kv, before).byCodes(codes);
    const confirmed = members.filter((member) => member?.request?.status === "confirmed")
      .flatMap((member) => member?.employee ?? []);
    const found = await read(confirmed.map(({ id }) => id));
    const byCode = new Map(confirmed.map(({ code }, i) => [code, found[i] ?? null]));
    return codes.map((code) => byCode.get(code) ?? null);
  }

  return {
    carriedBy: (codes) =>
      left(codes, async (ids) => (await insuranceStore(kv, before).of(ids)).map(carriedOver)),
    housingLoansBy: (codes) =>
      left(codes, async (ids) => {
        const loans = await housingLoanStore(kv, before).of(ids);
        return loans.map((loan) => loan && withoutAmounts(loan));
      }),
  };
}
