import type { TaxYear } from "./table.ts";
import { YEAR_2022 } from "./year_2022.ts";

/**
 * 令和5年分 (2023): as 令和4年分, but relatives abroad of 30 to 69 count under conditions only (所得税法2条1項34号の2,
 * 令和2年法律第8号; https://www.nta.go.jp/taxes/shiraberu/taxanswer/shotoku/1180.htm).
 */
export const YEAR_2023: TaxYear = {
  ...YEAR_2022,
  year: 2023,
  reiwa: 5,
  nonResidentRemittance: 380_000,
};
