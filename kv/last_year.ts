import { carriedOver } from "../domain/carry_over.ts";
import type { LastYearStore, Member } from "../domain/stores.ts";
import type { YearRef } from "./groups.ts";
import { insuranceStore } from "./insurance.ts";
import { memberStore } from "./members.ts";

/** What the year before `ref` leaves (reference/imports.md §2.4 "Automatic carry-over"). */
export function lastYearStore(kv: Deno.Kv, ref: YearRef): LastYearStore {
  const before = { id: ref.id, year: ref.year - 1 };
  return {
    async carriedBy(codes) {
      const members = await memberStore(kv, before).byCodes(codes);
      const confirmed = members.filter((member) => member?.request?.status === "confirmed") as Member[];
      const stored = await insuranceStore(kv, before).of(confirmed.map(({ employee }) => employee.id));
      const left = new Map(confirmed.map(({ employee }, i) => [employee.code, carriedOver(stored[i]!)]));
      return codes.map((code) => left.get(code) ?? null);
    },
  };
}
