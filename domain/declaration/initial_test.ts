import assert from "node:assert/strict";
import fc from "fast-check";
import { TAX_SUPPORTS } from "../family.ts";
import { EMPTY_PROFILE } from "../profile.ts";
import { declarationSchema } from "./declaration.ts";
import { anyText, MASTER, relative } from "./declaration_fixture.ts";
import { TEXT_LIMITS } from "./fields.ts";
import { initialDeclaration } from "./initial.ts";
import { sourceIdOf } from "./person.ts";

const WIFE = { relation: { name: "妻", preset: "wife", isChild: false }, isSpouse: true };
const married = (hasSpouse: boolean | null) => ({ ...MASTER, profile: { ...EMPTY_PROFILE, hasSpouse } });

/** The cases of reference/csv-columns.md §3.2 "on sync": 有無, the record's 税法上の扶養状況, and what comes of them. */
const CASES = [
  [true, "supported", true, true],
  [false, "supported", true, true],
  [false, "special_spousal_exemption", true, true],
  [false, "unknown", true, null],
  [true, "none", true, undefined],
  [false, "none", false, undefined],
  [null, "none", null, undefined],
] as const;

for (const [has, record, there, support] of CASES) {
  Deno.test(`配偶者の有無 ${has} with a record of ${record}: there ${there}, claimed ${support}`, () => {
    const family = record === "none" ? [] : [relative("w", { ...WIFE, taxSupport: record })];
    const { spouse } = initialDeclaration({ self: married(has), family });
    assert.deepEqual([spouse.thisYear, spouse.nextYear], [there, there]);
    assert.equal(spouse.person?.thisYear.support, support);
    assert.equal(spouse.person?.nextYear.support, support);
  });
}

Deno.test("each person has an id that follows from the source's, and leads back to it", () => {
  const family = [relative("w", WIFE), relative("a"), relative("b")];
  const { spouse, family: { people } } = initialDeclaration({ self: MASTER, family });
  assert.deepEqual([spouse.person!, ...people].map(sourceIdOf), ["w", "a", "b"]);
  assert.equal(sourceIdOf({ id: "own-1" }), null);
});

Deno.test("a relative abroad is a 非居住者 with what is sent, one who lives apart is none", () => {
  const address = {
    zip: "",
    prefecture: "",
    city: "Cebu",
    street: "",
    building: "",
    kana: "",
    country: "PHL",
  };
  const family = [
    relative("a", { livingTogether: false, address, remittance: 300_000 }),
    relative("b", { livingTogether: false, address: { ...address, country: "" } }),
    relative("c", { livingTogether: false }),
  ];
  const people = initialDeclaration({ self: MASTER, family }).family.people.map(({ thisYear }) => thisYear);
  assert.deepEqual(people.map(({ living }) => living), ["abroad", "apart", "apart"]);
  assert.deepEqual(people.map(({ abroad }) => abroad?.remittance), [300_000, undefined, undefined]);
});

Deno.test("who has a 学校名 or 入学年月日 in the master is a 勤労学生", () => {
  const student = (more: Partial<typeof EMPTY_PROFILE>) =>
    initialDeclaration({ self: { ...MASTER, profile: { ...EMPTY_PROFILE, ...more } }, family: [] }).self
      .thisYear.student;
  assert.equal(student({}), null);
  assert.equal(student({ school: "見本大学" })?.school, "見本大学");
  assert.equal(student({ enrolledOn: "2024-04-01" })?.enrolledOn, "2024-04-01");
  assert.notEqual(student({ workingStudent: true }), null);
});

Deno.test("whatever the master says, the declaration fits its schema", () => {
  const long = anyText(3 * TEXT_LIMITS.long);
  const family = fc.array(
    fc.record({
      name: long,
      income: fc.option(fc.double({ noNaN: true })),
      taxSupport: fc.constantFrom(...TAX_SUPPORTS, null),
      isSpouse: fc.boolean(),
    }),
    { maxLength: 30 },
  );
  fc.assert(fc.property(long, family, (name, kin) => {
    const initial = initialDeclaration({
      self: { ...MASTER, lastName: name, profile: { ...EMPTY_PROFILE, school: name, addressHead: name } },
      family: kin.map(({ name, income, ...rest }, n) =>
        relative(String(n), {
          firstName: name,
          code: name,
          taxIncome: income,
          taxQualifiedReason: name,
          ...rest,
        })
      ),
    });
    assert.deepEqual(declarationSchema.parse(initial), initial);
  }));
});

Deno.test("a text is never cut in the middle of a character", () => {
  const lastName = "a" + "𠮷".repeat(TEXT_LIMITS.name);
  const { self } = initialDeclaration({ self: { ...MASTER, lastName }, family: [] });
  assert(self.lastName.isWellFormed() && !self.lastName.includes("\ufffd"), self.lastName);
  assert(lastName.startsWith(self.lastName));
});
