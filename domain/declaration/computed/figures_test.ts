import assert from "node:assert/strict";
import fc from "fast-check";
import { housingLoanSchema } from "../../housing_loan.ts";
import type { Contract } from "../../insurance.ts";
import type { Collected } from "../collected.ts";
import type { Declaration } from "../declaration.ts";
import { collected, LOAN, relative, withPerson } from "../declaration_fixture.ts";
import { INCOME_KINDS, type Incomes, NO_INCOMES } from "../income.ts";
import type { Disability } from "../disability.ts";
import { figuresOf } from "./figures.ts";

const YEAR = 2026;
const WIFE = {
  relation: { name: "妻", preset: "wife", isChild: false },
  isSpouse: true,
  birthOn: "1986-01-01",
};
const SPECIAL: Disability = { kind: "special", certificate: "body_1", detail: "", issuedOn: null };

/** Somebody with other income than salary. */
const earning = (incomes: Partial<Incomes>, salary = 5_000_000): Collected =>
  collected([], (one) => ({
    ...one,
    income: { ...one.income, thisYear: { incomes: { ...NO_INCOMES, salary, ...incomes }, total: null } },
  }));
const own = (of: Collected) => figuresOf(YEAR, of).thisYear.self;

Deno.test("a salary of 5,000,000 yen is an income of 3,560,000 and 区分Ⅰ A, with 基礎控除 of 1,040,000", () => {
  const { income, band, basic, totalIncome } = own(collected());
  assert.deepEqual([income.salary, income.salaryIncome, totalIncome, band, basic], [
    5_000_000,
    3_560_000,
    3_560_000,
    "A",
    1_040_000,
  ]);
});

Deno.test("each kind of income: 収入 less 必要経費, half of 退職所得, 特別控除額 of others, losses of 事業 and 不動産 only", () => {
  const kinds = (incomes: Partial<Incomes>) => own(earning(incomes, 0)).income.kinds!;
  const some = { revenue: 1_000_001, cost: 400_000 };
  for (const kind of ["misc", "business", "dividend", "property"] as const) {
    assert.equal(kinds({ [kind]: some })[kind], 600_001);
    const loss = kinds({ [kind]: { revenue: 1, cost: 100 } })[kind];
    assert.equal(loss, kind === "business" || kind === "property" ? -99 : 0);
  }
  assert.equal(kinds({ retirement: some }).retirement, 300_000);
  assert.equal(kinds({ other: { ...some, special: 500_000 } }).other, 100_001);
});

Deno.test("the parts of an income are its total, whatever they are", () => {
  const part = fc.record({ revenue: fc.nat(9_000_000), cost: fc.nat(9_000_000) });
  fc.assert(
    fc.property(fc.nat(20_000_000), fc.array(part, { minLength: 6, maxLength: 6 }), (salary, parts) => {
      const incomes = Object.fromEntries(INCOME_KINDS.map((kind, n) => [kind, { special: 0, ...parts[n]! }]));
      const { income } = own(earning(incomes as Partial<Incomes>, salary));
      assert.equal(income.otherIncome, Object.values(income.kinds!).reduce((sum, one) => sum + one, 0));
      assert.equal(income.total, Math.max(0, income.salaryIncome! + income.otherIncome!));
      assert(income.adjustedTotal! <= income.total!);
    }),
  );
});

Deno.test("what only the total is known of shows no parts, and what nothing is known of no total", () => {
  const at = (total: number | null) =>
    own(collected([], (one) => ({
      ...one,
      income: { ...one.income, thisYear: { incomes: null, total } },
    })));
  assert.deepEqual([at(9_500_000).totalIncome, at(9_500_000).band, at(9_500_000).income.salary], [
    9_500_000,
    "B",
    null,
  ]);
  assert.deepEqual([at(null).totalIncome, at(null).band, at(null).basic], [null, null, null]);
});

/** 所得金額調整控除 of a salary of 9,500,000 yen. */
const ADJUSTED = 100_000;

function adjusting(
  ground: NonNullable<Declaration["income"]["adjustment"]>["ground"],
  person: string | null,
) {
  return (one: Declaration): Declaration => ({
    ...one,
    income: { ...one.income, adjustment: { ground, person } },
  });
}

Deno.test("所得金額調整控除 is given where its ground holds, and is not where the person is gone or another", () => {
  const child = [relative("a", { birthOn: "2005-01-01", taxSupport: "unsupported" })];
  const claim = (change: (one: Declaration) => Declaration, salary = 9_500_000) =>
    own(collected(child, change, salary)).income.adjustment;
  assert.equal(claim(adjusting("dependant_under_23", "source:a")), ADJUSTED);
  assert.equal(claim(adjusting("dependant_under_23", "source:b")), 0);
  assert.equal(claim(adjusting("dependant_special_disability", "source:a")), 0);
  assert.equal(claim(adjusting("self_special_disability", null)), 0);
  assert.equal(claim(adjusting("dependant_under_23", "source:a"), 8_500_000), 0);
  assert.equal(claim((one) => one), 0);
  const impaired = (one: Declaration): Declaration =>
    adjusting("self_special_disability", null)({
      ...one,
      self: { ...one.self, thisYear: { ...one.self.thisYear, disability: SPECIAL } },
    });
  assert.equal(claim(impaired), ADJUSTED);
  const rich = (one: Declaration): Declaration =>
    withPerson(adjusting("dependant_under_23", "source:a")(one), (person) => ({
      ...person,
      thisYear: { ...person.thisYear, income: { incomes: null, total: 620_001 } },
    }));
  assert.equal(claim(rich), 0);
});

