import assert from "node:assert/strict";
import fc from "fast-check";
import { collected, LOAN, relative } from "../declaration/declaration_fixture.ts";
import type { Collected } from "../declaration/collected.ts";
import { INCOME_KINDS, type YearIncome } from "../declaration/income.ts";
import type { Person, PersonYear } from "../declaration/person.ts";
import { DISABILITY_KINDS } from "../declaration/disability.ts";
import { LOAN_COLUMNS } from "../housing_loan.ts";
import { DOCUMENT_KINDS } from "../request.ts";
import { ADJUSTMENT_GROUNDS } from "../tax/mod.ts";
import { ADDRESSES, CONTEXT, contract } from "./forms_fixture.ts";
import { allBoxes, boxesOf } from "./mod.ts";

const yen = fc.option(fc.nat(30_000_000));
const maybe = fc.constantFrom(true, false, null);
const day = fc.option(fc.constantFrom("1930-01-01", "1975-02-28", "2004-01-02", "2010-12-31", "2020-02-29"));

const income: fc.Arbitrary<YearIncome> = fc.oneof(
  fc.record({ incomes: fc.constant(null), total: yen }),
  fc.record({
    total: fc.constant(null),
    incomes: fc.record({
      salary: yen,
      salaryElsewhere: yen,
      ...Object.fromEntries(
        INCOME_KINDS.map((kind) => [kind, fc.record({ revenue: yen, cost: yen, special: yen })]),
      ),
    }) as unknown as fc.Arbitrary<NonNullable<YearIncome["incomes"]>>,
  }),
);

const year: fc.Arbitrary<PersonYear> = fc.record({
  living: fc.constantFrom("together", "apart", "abroad"),
  address: fc.constantFrom(null, ADDRESSES.home),
  abroad: fc.option(fc.record({
    student: fc.boolean(),
    remittance: yen,
    relativePapers: fc.boolean(),
    remittancePapers: fc.boolean(),
  })),
  disability: fc.option(fc.record({
    kind: fc.constantFrom(...DISABILITY_KINDS),
    certificate: fc.constantFrom(null, "other", "body_1"),
    detail: fc.constantFrom("", "手帳"),
    issuedOn: day,
  })),
  support: maybe,
  income,
  qualifiedOn: day,
  qualifiedReason: fc.constantFrom("", "結婚"),
});

const IDS = ["1", "2", "3", "shared", "nobody"];

const person = (id: string, isSpouse: boolean): fc.Arbitrary<Person> => {
  const one = collected([relative(id, { isSpouse })]).declaration;
  const known = isSpouse ? one.spouse.person! : one.family.people[0]!;
  return fc.record({ birthOn: day, diedOn: day, ascendant: maybe, thisYear: year, nextYear: year })
    .map((said) => ({ ...known, id, ...said }));
};

/** Somebody about whom anything is said, whether it goes together or not. */
const anybody: fc.Arbitrary<Collected> = fc.record({
  income: fc.record({
    thisYear: income,
    nextYear: income,
    adjustment: fc.option(
      fc.record({
        ground: fc.constantFrom(...ADJUSTMENT_GROUNDS),
        person: fc.constantFrom(null, ...IDS),
      }),
    ),
  }),
  spouse: fc.record({ thisYear: maybe, nextYear: maybe, person: fc.option(person("s", true)) }),
  people: fc.array(fc.constantFrom("1", "2", "3").chain((id) => person(id, false)), { maxLength: 6 }),
  insurance: fc.record({ under23: maybe, under23Person: fc.constantFrom(null, ...IDS) }),
  amounts: fc.array(yen, { maxLength: 6 }),
  loan: fc.record({
    form: fc.constantFrom("old", "new", "from_2022"),
    movedInOn: fc.constantFrom(null, "2007-05-05", "2017-04-01", "2020-08-15", "2023-03-20", "2026-01-01"),
    column: fc.constantFrom(...LOAN_COLUMNS),
    housePrice: yen,
    houseArea: fc.constantFrom(null, 0, 80.5),
    houseOwnArea: fc.constantFrom(null, 0, 40),
    houseDebtShare: fc.constantFrom(null, 0, 33.33, 100),
    lenders: fc.array(
      fc.record({
        name: fc.constant(""),
        purpose: fc.constantFrom(null, 1, 2, 3, 4),
        balance: yen,
        ownPart: yen,
      }),
      { maxLength: 2 },
    ),
  }),
}).map(({ income, spouse, people, insurance, amounts, loan }) => {
  const { declaration, ...rest } = collected();
  const kinds = ["life", "care", "pension", "earthquake", "social"] as const;
  return {
    ...rest,
    declaration: {
      ...declaration,
      income,
      spouse,
      family: { people, shared: [] },
      insurance: { ...declaration.insurance, ...insurance },
    },
    insurance: {
      v: 1,
      contracts: amounts.map((amount, n) => contract({ id: `${n}`, kind: kinds[n % 5]!, amount })),
      dc: null,
      registered: [],
    },
    housingLoan: { ...LOAN, ...loan } as Collected["housingLoan"],
  };
});

const AMOUNT = /^(-?\d{1,3}(,\d{3})*(\.\d+)?)?$/;

Deno.test("whatever somebody declared, their forms have boxes: each once, amounts whole, nothing that is no word", () => {
  fc.assert(
    fc.property(anybody, fc.constantFrom(2021, 2023, 2025, 2026), (one, of) => {
      for (const document of DOCUMENT_KINDS) {
        if (document === "next_year_dependants" && of < 2025) continue;
        const boxes = allBoxes(boxesOf(document, one, { ...CONTEXT, year: of }));
        assert.equal(new Set(boxes.map(({ id }) => id)).size, boxes.length);
        for (const { id, value, unit } of boxes) {
          assert(!/null|undefined|NaN|Infinity|\[object/.test(value), `${document} ${id}: ${value}`);
          if (unit) assert.match(value, AMOUNT, `${document} ${id}`);
          if (unit === "円") assert(!value.includes("."), `${document} ${id}: ${value}`);
        }
      }
    }),
    { numRuns: 300 },
  );
});
