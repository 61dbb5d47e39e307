import assert from "node:assert/strict";
import { relative } from "../declaration/declaration_fixture.ts";
import type { PersonYear } from "../declaration/person.ts";
import type { SelfYear } from "../declaration/self.ts";
import type { FamilyMember } from "../family.ts";
import {
  both,
  type Declare,
  declared,
  filled,
  inYear,
  LISTS,
  ofEach,
  ofSelf,
  ofSpouse,
  ofSpouseThere,
  startingWith,
  type Taken,
} from "./difference_fixture.ts";
import { QUOTED_EMPTY } from "./row.ts";
import { recordsOf } from "./row_fixture.ts";

const HOME = {
  zip: "100-0001",
  prefecture: "東京都",
  city: "千代田区",
  street: "1-1",
  building: "館",
  kana: "トウキョウト",
  country: "",
};
const ABROAD = {
  zip: "",
  prefecture: "",
  city: "Portland, OR",
  street: "1200 Sample Avenue",
  building: "Apt 3",
  kana: "",
  country: "USA",
};
const WIFE = relative("w", { relation: { name: "妻", preset: "wife", isChild: false }, isSpouse: true });
const SON = relative("a", { code: "12" });

const selfRows = (taken: Taken, declare?: Declare) =>
  recordsOf(LISTS.this_next_year_self_diff!, declared(taken, declare));
const familyRows = (family: FamilyMember[], declare?: Declare) =>
  recordsOf(LISTS.this_next_year_dependents_diff!, declared({ family }, declare));
const earns = (thisYear: number | null, nextYear: number | null): Declare => (declaration) => ({
  ...declaration,
  income: {
    ...declaration.income,
    thisYear: { incomes: null, total: thisYear },
    nextYear: { incomes: null, total: nextYear },
  },
});

const years = (record: Record<string, string> | undefined) => ({
  ...startingWith("来年_", record!),
  ...startingWith("今年_", record!),
});

Deno.test("who says the same of both years is in neither list", () => {
  assert.deepEqual(selfRows({ self: { address: HOME } }), []);
  assert.deepEqual(familyRows([WIFE, SON]), []);
});

/** What is said of next year → what the two years show. */
const SELF_CHANGES: [string, Partial<SelfYear>, Record<string, string>][] = [
  [
    "a move within the country",
    { home: { address: { ...HOME, street: "2-2", building: "" }, head: "山田花子", relation: "本人" } },
    {
      "来年_現住所（丁目・番地）": "2-2",
      "来年_現住所（建物名・部屋番号）": "-",
      "今年_現住所（丁目・番地）": "1-1",
      "今年_現住所（建物名・部屋番号）": "館",
    },
  ],
  [
    "住民票住所, where none was said",
    { registered: { address: { ...HOME, building: "", kana: "" }, head: "山田花子", relation: "本人" } },
    {
      "来年_住民票住所（郵便番号）": "100-0001",
      "来年_住民票住所（都道府県）": "東京都",
      "来年_住民票住所（市区町村）": "千代田区",
      "来年_住民票住所（丁目・番地）": "1-1",
      "来年_住民票住所の世帯主": "山田花子",
      "来年_住民票住所の世帯主の続柄": "本人",
      "今年_住民票住所（郵便番号）": "-",
      "今年_住民票住所（都道府県）": "-",
      "今年_住民票住所（市区町村）": "-",
      "今年_住民票住所（丁目・番地）": "-",
      "今年_住民票住所の世帯主": "-",
      "今年_住民票住所の世帯主の続柄": "-",
    },
  ],
  [
    "勤労学生: the flag is never blank",
    { student: { school: "見本大学", enrolledOn: null, income: null, incomes: [] } },
    {
      "来年_勤労学生フラグ": "1",
      "今年_勤労学生フラグ": "0",
      "来年_勤労学生：学校名": "見本大学",
      "今年_勤労学生：学校名": "-",
    },
  ],
];

for (const [what, change, expected] of SELF_CHANGES) {
  Deno.test(`今年と来年の本人情報: ${what}`, () => {
    const taken: Taken = {
      self: { address: HOME },
      profile: { addressHead: "山田花子", addressRelation: "本人" },
    };
    const [record, ...more] = selfRows(taken, ofSelf(change, "nextYear"));
    assert.equal(more.length, 0);
    assert.deepEqual(years(record), expected);
  });
}

