import type { NumberHolder } from "../../domain/my_number.ts";
import { COUNT_LIMIT, type NumberUseLine } from "../../domain/my_number_use.ts";
import type { YearRef } from "../groups.ts";
import { countKept } from "./kept.ts";
import { countRecords, readHolders } from "./records.ts";
import { listUses } from "./uses.ts";

/** What pages may know of 個人番号: whose there are, how many, and who used them. */
export interface MyNumberPages {
  /** Whose numbers the year's records of employees hold (有), in the order asked. */
  holders(employees: readonly string[]): Promise<NumberHolder[][]>;
  /** How many numbers are held, counted up to COUNT_LIMIT each: imported, and in the year's adjustment. */
  held(): Promise<{ imported: number; year: number }>;
  /** The record of uses, newest first; `after` is the `next` of the page before. */
  uses(after: string | null): Promise<{ uses: NumberUseLine[]; next: string | null }>;
}

/** What `kv` tells of the 個人番号 of one tenant and year. */
export function myNumberPagesOf(kv: Deno.Kv, ref: YearRef): MyNumberPages {
  return {
    holders: (employees) => readHolders(kv, ref, employees),
    async held() {
      const [imported, year] = await Promise.all([
        countKept(kv, ref.id, COUNT_LIMIT),
        countRecords(kv, ref, COUNT_LIMIT),
      ]);
      return { imported, year };
    },
    uses: (after) => listUses(kv, ref.id, after),
  };
}
