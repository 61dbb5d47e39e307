import type { TaxYear } from "./table.ts";
import { YEAR_2026 } from "./year_2026.ts";

/**
 * 令和9年分 (2027), for next year's form: the figures of 令和8年分 (its special rules are those of 令和8・9年分) with the
 * higher ひとり親控除 (所得税法81条 after 令和8年法律第12号).
 */
export const YEAR_2027: TaxYear = {
  ...YEAR_2026,
  year: 2027,
  reiwa: 9,
  singleParent: { ...YEAR_2026.singleParent, amount: 380_000 },
  uncertain: [
    "The law of 令和9年 may still change the year; no booklet of the National Tax Agency exists yet.",
    "That ひとり親控除 keeps its limit of 500万円 was not seen in the law itself.",
    "防衛特別所得税 (1 %) begins and 復興特別所得税 falls to 1.1 %: 102.1 % as before; one cut at 100 yen is assumed.",
    ...YEAR_2026.uncertain,
  ],
};
