import { amountOf } from "./bands.ts";
import type { TaxYear } from "./table.ts";

/** 区分Ⅰ of 基礎控除申告書. */
export type OwnBand = "A" | "B" | "C";

/** 基礎控除の額 (yen) by one's own 合計所得金額. */
export function basicDeduction(tax: TaxYear, totalIncome: number): number {
  return amountOf(tax.basic, totalIncome);
}

/** 区分Ⅰ by one's own 合計所得金額; null above C: no deduction for a spouse. */
export function ownBand(tax: TaxYear, totalIncome: number): OwnBand | null {
  const at = tax.ownBands.findIndex((upTo) => totalIncome <= upTo);
  return (["A", "B", "C"] as const)[at] ?? null;
}
