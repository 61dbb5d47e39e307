import fc from "fast-check";
import assert from "node:assert/strict";
import {
  dependantDeduction,
  dependantKind,
  isDeductible,
  isDependant,
  isDependantUnder23,
  kindByAge,
} from "./dependant.ts";
import { specificRelativeDeduction } from "./specific_relative.ts";
import { anyYear, assertTable, yen } from "./test_tools.ts";
import { TAX_YEARS, taxYear } from "./years.ts";

/** The first and last day of birth of an age in a year, by the age rule. */
function bornFor(year: number, age: number): [string, string] {
  return [`${year - age}-01-02`, `${year - age + 1}-01-01`];
}

Deno.test("every age has its kind, from the first birthday of the band to the last", () => {
  const bands = [
    [0, 15, "young", 0],
    [16, 18, "general", 380_000],
    [19, 22, "specific", 630_000],
    [23, 69, "general", 380_000],
    [70, 105, "elderly", 480_000],
  ] as const;
  for (const year of TAX_YEARS) {
    for (const [from, to, kind, deduction] of bands) {
      for (const birthOn of [...bornFor(year, from), ...bornFor(year, to)]) {
        const given = dependantKind(taxYear(year), { birthOn, totalIncome: 0 });
        assert.equal(given, kind, `${year}: ${birthOn}`);
        assert.equal(dependantDeduction(taxYear(year), given), deduction);
      }
    }
  }
});

Deno.test("同居老親等 is an ascendant who lives there, and 70", () => {
  const kind = (birthOn: string, ascendant: boolean, livingTogether: boolean) =>
    dependantKind(taxYear(2026), { birthOn, totalIncome: 0, ascendant, livingTogether });
  assert.equal(kind("1957-01-01", true, true), "elderly_cohabiting_parent");
  assert.equal(kind("1957-01-01", true, false), "elderly");
  assert.equal(kind("1957-01-01", false, true), "elderly");
  assert.equal(kind("1957-01-02", true, true), "general");
  assert.equal(dependantDeduction(taxYear(2026), "elderly_cohabiting_parent"), 580_000);
});

Deno.test("the income limit of each year; 特定親族 above it from 令和7 on", () => {
  const limits = [[2021, 480_000], [2022, 480_000], [2023, 480_000], [2025, 580_000], [2026, 620_000], [
    2027,
    620_000,
  ]];
  for (const [year, limit] of limits as [number, number][]) {
    const above = year < 2025 ? "none" : "specific_relative";
    assertTable(year, (tax, [age, totalIncome]: [number, number]) => kindByAge(tax, age, { totalIncome }), [
      [[20, 0], "specific"],
      [[40, limit], "general"],
      [[40, limit + 1], "none"],
      [[15, limit], "young"],
      [[15, limit + 1], "none"],
      [[18, limit + 1], "none"],
      [[19, limit], "specific"],
      [[19, limit + 1], above],
      [[22, limit + 1], above],
      [[22, 1_230_000], above],
      [[22, 1_230_001], "none"],
      [[23, limit + 1], "none"],
      [[70, limit], "elderly"],
    ]);
  }
});

Deno.test("a 非居住者 of 30 to 69 needs a ground from 令和5 on", () => {
  const rule = (year: number) => (age: number, nonResident: "none" | "student" | "disabled" | "remittance") =>
    kindByAge(taxYear(year), age, { totalIncome: 0, nonResident });
  const now = rule(2026);
  assert.deepEqual([15, 16, 29, 30, 69, 70].map((age) => now(age, "none")), [
    "young",
    "general",
    "general",
    "non_deductible",
    "non_deductible",
    "elderly",
  ]);
  for (const ground of ["student", "disabled", "remittance"] as const) {
    assert.equal(now(45, ground), "general");
  }
  assert.equal(rule(2023)(45, "none"), "non_deductible");
  assert.equal(rule(2022)(45, "none"), "general");
  assert.equal(rule(2021)(45, "none"), "general");
});

Deno.test("who counts as what: 扶養親族, 控除対象, under 23", () => {
  const kinds = [
    ["general", true, true],
    ["specific", true, true],
    ["elderly", true, true],
    ["elderly_cohabiting_parent", true, true],
    ["young", true, false],
    ["non_deductible", true, false],
    ["specific_relative", false, false],
    ["none", false, false],
  ] as const;
  for (const [kind, dependant, deductible] of kinds) {
    assert.equal(isDependant(kind), dependant, kind);
    assert.equal(isDeductible(kind), deductible, kind);
    assert.equal(dependantDeduction(taxYear(2026), kind) > 0, deductible, kind);
  }
  const under23 = (birthOn: string, totalIncome: number) =>
    isDependantUnder23(taxYear(2026), { birthOn, totalIncome });
  assert.ok(under23("2004-01-02", 620_000));
  assert.ok(under23("2026-12-30", 0));
  assert.ok(!under23("2004-01-01", 0));
  assert.ok(!under23("2004-01-02", 620_001));
});

Deno.test("who died in the year has the age of that day", () => {
  const relative = { birthOn: "2007-06-10", totalIncome: 0 };
  assert.equal(dependantKind(taxYear(2026), { ...relative, diedOn: "2026-06-08" }), "general");
  assert.equal(dependantKind(taxYear(2026), { ...relative, diedOn: "2026-06-09" }), "specific");
});

Deno.test("a relative gives 扶養控除 or 特定親族特別控除, never both; more income never gives more", () => {
  const facts = fc.record({ age: fc.nat(100), income: yen(1_500_000), more: yen(300_000) });
  fc.assert(fc.property(anyYear, facts, (tax, { age, income, more }) => {
    const given = (totalIncome: number) => {
      const kind = kindByAge(tax, age, { totalIncome });
      const special = kind === "specific_relative" ? specificRelativeDeduction(tax, totalIncome) : 0;
      assert.ok(special === 0 || dependantDeduction(tax, kind) === 0);
      return dependantDeduction(tax, kind) + special;
    };
    assert.ok(given(income + more) <= given(income));
    assert.ok(given(income) <= 630_000);
  }));
});