Deno.test("a spouse is told by income: 配偶者控除, 配偶者特別控除, 源泉控除対象, 同一生計; none where not claimed", () => {
  const spouse = (taxIncome: number, taxSupport: "supported" | "unsupported", salary = 5_000_000) =>
    figuresOf(YEAR, collected([relative("w", { ...WIFE, taxIncome, taxSupport })], (one) => one, salary))
      .thisYear
      .spouse!;
  const plain = spouse(620_000, "supported");
  assert.deepEqual([plain.deduction?.kind, plain.deduction?.deduction, plain.withholding, plain.sameLiving], [
    "spouse",
    380_000,
    true,
    true,
  ]);
  const special = spouse(1_000_000, "supported");
  assert.deepEqual([special.deduction?.kind, special.deduction?.spouseBand, special.withholding], [
    "special",
    4,
    false,
  ]);
  assert.equal(spouse(0, "unsupported").deduction, null);
  assert.equal(spouse(0, "unsupported").sameLiving, true);
  const unsaid = (taxSupport: "supported" | "unknown") =>
    figuresOf(YEAR, collected([relative("w", { ...WIFE, taxIncome: null, taxSupport })])).thisYear.spouse!;
  assert.deepEqual([unsaid("supported").sameLiving, unsaid("unknown").sameLiving], [true, false]);
  assert.equal(spouse(0, "supported", 15_000_000).deduction?.kind, "none");
});

Deno.test("a relative is what age, income and residence make of them, and counts where claimed", () => {
  const kind = (more: Parameters<typeof relative>[1]) =>
    figuresOf(YEAR, collected([relative("a", more)])).thisYear.people[0]!;
  assert.equal(kind({ birthOn: "2012-01-01" }).claimed, "young");
  assert.equal(kind({ birthOn: "2006-06-06" }).deduction, 630_000);
  const student = kind({ birthOn: "2006-06-06", taxIncome: 900_000 });
  assert.deepEqual([student.claimed, student.deduction, student.specialDeduction, student.withholding], [
    "specific_relative",
    0,
    610_000,
    true,
  ]);
  const mother = { relation: { name: "義母", preset: null, isChild: false }, birthOn: "1950-01-01" };
  assert.equal(kind(mother).claimed, "elderly_cohabiting_parent");
  assert.equal(kind({ ...mother, livingTogether: false }).claimed, "elderly");
  assert.equal(
    kind({ ...mother, relation: { name: "叔母", preset: null, isChild: false } }).claimed,
    "elderly",
  );
  assert.equal(kind({ taxSupport: "unsupported" }).claimed, null);
  assert.equal(kind({ birthOn: null }).kind, null);
});

Deno.test("who died this year counts this year, and not next", () => {
  const dead = collected(
    [relative("a", { birthOn: "1950-01-01" })],
    (one) => withPerson(one, (person) => ({ ...person, diedOn: "2026-03-03" })),
  );
  const { thisYear, nextYear } = figuresOf(YEAR, dead);
  assert.equal(thisYear.people[0]!.claimed, "elderly");
  assert.equal(nextYear!.people[0]!.claimed, null);
});

Deno.test("特定親族特別控除 of all together, and next year's figures by next year's table", () => {
  const two = collected(["a", "b"].map((id) => relative(id, { birthOn: "2006-06-06", taxIncome: 900_000 })));
  const figures = figuresOf(YEAR, two);
  assert.equal(figures.specialDeduction, 1_220_000);
  assert.equal(figures.nextYear!.people.length, 2);
  assert.throws(() => figuresOf(2024, two), { name: "Refusal" });
});

const contract = (more: Partial<Contract>) =>
  ({ kind: "life", amount: 120_000, social: null, ...more }) as Contract;

Deno.test("insurance adds up by kind and generation; 一般 is 60,000 with a 扶養親族 under 23, who has to be there", () => {
  const contracts = [contract({ generation: "new" }), contract({ kind: "care", amount: null })];
  const of = (family: Parameters<typeof collected>[0]) => {
    const base = collected(family, (one) => ({ ...one, insurance: { ...one.insurance, under23: true } }));
    return figuresOf(YEAR, {
      ...base,
      insurance: { v: 1, contracts, dc: { amount: 7, editable: false }, registered: [] },
    })
      .insurance;
  };
  assert.equal(of([relative("a")]).life.general.deduction, 60_000);
  assert.equal(of([]).life.general.deduction, 40_000);
  assert.equal(of([]).life.care.sum, 0);
  assert.deepEqual([of([]).mutualAid.corporate, of([]).mutualAid.deduction], [7, 7]);
});

Deno.test("a housing loan: own part of a joint debt, 借換, 居住用割合 by areas or said, and the credit", () => {
  const loan = housingLoanSchema.parse({
    ...LOAN,
    movedInOn: "2020-05-05",
    acquisition: "specified",
    housePrice: 30_000_000,
    houseOwnUse: 100,
    lenders: [{ name: "見本銀行", purpose: 1, balance: 20_000_000, ownPart: null }],
  });
  const of = (more: Partial<typeof loan>) =>
    figuresOf(YEAR, { ...collected(), housingLoan: { ...loan, ...more } }).housingLoan!;
  assert.deepEqual([of({}).borne, of({}).boxes?.credit, of({}).houseShare], [[20_000_000], 200_000, 1_000]);
  const debtor = { name: "", address: "", company: "", companyAddress: "" };
  assert.deepEqual(of({ jointDebtor: debtor, houseDebtShare: 60 }).borne, [12_000_000]);
  assert.deepEqual(of({ refinanced: true, refinancing: { before: 10, taken: 20, balance: 15 } }).borne, [7]);
  assert.equal(of({ houseOwnUse: null, houseArea: 100, houseOwnArea: 75 }).houseShare, 750);
  assert.equal(of({ movedInOn: null }).boxes, null);
});
