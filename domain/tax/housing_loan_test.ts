import fc from "fast-check";
import assert from "node:assert/strict";
import { housingLoanBoxes, type LoanInput } from "./housing_loan.ts";
import type { LoanHome } from "./housing_loan_home.ts";
import { yen } from "./test_tools.ts";
import { taxYear } from "./years.ts";

const HOME_2019: LoanHome = { movedInOn: "2019-05-01", application: "home", acquisition: "specified" };
const HOME_2024: LoanHome = {
  movedInOn: "2024-05-01",
  application: "home",
  acquisition: "none",
  energy: "zeh",
};

const PLAIN: LoanInput = {
  home: HOME_2019,
  ownTotalIncome: 6_000_000,
  loans: [{ purpose: 3, balance: 22_222_222 }],
  house: { price: 25_000_000, livingShare: 1_000 },
  land: { price: 20_000_000, livingShare: 1_000 },
  renovation: null,
};

function boxes(loan: Partial<LoanInput>, year = 2026) {
  return housingLoanBoxes(taxYear(year), { ...PLAIN, ...loan })!;
}

Deno.test("a loan for house and land: 1 % of the balance, below 100 yen cut", () => {
  const given = boxes({});
  assert.deepEqual(given.columns, {
    both: {
      balance: 22_222_222,
      price: 45_000_000,
      lesser: 22_222_222,
      livingShare: 1_000,
      counted: 22_222_222,
    },
  });
  assert.deepEqual([given.basis, given.special, given.credit], [22_222_222, 0, 222_200]);
});

Deno.test("0.7 % of homes from 令和4 on, up to the cap of the home and of 特例対象個人", () => {
  const loans = [{ purpose: 3, balance: 44_000_000 }] as const;
  assert.equal(boxes({ home: HOME_2024, loans: [{ purpose: 3, balance: 32_235_000 }] }).credit, 225_600);
  assert.deepEqual(pick(boxes({ home: HOME_2024, loans })), [35_000_000, 245_000]);
  assert.deepEqual(pick(boxes({ home: { ...HOME_2024, withChildren: true }, loans })), [44_000_000, 308_000]);
});

function pick({ basis, credit }: { basis: number; credit: number }) {
  return [basis, credit];
}

Deno.test("never more than what a column cost, nor all columns than what the home cost", () => {
  const of = (loans: LoanInput["loans"]) => boxes({ loans });
  assert.equal(of([{ purpose: 1, balance: 26_000_000 }]).columns.house!.lesser, 25_000_000);
  assert.equal(of([{ purpose: 2, balance: 26_000_000 }]).columns.land!.lesser, 20_000_000);
  assert.equal(of([{ purpose: 2, balance: 26_000_000 }]).basis, 20_000_000);
  const cheap = {
    house: { price: 9_000_000, livingShare: 1_000 },
    land: { price: 6_000_000, livingShare: 1_000 },
  };
  const twice = [{ purpose: 1, balance: 8_000_000 }, { purpose: 3, balance: 14_000_000 }] as const;
  assert.equal(boxes({ ...cheap, loans: twice }).basis, 15_000_000);
  const two = [{ purpose: 3, balance: 3_000_000 }, { purpose: 3, balance: 4_000_001 }] as const;
  assert.equal(of(two).columns.both!.balance, 7_000_001);
});

Deno.test("居住用割合: each column its own; C by price where house and land differ", () => {
  const parts = {
    house: { price: 30_000_000, livingShare: 667 },
    land: { price: 10_000_000, livingShare: 1_000 },
  };
  const given = boxes({
    ...parts,
    loans: [{ purpose: 1, balance: 10_000_001 }, { purpose: 2, balance: 4_000_000 }],
  });
  assert.deepEqual([given.columns.house!.counted, given.columns.land!.counted], [6_670_000, 4_000_000]);
  assert.deepEqual(pick(given), [10_670_000, 106_700]);
  const both = boxes({ ...parts, loans: [{ purpose: 3, balance: 20_000_000 }] }).columns.both!;
  assert.deepEqual([both.livingShare, both.counted], [null, 15_005_000]);
});

Deno.test("増改築等 stands beside the home and has its own cost", () => {
  const given = boxes({
    loans: [{ purpose: 3, balance: 5_000_000 }, { purpose: 4, balance: 4_000_000 }],
    renovation: { price: 3_000_000, livingShare: 800 },
  });
  assert.equal(given.columns.renovation!.counted, 2_400_000);
  assert.deepEqual(pick(given), [7_400_000, 74_000]);
});

