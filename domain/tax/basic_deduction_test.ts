import fc from "fast-check";
import assert from "node:assert/strict";
import { basicDeduction, basicLines, ownBand } from "./basic_deduction.ts";
import { anyYear, assertMonotone, assertTable, yen } from "./test_tools.ts";
import { TAX_YEARS, taxYear } from "./years.ts";

const ABOVE = [
  [24_000_000, 480_000],
  [24_000_001, 320_000],
  [24_500_000, 320_000],
  [24_500_001, 160_000],
  [25_000_000, 160_000],
  [25_000_001, 0],
] as const;

Deno.test("基礎控除 of 令和3 to 5", () => {
  for (const year of [2021, 2022, 2023]) {
    assertTable(year, basicDeduction, [[-1, 480_000], [0, 480_000], [23_500_001, 480_000], ...ABOVE]);
  }
});

Deno.test("基礎控除 of 令和7", () => {
  assertTable(2025, basicDeduction, [
    [1_320_000, 950_000],
    [1_320_001, 880_000],
    [3_360_000, 880_000],
    [3_360_001, 680_000],
    [4_890_000, 680_000],
    [4_890_001, 630_000],
    [6_550_000, 630_000],
    [6_550_001, 580_000],
    [23_500_000, 580_000],
    [23_500_001, 480_000],
    ...ABOVE,
  ]);
});

Deno.test("基礎控除 of 令和8 and 9", () => {
  for (const year of [2026, 2027]) {
    assertTable(year, basicDeduction, [
      [0, 1_040_000],
      [1_320_001, 1_040_000],
      [4_890_000, 1_040_000],
      [4_890_001, 670_000],
      [6_550_000, 670_000],
      [6_550_001, 620_000],
      [23_500_000, 620_000],
      [23_500_001, 480_000],
      ...ABOVE,
    ]);
  }
});

Deno.test("区分Ⅰ", () => {
  for (const year of TAX_YEARS) {
    assertTable(year, ownBand, [
      [0, "A"],
      [9_000_000, "A"],
      [9_000_001, "B"],
      [9_500_000, "B"],
      [9_500_001, "C"],
      [10_000_000, "C"],
      [10_000_001, null],
    ]);
  }
});

Deno.test("more income never gives more 基礎控除", () =>
  assertMonotone(30_000_000, "falling", basicDeduction));

Deno.test("控除額の計算 of 令和8: the bands, cut where 区分Ⅰ changes", () => {
  assert.deepEqual(basicLines(taxYear(2026)).map(({ upTo, amount, own }) => [upTo, amount, own]), [
    [4_890_000, 1_040_000, "A"],
    [6_550_000, 670_000, "A"],
    [9_000_000, 620_000, "A"],
    [9_500_000, 620_000, "B"],
    [10_000_000, 620_000, "C"],
    [23_500_000, 620_000, null],
    [24_000_000, 480_000, null],
    [24_500_000, 320_000, null],
    [25_000_000, 160_000, null],
  ]);
  const before = basicLines(taxYear(2021)).map(({ upTo }) => upTo / 10_000);
  assert.deepEqual(before, [900, 950, 1_000, 2_400, 2_450, 2_500]);
});

Deno.test("the line of 控除額の計算 that holds an income says its 基礎控除 and 区分Ⅰ", () =>
  fc.assert(fc.property(anyYear, yen(25_000_000), (tax, income) => {
    const { amount, own } = basicLines(tax).find(({ upTo }) => income <= upTo)!;
    assert.equal(amount, basicDeduction(tax, income));
    assert.equal(own, ownBand(tax, income));
  })));
