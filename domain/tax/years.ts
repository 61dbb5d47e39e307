import { Refusal } from "../errors.ts";
import type { TaxYear } from "./table.ts";
import { YEAR_2021 } from "./year_2021.ts";
import { YEAR_2022 } from "./year_2022.ts";
import { YEAR_2023 } from "./year_2023.ts";
import { YEAR_2025 } from "./year_2025.ts";
import { YEAR_2026 } from "./year_2026.ts";
import { YEAR_2027 } from "./year_2027.ts";

const TABLES: ReadonlyMap<number, TaxYear> = new Map(
  [YEAR_2021, YEAR_2022, YEAR_2023, YEAR_2025, YEAR_2026, YEAR_2027].map((table) => [table.year, table]),
);

/** The years (西暦) that have a table, rising. 2024 has none: its 定額減税 is not calculated here. */
export const TAX_YEARS: readonly number[] = [...TABLES.keys()];

/** True where {@link taxYear} has a table for `year` (西暦). */
export function hasTaxYear(year: number): boolean {
  return TABLES.has(year);
}

/** The table of a year (西暦). @throws Refusal `no_tax_year` where there is none: a neighbour's figures are never used */
export function taxYear(year: number): TaxYear {
  const table = TABLES.get(year);
  if (!table) throw new Refusal("no_tax_year", { year, known: TAX_YEARS.join("・") });
  return table;
}