Deno.test("特定増改築等: 2 % of the special works up to their cap, 1 % of the rest, up to 10,000,000", () => {
  const of = (balance: number, specialCost: number) => {
    const home: LoanHome = { movedInOn: "2021-05-01", application: "renovation", acquisition: "specified" };
    const renovation = { price: 12_000_000, livingShare: 1_000 };
    const loans = [{ purpose: 4, balance }] as const;
    const { basis, special, credit } = boxes({
      home,
      loans,
      house: null,
      land: null,
      renovation,
      specialCost,
    }, 2025);
    return [basis, special, credit];
  };
  assert.deepEqual(of(11_000_000, 3_000_000), [10_000_000, 2_500_000, 125_000]);
  assert.deepEqual(of(6_000_000, 1_000_000), [6_000_000, 1_000_000, 70_000]);
  assert.deepEqual(of(2_000_000, 3_000_000), [2_000_000, 2_000_000, 40_000]);
  assert.deepEqual(of(6_000_000, 0), [6_000_000, 0, 60_000]);
});

Deno.test("nothing counts as 特定増改築等 in another kind of home, without its cost, or without a loan for it", () => {
  const home: LoanHome = { movedInOn: "2021-05-01", application: "renovation", acquisition: "specified" };
  const works = {
    loans: [{ purpose: 4, balance: 5_000_000 }],
    renovation: { price: 5_000_000, livingShare: 1_000 },
  } as const;
  assert.equal(boxes({ ...works, specialCost: 3_000_000 }).special, 0);
  assert.equal(boxes({ ...works, home }, 2025).special, 0);
  assert.equal(boxes({ home, specialCost: 3_000_000 }, 2025).special, 0);
});

Deno.test("an income above the limit gives no credit, and the boxes all the same", () => {
  const at = (ownTotalIncome: number, home: LoanHome) => boxes({ ownTotalIncome, home }).credit > 0;
  assert.deepEqual([at(30_000_000, HOME_2019), at(30_000_001, HOME_2019)], [true, false]);
  assert.deepEqual([at(20_000_000, HOME_2024), at(20_000_001, HOME_2024)], [true, false]);
  const small = { ...HOME_2024, small: true };
  assert.deepEqual([at(10_000_000, small), at(10_000_001, small)], [true, false]);
  assert.equal(boxes({ ownTotalIncome: 30_000_001 }).basis, 22_222_222);
});

Deno.test("a home without terms has no boxes; without a price nothing counts", () => {
  assert.equal(
    housingLoanBoxes(taxYear(2021), { ...PLAIN, home: { ...HOME_2019, movedInOn: "2011-01-01" } }),
    null,
  );
  assert.deepEqual(pick(boxes({ house: null, land: null })), [0, 0]);
  assert.deepEqual(pick(boxes({ loans: [] })), [0, 0]);
});

Deno.test("the basis is never above balance, cap or price; more balance is never less credit", () => {
  const part = fc.record({ price: yen(60_000_000), livingShare: fc.integer({ min: 0, max: 1_000 }) });
  const loan = fc.record({ purpose: fc.constantFrom(1, 2, 3, 4), balance: yen(60_000_000) });
  const input = fc.record({
    loans: fc.array(loan as fc.Arbitrary<LoanInput["loans"][number]>, { minLength: 1, maxLength: 2 }),
    house: fc.option(part),
    land: fc.option(part),
    renovation: fc.option(part),
    home: fc.constantFrom(HOME_2019, HOME_2024),
  });
  fc.assert(fc.property(input, yen(1_000_000), (given, more) => {
    const { basis, terms, credit, columns } = boxes(given);
    const prices = [given.house, given.land, given.renovation].map((one) => one?.price ?? 0);
    assert.ok(basis <= Math.min(terms.cap, prices.reduce((a, b) => a + b)));
    assert.ok(basis <= given.loans.reduce((total, { balance }) => total + balance, 0));
    assert.ok(credit % 100 === 0 && credit <= basis * terms.permille / 1_000);
    for (const one of Object.values(columns)) assert.ok(one.counted <= one.lesser);
    const [first, ...rest] = given.loans;
    assert.ok(
      boxes({ ...given, loans: [{ ...first!, balance: first!.balance + more }, ...rest] }).credit >= credit,
    );
  }));
});
