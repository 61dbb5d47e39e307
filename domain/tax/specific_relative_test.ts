import { specificRelativeDeduction } from "./specific_relative.ts";
import { assertTable } from "./test_tools.ts";

const BANDS = [
  [850_000, 630_000],
  [850_001, 610_000],
  [900_000, 610_000],
  [900_001, 510_000],
  [950_000, 510_000],
  [950_001, 410_000],
  [1_000_000, 410_000],
  [1_000_001, 310_000],
  [1_050_000, 310_000],
  [1_050_001, 210_000],
  [1_100_000, 210_000],
  [1_100_001, 110_000],
  [1_150_000, 110_000],
  [1_150_001, 60_000],
  [1_200_000, 60_000],
  [1_200_001, 30_000],
  [1_230_000, 30_000],
  [1_230_001, 0],
] as const;

Deno.test("特定親族特別控除 begins above the 扶養親族 limit and falls to 30,000 at 1,230,000", () => {
  assertTable(2025, specificRelativeDeduction, [[580_000, 0], [580_001, 630_000], ...BANDS]);
  for (const year of [2026, 2027]) {
    assertTable(year, specificRelativeDeduction, [[620_000, 0], [620_001, 630_000], ...BANDS]);
  }
});

Deno.test("there is none before 令和7", () => {
  for (const year of [2021, 2022, 2023]) {
    assertTable(year, specificRelativeDeduction, [[480_001, 0], [800_000, 0]]);
  }
});
