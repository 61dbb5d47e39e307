import type { TaxYear } from "./table.ts";
import { YEAR_2021 } from "./year_2021.ts";

/** 令和4年分 (2022): as 令和3年分. New homes follow the housing loan terms of 令和4年, which `housingLoans` holds. */
export const YEAR_2022: TaxYear = { ...YEAR_2021, year: 2022, reiwa: 4, uncertain: [] };
