import fc from "fast-check";
import assert from "node:assert/strict";
import { lifeInsuranceDeduction, type LifePremiums } from "./life_insurance.ts";
import { anyYear, assertTable, yen } from "./test_tools.ts";
import { TAX_YEARS, taxYear } from "./years.ts";

const NOTHING: LifePremiums = {
  newGeneral: 0,
  oldGeneral: 0,
  careMedical: 0,
  newPension: 0,
  oldPension: 0,
  hasDependantUnder23: false,
};

const NEW = [
  [0, 0],
  [1, 1],
  [20_000, 20_000],
  [20_001, 20_001],
  [20_002, 20_001],
  [20_003, 20_002],
  [40_000, 30_000],
  [40_001, 30_001],
  [40_004, 30_001],
  [40_005, 30_002],
  [79_997, 40_000],
  [80_000, 40_000],
  [80_001, 40_000],
  [300_000, 40_000],
] as const;

const OLD = [
  [25_000, 25_000],
  [25_001, 25_001],
  [25_002, 25_001],
  [50_000, 37_500],
  [50_001, 37_501],
  [99_997, 50_000],
  [100_000, 50_000],
  [100_001, 50_000],
] as const;

Deno.test("計算式Ⅰ and Ⅱ in each of the three kinds, fractions counted as a yen", () => {
  for (const year of TAX_YEARS) {
    const part = (paid: Partial<LifePremiums>) =>
      lifeInsuranceDeduction(taxYear(year), { ...NOTHING, ...paid });
    for (const [paid, deduction] of NEW) {
      assert.equal(part({ newGeneral: paid }).general.deduction, deduction, `${paid}`);
      assert.equal(part({ careMedical: paid }).care.deduction, deduction);
      assert.equal(part({ newPension: paid }).pension.deduction, deduction);
    }
    for (const [paid, deduction] of OLD) {
      assert.equal(part({ oldGeneral: paid }).general.deduction, deduction, `${paid}`);
      assert.equal(part({ oldPension: paid }).pension.deduction, deduction);
    }
  }
});

Deno.test("a 扶養親族 under 23: 一般 new contracts × 1.5 in 令和8 and 9, nothing else", () => {
  const rows = [
    [30_000, 30_000],
    [30_001, 30_001],
    [30_003, 30_002],
    [60_000, 45_000],
    [60_001, 45_001],
    [119_997, 60_000],
    [120_000, 60_000],
    [120_001, 60_000],
  ] as const;
  for (const year of [2026, 2027]) {
    assertTable(year, (tax, newGeneral: number) => {
      const { general, under23 } = lifeInsuranceDeduction(tax, {
        ...NOTHING,
        newGeneral,
        hasDependantUnder23: true,
      });
      assert.ok(under23);
      return general.deduction;
    }, rows);
  }
  for (const year of TAX_YEARS) {
    const paid = { ...NOTHING, newGeneral: 120_000, careMedical: 120_000, newPension: 120_000 };
    const given = lifeInsuranceDeduction(taxYear(year), { ...paid, hasDependantUnder23: true });
    assert.equal(given.general.deduction, year < 2026 ? 40_000 : 60_000);
    assert.deepEqual([given.care.deduction, given.pension.deduction], [40_000, 40_000]);
    assert.equal(given.total, 120_000);
    assert.equal(given.under23, year >= 2026);
    assert.ok(!lifeInsuranceDeduction(taxYear(year), paid).under23);
  }
});

Deno.test("new and old together: the boxes ① ② ③ and the larger of ② and ③", () => {
  const boxes = (newGeneral: number, oldGeneral: number, hasDependantUnder23 = false) =>
    lifeInsuranceDeduction(taxYear(2026), { ...NOTHING, newGeneral, oldGeneral, hasDependantUnder23 })
      .general;
  assert.deepEqual(boxes(40_000, 20_000), {
    newSum: 40_000,
    oldSum: 20_000,
    byNew: 30_000,
    byOld: 20_000,
    both: 40_000,
    deduction: 40_000,
  });
  assert.equal(boxes(10_000, 60_000).deduction, 40_000);
  assert.equal(boxes(10_000, 60_001).deduction, 40_001);
  assert.equal(boxes(10_000, 100_000).deduction, 50_000);
  assert.equal(boxes(120_000, 100_000, true).deduction, 60_000);
  assert.equal(boxes(4_000, 100_000, true).deduction, 54_000);
});

Deno.test("each kind and the sum stay under their caps; more premiums never give less; nothing above what was paid", () => {
  const premiums = fc.record({
    newGeneral: yen(200_000),
    oldGeneral: yen(200_000),
    careMedical: yen(200_000),
    newPension: yen(200_000),
    oldPension: yen(200_000),
    hasDependantUnder23: fc.boolean(),
  });
  const which = fc.constantFrom("newGeneral", "oldGeneral", "careMedical", "newPension", "oldPension");
  fc.assert(fc.property(anyYear, premiums, which, yen(50_000), (tax, paid, name, more) => {
    const given = lifeInsuranceDeduction(tax, paid);
    const { general, care, pension, total } = given;
    assert.ok(general.deduction <= (given.under23 ? 60_000 : 50_000));
    assert.ok(care.deduction <= 40_000 && pension.deduction <= 50_000);
    assert.equal(total, Math.min(120_000, general.deduction + care.deduction + pension.deduction));
    assert.ok(
      total <= paid.newGeneral + paid.oldGeneral + paid.careMedical + paid.newPension + paid.oldPension,
    );
    assert.ok(lifeInsuranceDeduction(tax, { ...paid, [name]: paid[name] + more }).total >= total);
    assert.ok(lifeInsuranceDeduction(tax, { ...paid, hasDependantUnder23: true }).total >= total);
  }));
});
