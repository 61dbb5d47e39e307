import type { LoanEnergy, LoanHouse, LoanTerms } from "./housing_loan_terms.ts";

const R4 = { from: "2022-01-01", upTo: "2023-12-31" };
const R6 = { from: "2024-01-01", upTo: "2025-12-31" };
const R8 = { from: "2026-01-01", upTo: "2027-12-31" };

const BUILT: readonly LoanHouse[] = ["new", "resale"];
const USED: readonly LoanHouse[] = ["existing"];
const EXTENDED: readonly LoanHouse[] = ["extension"];
const EFFICIENT: readonly LoanEnergy[] = ["certified", "zeh", "energy_saving"];
const BEST: readonly LoanEnergy[] = ["certified", "zeh"];

/**
 * Homes moved into from 令和4年 on (租税特別措置法41条 after 令和4年, 令和6年, 令和8年法律第12号; No.1211-1 to 1211-4). Caps
 * in 万円: [of everybody, of 特例対象個人]. その他 of 新築 from 令和6年 on is what the transition leaves (建築確認 of before
 * 令和6年). Not certain: 増改築等 of 令和8年 (taken as before), and 震災 of 令和8年, which has no row.
 */
export const HOMES_FROM_2022: readonly LoanTerms[] = [
  home(R4, BUILT, ["certified"], [5000], 13),
  home(R4, BUILT, ["zeh"], [4500], 13),
  home(R4, BUILT, ["energy_saving"], [4000], 13),
  home(R4, BUILT, ["other"], [3000], 13),
  home(R6, BUILT, ["certified"], [4500, 5000], 13),
  home(R6, BUILT, ["zeh"], [3500, 4500], 13),
  home(R6, BUILT, ["energy_saving"], [3000, 4000], 13),
  home(R6, BUILT, ["other"], [2000], 10),
  home(R4, USED, EFFICIENT, [3000], 10),
  home(R6, USED, EFFICIENT, [3000], 10),
  home(R4, USED, ["other"], [2000], 10),
  home(R6, USED, ["other"], [2000], 10),
  home(R8, BUILT, ["certified"], [4500, 5000], 13),
  home(R8, BUILT, ["zeh"], [3500, 4500], 13),
  home(R8, USED, BEST, [3500, 4500], 13),
  home(R8, [...BUILT, ...USED], ["energy_saving"], [2000, 3000], 13),
  home(R8, [...BUILT, ...USED], ["other"], [2000], 10),
  ...[R4, R6, R8].map((period) => home(period, EXTENDED, undefined, [2000], 10)),
  { ...home(R4, BUILT, undefined, [5000], 13), ...disaster() },
  { ...home(R6, BUILT, undefined, [4500, 5000], 13), ...disaster() },
  ...[R4, R6].map((period) => ({
    ...home(period, [...USED, ...EXTENDED], undefined, [3000], 10),
    ...disaster(),
  })),
];

function home(
  period: Pick<LoanTerms, "from" | "upTo">,
  houses: readonly LoanHouse[],
  energy: readonly LoanEnergy[] | undefined,
  [cap, childCap = cap]: readonly [number, number?],
  years: number,
): LoanTerms {
  return {
    ...period,
    applications: ["home", "certified"],
    houses,
    ...(energy ? { energy } : {}),
    permille: 7,
    cap: cap * 10_000,
    childCap: childCap * 10_000,
    years,
    ownLimit: 20_000_000,
  };
}

/** 震災再取得等: 0.9 %. */
function disaster(): Pick<LoanTerms, "applications" | "permille"> {
  return { applications: ["disaster"], permille: 9 };
}
