import { type DependantKind, kindByAge } from "./dependant.ts";
import { assertTable } from "./test_tools.ts";
import { isWithholdingRelative, isWithholdingSpouse } from "./withholding.ts";
import { TAX_YEARS } from "./years.ts";

Deno.test("源泉控除対象配偶者: own income up to 9,000,000, the spouse's up to 950,000", () => {
  for (const year of TAX_YEARS) {
    assertTable(year, (tax, [own, spouse]: [number, number]) => isWithholdingSpouse(tax, own, spouse), [
      [[9_000_000, 950_000], true],
      [[9_000_001, 950_000], false],
      [[9_000_000, 950_001], false],
      [[9_000_001, 0], false],
    ]);
  }
});

Deno.test("源泉控除対象親族 takes 特定親族 of up to 1,000,000 from 令和8 on", () => {
  const rule = (tax: Parameters<typeof kindByAge>[0], [age, totalIncome]: [number, number]) =>
    isWithholdingRelative(tax, kindByAge(tax, age, { totalIncome }), totalIncome);
  for (const year of [2026, 2027]) {
    assertTable(year, rule, [
      [[20, 620_000], true],
      [[20, 1_000_000], true],
      [[20, 1_000_001], false],
      [[40, 620_000], true],
      [[40, 620_001], false],
      [[15, 0], false],
      [[16, 0], true],
    ]);
  }
  assertTable(2025, rule, [[[20, 580_000], true], [[20, 580_001], false], [[80, 0], true]]);
  assertTable(2021, rule, [[[20, 480_000], true], [[20, 480_001], false]]);
});

Deno.test("of the other kinds the 控除対象 ones", () => {
  assertTable(2026, (tax, kind: DependantKind) => isWithholdingRelative(tax, kind, 0), [
    ["elderly_cohabiting_parent", true],
    ["non_deductible", false],
    ["young", false],
    ["none", false],
  ]);
});
