import assert from "node:assert/strict";
import fc from "fast-check";
import { collected, relative } from "../declaration/declaration_fixture.ts";
import type { Declaration } from "../declaration/declaration.ts";
import { type FamilyMember, TAX_SUPPORTS } from "../family.ts";
import { recordsOf, rowOf } from "./row_fixture.ts";
import { FAMILY_BULK_UPDATE } from "./tables/family_bulk_update.ts";
import columns from "./testdata/lists.json" with { type: "json" };

const allowed = (name: string) => columns.family_bulk_update.find(({ header }) => header === name)!.allowed!;

/** 税法上の扶養状況 and 年間所得見積額 of the spouse and of the first relative; `own`: 合計所得金額 of the employee in 2026. */
function codes(family: FamilyMember[], own: number | null, change = (one: Declaration) => one) {
  const what = collected(family, (one) => {
    const thisYear = { incomes: null, total: own };
    return change({ ...one, income: { ...one.income, thisYear } });
  });
  const record = recordsOf(FAMILY_BULK_UPDATE, rowOf(what))[0]!;
  const of = (who: string) =>
    ["扶養状況", "年間所得見積額（単位: 円）"].map((part) => record[`${who} 税法上の${part}`]!);
  return { spouse: of("配偶者"), relative: of("家族1") };
}

type Support = FamilyMember["taxSupport"];

function spouseCodes(own: number | null, taxIncome: number | null, taxSupport: Support = "supported") {
  return codes([relative("wife", { isSpouse: true, taxIncome, taxSupport })], own).spouse;
}

function relativeCodes(taxIncome: number | null, more: Partial<FamilyMember> = {}, own = 3_560_000) {
  return codes([relative("r", { taxIncome, birthOn: "1990-04-01", ...more })], own).relative;
}

Deno.test("配偶者 1: up to 95万円, where the employee has up to 900万円", () => {
  assert.deepEqual(spouseCodes(9_000_000, 0), ["1", "0"]);
  assert.deepEqual(spouseCodes(9_000_000, 950_000), ["1", "950000"]);
});

Deno.test("配偶者 2: up to 95万円 with 900万 to 1,000万円, or 95万 to 133万円 with up to 1,000万円", () => {
  assert.deepEqual(spouseCodes(9_000_001, 0), ["2", "0"]);
  assert.deepEqual(spouseCodes(9_000_001, 950_000), ["2", "950000"]);
  assert.deepEqual(spouseCodes(10_000_000, 620_000), ["2", "620000"]);
  assert.deepEqual(spouseCodes(9_000_000, 950_001), ["2", "950001"]);
  assert.deepEqual(spouseCodes(10_000_000, 950_001), ["2", "950001"]);
  assert.deepEqual(spouseCodes(0, 1_330_000), ["2", "1330000"]);
});

Deno.test("配偶者 0, without 年間所得見積額: above 133万円, above 1,000万円 of the employee, or not claimed", () => {
  const nothing = ["0", ""];
  assert.deepEqual(spouseCodes(0, 1_330_001), nothing);
  assert.deepEqual(spouseCodes(10_000_001, 0), nothing);
  assert.deepEqual(spouseCodes(10_000_001, 950_000), nothing);
  assert.deepEqual(spouseCodes(3_560_000, 0, "unsupported"), nothing);
  assert.deepEqual(spouseCodes(12_000_000, 0, "unsupported_same_living_spouse"), nothing);
  assert.deepEqual(spouseCodes(null, 0, "unsupported"), nothing);
});

Deno.test("配偶者 99: nobody said whether they are claimed, or what the employee earns; the income stays", () => {
  assert.deepEqual(spouseCodes(3_560_000, 500_000, "unknown"), ["99", "500000"]);
  assert.deepEqual(spouseCodes(3_560_000, null, null), ["99", ""]);
  assert.deepEqual(spouseCodes(null, 500_000), ["99", "500000"]);
});

Deno.test("a spouse whose income nobody said counts as one without; the cell is blank", () => {
  assert.deepEqual(spouseCodes(3_560_000, null), ["1", ""]);
  assert.deepEqual(spouseCodes(9_000_001, null, "special_spousal_exemption"), ["2", ""]);
});

Deno.test("家族 1: who is claimed and earns up to the 62万円 of 令和8年, whatever their age and the employee's income", () => {
  assert.deepEqual(relativeCodes(0), ["1", "0"]);
  assert.deepEqual(relativeCodes(620_000), ["1", "620000"]);
  assert.deepEqual(relativeCodes(null), ["1", ""]);
  assert.deepEqual(relativeCodes(620_000, { birthOn: "2020-04-01" }), ["1", "620000"]);
  assert.deepEqual(relativeCodes(620_000, { birthOn: "1940-04-01" }), ["1", "620000"]);
  assert.deepEqual(relativeCodes(620_000, {}, 10_000_001), ["1", "620000"]);
});

Deno.test("家族 0, with 0 as 年間所得見積額: who earns more, a 特定親族 too, or is not claimed", () => {
  const nothing = ["0", "0"];
  assert.deepEqual(relativeCodes(620_001), nothing);
  assert.deepEqual(relativeCodes(1_000_000, { birthOn: "2006-04-01" }), nothing);
  assert.deepEqual(relativeCodes(500_000, { taxSupport: "unsupported" }), nothing);
  assert.deepEqual(relativeCodes(null, { taxSupport: "unsupported" }), nothing);
});

Deno.test("家族 99: nobody said whether they are claimed, or when they were born; the income stays", () => {
  assert.deepEqual(relativeCodes(500_000, { taxSupport: "unknown" }), ["99", "500000"]);
  assert.deepEqual(relativeCodes(null, { taxSupport: null }), ["99", ""]);
  assert.deepEqual(relativeCodes(500_000, { birthOn: null }), ["99", "500000"]);
});

Deno.test("incomes told by kind count with their 所得: 給与収入 160万円 less 74万円 of 令和8年", () => {
  const { spouse } = codes([relative("wife", { isSpouse: true })], 3_560_000, (one) => {
    const { person } = one.spouse;
    const { incomes } = collected().declaration.income.thisYear;
    const thisYear = {
      ...person!.thisYear,
      income: { incomes: { ...incomes!, salary: 1_600_000 }, total: null },
    };
    return { ...one, spouse: { ...one.spouse, person: { ...person!, thisYear } } };
  });
  assert.deepEqual(spouse, ["1", "860000"]);
});

const anyIncome = fc.option(fc.integer({ min: 0, max: 12_000_000 }));
const anySupport = fc.constantFrom<Support>(...TAX_SUPPORTS, null);

Deno.test("no other code than the file knows; an income of 対象外 never shows, any other as it was told", () => {
  const [spouse, other] = ["配偶者", "家族{n}"].map((who) => allowed(`${who} 税法上の扶養状況`));
  fc.assert(fc.property(anyIncome, anyIncome, anySupport, (own, income, support) => {
    const [code, shown] = spouseCodes(own, income, support);
    assert.ok(spouse!.includes(code!));
    assert.equal(shown, code === "0" ? "" : String(income ?? ""));
    const [relativeCode, relativeShown] = relativeCodes(income, { taxSupport: support });
    assert.ok(other!.includes(relativeCode!));
    assert.equal(relativeShown, relativeCode === "0" ? "0" : String(income ?? ""));
  }));
});
