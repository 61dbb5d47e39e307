import { amountOf, type Band } from "./bands.ts";
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

/** A line of 控除額の計算 of 基礎控除申告書: 基礎控除の額 and 区分Ⅰ of the incomes up to `upTo`. */
export interface BasicLine extends Band {
  readonly own: OwnBand | null;
}

/** The lines of 控除額の計算, rising: the bands of 基礎控除, cut where 区分Ⅰ changes. */
export function basicLines(tax: TaxYear): BasicLine[] {
  const most = tax.basic.at(-1)!.upTo;
  const limits = new Set([...tax.basic.map(({ upTo }) => upTo), ...tax.ownBands]);
  return [...limits].filter((upTo) => upTo <= most).sort((a, b) => a - b)
    .map((upTo) => ({ upTo, amount: basicDeduction(tax, upTo), own: ownBand(tax, upTo) }));
}
