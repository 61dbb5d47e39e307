import assert from "node:assert/strict";
import fc from "fast-check";
import { relative } from "../declaration/declaration_fixture.ts";
import type { SelfYear } from "../declaration/self.ts";
import { TAX_SUPPORTS } from "../family.ts";
import { type Declare, declared, LISTS, ofSelf, startingWith, type Taken } from "./difference_fixture.ts";
import { recordsOf } from "./row_fixture.ts";

const text = fc.constantFrom("", "甲", "乙".repeat(300));
const address = fc.option(fc.record({
  zip: text,
  prefecture: text,
  city: text,
  street: text,
  building: text,
  kana: text,
  country: text,
}));
const day = fc.option(fc.constantFrom("1990-01-01", "2020-02-29"));
const disability = fc.constantFrom("ordinary" as const, "special" as const, null);
const support = fc.constantFrom(...TAX_SUPPORTS, null);
const income = fc.option(fc.nat(2_000_000));

const family = fc.array(
  fc.record({
    firstName: text,
    code: text,
    birthOn: day,
    address,
    disability,
    livingTogether: fc.boolean(),
    taxSupport: support,
    taxIncome: income,
    isSpouse: fc.boolean(),
  }),
  { maxLength: 20 },
);
const profile = fc.record({
  addressHead: text,
  addressRelation: text,
  registeredAddress: address,
  registeredHead: text,
  registeredRelation: text,
  workingStudent: fc.option(fc.boolean()),
  school: text,
  enrolledOn: day,
  disability,
  widow: fc.constantFrom("widow" as const, "single_parent" as const, null),
  widowReason: fc.constantFrom("divorce" as const, "unmarried" as const, null),
  hasSpouse: fc.option(fc.boolean()),
});
const taken: fc.Arbitrary<Taken> = fc.record({
  self: fc.record({ lastName: text, birthOn: day, address }),
  profile,
  family: family.map((members) => members.map((one, n) => relative(String(n), one))),
});

Deno.test("whoever the master knows: what is declared as it was has no ★, no 変更前_ and no row", () => {
  fc.assert(fc.property(taken, (master) => {
    const row = declared(master);
    const [self] = recordsOf(LISTS.this_year_self_diff!, row);
    assert.deepEqual(startingWith("★", self!), { "★今年のマルフ": "1" });
    assert.deepEqual(startingWith("変更前_", self!), {});
    for (
      const key of ["this_year_dependents_diff", "this_next_year_self_diff", "this_next_year_dependents_diff"]
    ) {
      assert.deepEqual(LISTS[key]!.rows(row), [], key);
    }
  }));
});

/** Items that can be declared otherwise, each by itself, with their ★ column; never what the master said. */
const ITEMS: Readonly<Record<string, [flag: string, Declare]>> = {
  "姓": ["★名前変更の有無", own({ lastName: "丙" })],
  "名": ["★名前変更の有無", own({ firstName: "丙" })],
  "姓（ヨミガナ）": ["★名前変更の有無", own({ lastNameKana: "ヘイ" })],
  "生年月日": ["★生年月日の差分有無", own({ birthOn: "2000-12-31" })],
  "現住所の世帯主": ["★現住所変更の有無", residence("home", { head: "丙" })],
  "現住所の世帯主の続柄": ["★現住所変更の有無", residence("home", { relation: "丙" })],
  "住民票住所の世帯主": ["★住民票住所変更の有無", residence("registered", { head: "丙" })],
  "障害者区分": [
    "★障害者変更の有無",
    (one) => {
      const kind = one.self.thisYear.disability?.kind === "special" ? "ordinary" : "special";
      return ofSelf({ disability: { kind, certificate: null, detail: "", issuedOn: null } })(one);
    },
  ],
  "寡婦・ひとり親の理由": ["★寡婦・ひとり親変更の有無", ofSelf({ widowReason: "missing" })],
};

function own(change: Partial<Parameters<Declare>[0]["self"]>): Declare {
  return (one) => ({ ...one, self: { ...one.self, ...change } });
}

function residence(key: "home" | "registered", change: Partial<SelfYear["home"]>): Declare {
  return (one) => ofSelf({ [key]: { ...one.self.thisYear[key], ...change } })(one);
}

Deno.test("exactly what was declared otherwise has a 変更前_, and exactly their ★ say so", () => {
  fc.assert(fc.property(taken, fc.subarray(Object.keys(ITEMS)), (master, changed) => {
    const row = declared(master, (one) => changed.reduce((said, header) => ITEMS[header]![1](said), one));
    const [self] = recordsOf(LISTS.this_year_self_diff!, row);
    assert.deepEqual(
      Object.keys(startingWith("変更前_", self!)).toSorted(),
      changed.map((header) => `変更前_${header}`).toSorted(),
    );
    const flags = new Set(changed.map((header) => ITEMS[header]![0]));
    const overall = changed.length > 0 ? ["★本人情報の差分有無"] : [];
    assert.deepEqual(
      Object.keys(startingWith("★", self!)).toSorted(),
      ["★今年のマルフ", ...overall, ...flags].toSorted(),
    );
    assert.equal(self!["★今年のマルフ"], changed.length > 0 ? "0" : "1");
  }));
});

Deno.test("with the years exchanged, 今年_ and 来年_ are exchanged, and nobody comes or goes", () => {
  fc.assert(fc.property(taken, taken, (one, other) => {
    // Both years out of what two masters say: the people of the first, as the second lives.
    const { declaration: next } = declared(other);
    const mixed: Declare = (said) => ({
      ...said,
      self: { ...said.self, nextYear: next.self.nextYear },
      family: {
        ...said.family,
        people: said.family.people.map((person, n) => ({
          ...person,
          nextYear: next.family.people[n]?.nextYear ?? person.nextYear,
        })),
      },
    });
    const swapped: Declare = (said) => {
      const { self, family, ...rest } = mixed(said);
      const swap = <T extends { thisYear: unknown; nextYear: unknown }>(of: T): T => ({
        ...of,
        thisYear: of.nextYear,
        nextYear: of.thisYear,
      });
      return { ...rest, self: swap(self), family: { ...family, people: family.people.map(swap) } };
    };
    for (const key of ["this_next_year_self_diff", "this_next_year_dependents_diff"]) {
      const list = LISTS[key]!;
      const rows = recordsOf(list, declared(one, mixed));
      const exchanged = recordsOf(list, declared(one, swapped)).map((record) =>
        Object.fromEntries(
          Object.entries(record).map(([header, cell]) => [exchange(header), cell]),
        )
      );
      assert.deepEqual(exchanged, rows, key);
    }
  }));
});

function exchange(header: string): string {
  if (header.startsWith("今年_")) return header.replace("今年_", "来年_");
  return header.startsWith("来年_") ? header.replace("来年_", "今年_") : header;
}
