import { ofPremiums } from "./bands.ts";
import type { TaxYear } from "./table.ts";

/** Every computed box of 地震保険料控除, in yen. */
export interface EarthquakeDeduction {
  /** 地震保険料の合計 and 旧長期損害保険料の合計. */
  quakeSum: number;
  oldLongTermSum: number;
  /** What each gives by itself. */
  byQuake: number;
  byOldLongTerm: number;
  /** 地震保険料控除額: both, up to 50,000. */
  deduction: number;
}

/** 地震保険料控除 (所得税法77条 and 平成18年改正附則10条; No.1145), 1円未満切上げ. A contract counts as one kind only. */
export function earthquakeDeduction(
  tax: TaxYear,
  paid: { earthquake: number; oldLongTerm: number },
): EarthquakeDeduction {
  const { quake, oldLongTerm, most } = tax.earthquake;
  const byQuake = ofPremiums(quake, paid.earthquake);
  const byOldLongTerm = ofPremiums(oldLongTerm, paid.oldLongTerm);
  return {
    quakeSum: paid.earthquake,
    oldLongTermSum: paid.oldLongTerm,
    byQuake,
    byOldLongTerm,
    deduction: Math.min(most, byQuake + byOldLongTerm),
  };
}
