import type { Area } from "../../formats/pdf/sheet.ts";
import { columns } from "../area.ts";
import type { Paper } from "../paper.ts";

/** An amount under its letter. */
export interface Amount {
  id: string;
  letter: string;
  /** 最高: what is printed over it. */
  most?: string;
}

/** A cell with a letter at its left edge, what is the most that it may hold, and the amount. */
export function drawAmount(paper: Paper, area: Area, { id, letter, most }: Amount): void {
  const [sign, value] = columns(area, 11, 55);
  paper.label(sign!, letter, { size: 8 });
  if (most === undefined) paper.value(value!, id, { unit: "円" });
  else paper.field(value!, id, { label: most, head: 7, unit: "円" });
}

/** 20000 → 20,000円. */
export function yen(amount: number): string {
  return `${amount.toLocaleString("ja-JP")}円`;
}

/** 20000 → 2万円. */
export function inTenThousands(amount: number): string {
  return `${amount / 10_000}万円`;
}

/** 最高, as forms print it over an amount. */
export function atMost(amount: number): string {
  return `（最高${yen(amount)}）`;
}
