import fc from "fast-check";
import assert from "node:assert/strict";
import { earthquakeDeduction } from "./earthquake_insurance.ts";
import { mutualAidDeduction, socialInsuranceDeduction } from "./paid_in_full.ts";
import { anyYear, assertTable, yen } from "./test_tools.ts";
import { TAX_YEARS } from "./years.ts";

Deno.test("地震保険料控除: 地震, 旧長期 and both", () => {
  for (const year of TAX_YEARS) {
    assertTable(
      year,
      (tax, [earthquake, oldLongTerm]: [number, number]) =>
        earthquakeDeduction(tax, { earthquake, oldLongTerm }).deduction,
      [
        [[0, 0], 0],
        [[1, 0], 1],
        [[50_000, 0], 50_000],
        [[50_001, 0], 50_000],
        [[0, 10_000], 10_000],
        [[0, 10_001], 10_001],
        [[0, 10_002], 10_001],
        [[0, 10_003], 10_002],
        [[0, 20_000], 15_000],
        [[0, 20_001], 15_000],
        [[30_000, 12_000], 41_000],
        [[35_000, 30_000], 50_000],
        [[36_000, 30_000], 50_000],
      ],
    );
  }
});

Deno.test("地震保険料控除: every box", () => {
  assertTable(2026, earthquakeDeduction, [[
    { earthquake: 45_000, oldLongTerm: 15_001 },
    { quakeSum: 45_000, oldLongTermSum: 15_001, byQuake: 45_000, byOldLongTerm: 12_501, deduction: 50_000 },
  ]]);
});

Deno.test("地震保険料控除 is never above 50,000 nor above what was paid, and never falls", () => {
  fc.assert(
    fc.property(anyYear, yen(100_000), yen(100_000), yen(10_000), (tax, earthquake, oldLongTerm, more) => {
      const { deduction } = earthquakeDeduction(tax, { earthquake, oldLongTerm });
      assert.ok(deduction <= Math.min(50_000, earthquake + oldLongTerm));
      assert.ok(
        earthquakeDeduction(tax, { earthquake: earthquake + more, oldLongTerm }).deduction >= deduction,
      );
      assert.ok(
        earthquakeDeduction(tax, { earthquake, oldLongTerm: oldLongTerm + more }).deduction >= deduction,
      );
    }),
  );
});

Deno.test("社会保険料 and 小規模企業共済等 are deducted in full", () => {
  assert.equal(socialInsuranceDeduction([]), 0);
  assert.equal(socialInsuranceDeduction([199_080, 312_345, 1]), 511_426);
  const paid = { smallEnterprise: 1, corporateDc: 20, individualDc: 300, disabilityMutualAid: 4_000 };
  assert.equal(mutualAidDeduction(paid), 4_321);
});
