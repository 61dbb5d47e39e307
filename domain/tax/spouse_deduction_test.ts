import fc from "fast-check";
import assert from "node:assert/strict";
import { isSameLivingSpouse, spouseBand, spouseDeduction } from "./spouse_deduction.ts";
import { anyYear, assertTable, yen } from "./test_tools.ts";
import { TAX_YEARS, taxYear } from "./years.ts";

/** 同一生計配偶者 up to here. */
const LIMITS = { 2021: 480_000, 2022: 480_000, 2023: 480_000, 2025: 580_000, 2026: 620_000, 2027: 620_000 };

/** Upper ends of the bands of 配偶者特別控除, with the amounts of A, B and C in 万円. */
const SPECIAL = [
  [950_000, 38, 26, 13],
  [1_000_000, 36, 24, 12],
  [1_050_000, 31, 21, 11],
  [1_100_000, 26, 18, 9],
  [1_150_000, 21, 14, 7],
  [1_200_000, 16, 11, 6],
  [1_250_000, 11, 8, 4],
  [1_300_000, 6, 4, 2],
  [1_330_000, 3, 2, 1],
] as const;

const OWN = [9_000_000, 9_500_000, 10_000_000] as const;

function deductionOf(year: number, own: number, spouse: number, age70OrOver = false) {
  const facts = { ownTotalIncome: own, spouseTotalIncome: spouse, spouseAge70OrOver: age70OrOver };
  const { kind, deduction } = spouseDeduction(taxYear(year), facts);
  return [kind, deduction] as const;
}

Deno.test("配偶者控除, 一般 and 老人, on both sides of each limit", () => {
  for (const [year, limit] of Object.entries(LIMITS).map(([year, limit]) => [Number(year), limit] as const)) {
    for (const [at, own] of OWN.entries()) {
      assert.deepEqual(deductionOf(year, own, 0), ["spouse", [380_000, 260_000, 130_000][at]]);
      assert.deepEqual(deductionOf(year, own, limit), ["spouse", [380_000, 260_000, 130_000][at]]);
      assert.deepEqual(deductionOf(year, own, limit, true), ["spouse", [480_000, 320_000, 160_000][at]]);
      assert.deepEqual(deductionOf(year, own, limit + 1, true), ["special", [380_000, 260_000, 130_000][at]]);
      const next = [260_000, 130_000, 0][at];
      assert.deepEqual(deductionOf(year, own + 1, limit), [next ? "spouse" : "none", next]);
    }
    assert.ok(isSameLivingSpouse(taxYear(year), limit));
    assert.ok(!isSameLivingSpouse(taxYear(year), limit + 1));
  }
});

Deno.test("配偶者特別控除, every band of every column on both sides", () => {
  for (const year of TAX_YEARS) {
    for (const [at, own] of OWN.entries()) {
      for (const [row, [upTo, ...amounts]] of SPECIAL.entries()) {
        assert.deepEqual(deductionOf(year, own, upTo), ["special", amounts[at]! * 10_000]);
        const above = SPECIAL[row + 1]?.[at + 1] ?? 0;
        assert.deepEqual(deductionOf(year, own, upTo + 1), [above ? "special" : "none", above * 10_000]);
      }
    }
    assert.deepEqual(deductionOf(year, 10_000_001, 1_000_000), ["none", 0]);
  }
});

Deno.test("区分Ⅱ", () => {
  assertTable(2026, (tax, [income, old]: [number, boolean]) => spouseBand(tax, income, old), [
    [[620_000, true], 1],
    [[620_000, false], 2],
    [[620_001, true], 3],
    [[950_000, false], 3],
    [[950_001, false], 4],
    [[1_330_000, false], 4],
    [[1_330_001, false], null],
  ]);
  const facts = { ownTotalIncome: 9_000_001, spouseTotalIncome: 0, spouseAge70OrOver: true };
  assert.deepEqual(spouseDeduction(taxYear(2026), facts), {
    kind: "spouse",
    deduction: 320_000,
    elderly: true,
    ownBand: "B",
    spouseBand: 1,
  });
  const tooMuch = spouseDeduction(taxYear(2026), { ...facts, ownTotalIncome: 10_000_001 });
  assert.deepEqual([tooMuch.elderly, tooMuch.ownBand, tooMuch.spouseBand], [false, null, 1]);
});

Deno.test("more income of either never gives more, and 70 never gives less", () => {
  const facts = fc.record({
    own: yen(12_000_000),
    spouse: yen(1_500_000),
    more: yen(500_000),
    old: fc.boolean(),
  });
  fc.assert(fc.property(anyYear, facts, ({ year }, { own, spouse, more, old }) => {
    const [, given] = deductionOf(year, own, spouse, old);
    const less = [deductionOf(year, own + more, spouse, old), deductionOf(year, own, spouse + more, old)];
    for (const [, other] of less) assert.ok(other <= given);
    assert.ok(deductionOf(year, own, spouse, true)[1] >= given);
    assert.ok(given <= 480_000);
  }));
});