Deno.test("abroad, State and City stand in 市区町村, Address1 and Address2 in the lines below, with the 国コード", () => {
  const expected = {
    "来年_現住所（郵便番号）": "-",
    "来年_現住所（都道府県）": "-",
    "来年_現住所（市区町村）": "Portland, OR",
    "来年_現住所（丁目・番地）": "1200 Sample Avenue",
    "来年_現住所（建物名・部屋番号）": "Apt 3",
    "来年_現住所（国コード）": "USA",
    "来年_現住所（ヨミガナ）": "-",
  };
  const [self] = selfRows(
    { self: { address: HOME } },
    ofSelf({ home: { address: ABROAD, head: "", relation: "" } }, "nextYear"),
  );
  assert.deepEqual(startingWith("来年_", self!), expected);
  assert.equal(self!["今年_現住所（国コード）"], "-");
  const apart = { ...SON, livingTogether: false, address: HOME };
  const [son] = familyRows(
    [apart],
    ofEach((one) => inYear(one, { living: "abroad", address: ABROAD }, "nextYear")),
  );
  assert.deepEqual(
    startingWith("来年_", son!),
    Object.fromEntries(
      Object.entries(expected).map(([header, cell]) => [header.replace("現住所", "被扶養者 住所"), cell]),
    ),
  );
});

/** What is said of a relative for next year → what the two years show. */
const FAMILY_CHANGES: [string, Partial<PersonYear>, Record<string, string>][] = [
  ["今年のみ扶養", { support: false }, {
    "来年_被扶養者 税法上の被扶養者": "0",
    "今年_被扶養者 税法上の被扶養者": "1",
  }],
  [
    "障害者",
    { disability: { kind: "ordinary", certificate: "nursing_b", detail: "", issuedOn: "2026-12-01" } },
    {
      "来年_被扶養者 障害者区分": "一般の障害者",
      "来年_被扶養者 障害者手帳内容": "療育手帳B",
      "来年_被扶養者 障害者手帳交付年月日": "2026/12/01",
      "今年_被扶養者 障害者区分": "-",
      "今年_被扶養者 障害者手帳内容": "-",
      "今年_被扶養者 障害者手帳交付年月日": "-",
    },
  ],
  [
    "別居, whose 住所 is not all there",
    { living: "apart", address: { ...HOME, building: "" } },
    {
      "来年_被扶養者 同居・別居の別": "別居",
      "来年_被扶養者 住所（郵便番号）": "100-0001",
      "来年_被扶養者 住所（都道府県）": "東京都",
      "来年_被扶養者 住所（市区町村）": "千代田区",
      "来年_被扶養者 住所（丁目・番地）": "1-1",
      "来年_被扶養者 住所（建物名・部屋番号）": QUOTED_EMPTY,
      "来年_被扶養者 住所（ヨミガナ）": "トウキョウト",
      "来年_被扶養者 住所（国コード）": QUOTED_EMPTY,
      "今年_被扶養者 同居・別居の別": "同居",
      "今年_被扶養者 住所（郵便番号）": "-",
      "今年_被扶養者 住所（都道府県）": "-",
      "今年_被扶養者 住所（市区町村）": "-",
      "今年_被扶養者 住所（丁目・番地）": "-",
      "今年_被扶養者 住所（ヨミガナ）": "-",
    },
  ],
];

for (const [what, change, expected] of FAMILY_CHANGES) {
  Deno.test(`今年と来年の扶養親族: ${what}`, () => {
    const [record, ...more] = familyRows(
      [WIFE, SON],
      both(earns(5_000_000, 5_000_000), ofEach((one) => inYear(one, change, "nextYear"))),
    );
    assert.equal(more.length, 0);
    assert.deepEqual(years(record), expected);
    assert.equal(record!["対象扶養親族"], "扶養親族1");
    assert.deepEqual(startingWith("【参考】", record!), {});
  });
}

Deno.test("a blank of 住所 that is the same in both years has no quotes where there is an address", () => {
  const [record] = familyRows(
    [{ ...SON, address: { ...HOME, kana: "" } }],
    ofEach((one) => inYear(one, { living: "apart" }, "nextYear")),
  );
  assert.deepEqual(startingWith("来年_", record!), {
    "来年_被扶養者 同居・別居の別": "別居",
    "来年_被扶養者 住所（ヨミガナ）": QUOTED_EMPTY,
    "来年_被扶養者 住所（国コード）": QUOTED_EMPTY,
  });
});

Deno.test("来年のみ扶養 and 今年のみ扶養 are always told, of a spouse too where every cell is blank", () => {
  for (const year of ["thisYear", "nextYear"] as const) {
    const rows = familyRows(
      // Earns too much for anything.
      [{ ...WIFE, taxIncome: 3_000_000 }, SON],
      both(
        ofSpouseThere((one) => inYear(one, { support: false }, year)),
        ofEach((one) => inYear(one, { support: false }, year)),
      ),
    );
    assert.deepEqual(rows.map((one) => one["対象扶養親族"]), ["配偶者", "扶養親族1"]);
    assert.deepEqual(years(rows[0]), {});
  }
});

Deno.test("the running number is the place among the relatives; 家族コード and names stand on every row", () => {
  const rows = familyRows(
    [relative("x"), SON],
    ofEach((one) => one.code === "12" ? inYear(one, { support: false }, "nextYear") : one),
  );
  assert.deepEqual(rows.map((one) => [one["対象扶養親族"], one["被扶養者 家族コード"], one["被扶養者 名"]]), [
    ["扶養親族2", "12", "太郎"],
  ]);
});

Deno.test("who died this year has 死亡, and nothing of next year", () => {
  const [record] = familyRows([SON], ofEach((one) => ({ ...one, diedOn: "2026-05-05" })));
  assert.equal(record!["【参考】被扶養者 今年 死亡"], "1");
  assert.deepEqual(years(record), {
    "来年_被扶養者 同居・別居の別": "-",
    "来年_被扶養者 税法上の被扶養者": "0",
    "今年_被扶養者 同居・別居の別": "同居",
    "今年_被扶養者 税法上の被扶養者": "1",
  });
});

Deno.test("配偶者 of one of the years only: 源泉控除対象 0 in the other, nothing else of it", () => {
  const [record, ...more] = familyRows(
    [WIFE],
    both(earns(5_000_000, 5_000_000), ofSpouse({ nextYear: false })),
  );
  assert.equal(more.length, 0);
  assert.deepEqual(years(record), {
    "来年_被扶養者 同居・別居の別": "-",
    "来年_配偶者 源泉控除対象": "0",
    "今年_被扶養者 同居・別居の別": "同居",
    "今年_配偶者 源泉控除対象": "1",
  });
});

Deno.test("【参考】 of the spouse: 合計所得 of both in both years", () => {
  const references = (own: [number | null, number | null]) => {
    const [record] = familyRows(
      [WIFE],
      both(
        earns(...own),
        ofSpouseThere((one) =>
          inYear(
            inYear(one, { income: { incomes: null, total: 100_000 } }),
            { income: { incomes: null, total: 200_000 }, support: false },
            "nextYear",
          )
        ),
      ),
    );
    return Object.values(startingWith("【参考】", filled(record!)));
  };
  const [a, b] = [
    "A：給与収入1,095万円以下（給与以外の収入がある場合は、合計所得900万円以下）",
    "B：給与収入1,095万円を超える（給与以外の収入がある場合は、合計所得900万円超）",
  ];
  assert.deepEqual(references([15_000_000, 9_000_000]), ["15000000", a, "100000", "200000"]);
  assert.deepEqual(references([9_000_000, 9_000_001]), ["9000000", b, "100000", "200000"]);
  assert.deepEqual(references([9_000_000, 30_000_000]), ["9000000", b, "100000", "200000"]);
  assert.deepEqual(references([null, null]), ["100000", "200000"]);
});

Deno.test("without a tax table of next year, 源泉控除対象 of a spouse is not compared", () => {
  const row = declared({ family: [WIFE] }, earns(5_000_000, 5_000_000));
  const untold = { ...row, figures: { ...row.figures, nextYear: null } };
  assert.deepEqual(recordsOf(LISTS.this_next_year_dependents_diff!, untold), []);
});
