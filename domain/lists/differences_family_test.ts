import assert from "node:assert/strict";
import { relative } from "../declaration/declaration_fixture.ts";
import { NO_INCOMES } from "../declaration/income.ts";
import type { PersonYear, SharedPerson } from "../declaration/person.ts";
import type { FamilyMember } from "../family.ts";
import { newPerson } from "../answering/pages/person.ts";
import {
  both,
  type Declare,
  declared,
  filled,
  inYear,
  LISTS,
  ofEach,
  ofFamily,
  ofSpouse,
  ofSpouseThere,
  startingWith,
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
const WIFE = relative("w", { relation: { name: "妻", preset: "wife", isChild: false }, isSpouse: true });
const SON = relative("a", { code: "12" });
const MOTHER = relative("b", {
  relation: { name: "母", preset: "mother", isChild: false },
  gender: "female",
});

const earns = (salary: number): Declare => (declaration) => ({
  ...declaration,
  income: { ...declaration.income, thisYear: { incomes: { ...NO_INCOMES, salary }, total: null } },
});

const told = (family: FamilyMember[], declare?: Declare) =>
  recordsOf(LISTS.this_year_dependents_diff!, declared({ family }, declare));
const former = (record: Record<string, string> | undefined) => startingWith("変更前_", record!);

Deno.test("a family that is declared as the master knows it has no row", () => {
  assert.deepEqual(told([WIFE, SON, MOTHER]), []);
});

Deno.test("変更: what is so now, and 変更前_ of what changed alone", () => {
  const [record, ...more] = told(
    [SON, MOTHER],
    ofFamily(([son, mother]) => [son!, { ...mother!, firstName: "梅" }]),
  );
  assert.equal(more.length, 0);
  assert.deepEqual([record!["対象扶養親族"], record!["★差分種類"]], ["被扶養者2", "変更"]);
  assert.deepEqual(startingWith("被扶養者 ", record!), {
    "被扶養者 続柄": "母",
    "被扶養者 性別": "女性",
    "被扶養者 姓": "山田",
    "被扶養者 名": "梅",
    "被扶養者 姓（ヨミガナ）": "ヤマダ",
    "被扶養者 名（ヨミガナ）": "タロウ",
    "被扶養者 生年月日": "2015/05/05",
    "被扶養者 同居・別居の別": "同居",
    "被扶養者 税法上の被扶養者": "1",
  });
  assert.deepEqual(former(record), { "変更前_被扶養者 名": "太郎" });
});

/** What of a relative is declared otherwise → 変更前_, from the master's SON. */
const CHANGES: [string, Partial<PersonYear>, Record<string, string>][] = [
  [
    "別居, with an address",
    { living: "apart", address: HOME },
    {
      "変更前_被扶養者 同居・別居の別": "同居",
      ...Object.fromEntries(
        ["郵便番号", "都道府県", "市区町村", "丁目・番地", "建物名・部屋番号", "ヨミガナ"].map((part) => [
          `変更前_被扶養者 住所（${part}）`,
          "-",
        ]),
      ),
    },
  ],
  [
    "障害者",
    { disability: { kind: "ordinary", certificate: null, detail: "", issuedOn: null } },
    { "変更前_被扶養者 障害者区分": "-" },
  ],
  ["扶養しない", { support: false }, { "変更前_被扶養者 税法上の被扶養者": "1" }],
  ["不明 is no claim either", { support: null }, { "変更前_被扶養者 税法上の被扶養者": "1" }],
];

for (const [what, change, expected] of CHANGES) {
  Deno.test(`変更 (${what}): 変更前_ tells it, and a blank as -`, () => {
    const [record] = told([SON], ofEach((one) => inYear(one, change)));
    assert.equal(record!["★差分種類"], "変更");
    assert.deepEqual(former(record), expected);
    assert.equal(record!["★配偶者の扶養状況変更有無"], "");
  });
}

Deno.test("税法上の被扶養者 before: 0, 1, 99 by what the master says; 不明 to 扶養しない is no change", () => {
  const codes = (taxSupport: FamilyMember["taxSupport"], support: boolean) =>
    told([{ ...SON, taxSupport }], ofEach((one) => inYear(one, { support })))
      .map((one) => `${one["変更前_被扶養者 税法上の被扶養者"]}→${one["被扶養者 税法上の被扶養者"]}`);
  assert.deepEqual(codes("unsupported", true), ["0→1"]);
  assert.deepEqual(codes("supported", false), ["1→0"]);
  assert.deepEqual(codes("unknown", true), ["99→1"]);
  assert.deepEqual(codes(null, true), ["99→1"]);
  assert.deepEqual(codes("unknown", false), []);
  assert.deepEqual(codes("unsupported", false), []);
});

Deno.test("a change of income alone yields 変更 with every 変更前_ blank", () => {
  const earning = (salary: number): Declare =>
    ofEach((one) => inYear(one, { income: { incomes: { ...NO_INCOMES, salary }, total: null } }));
  const [record] = told([{ ...SON, taxIncome: 0 }], earning(1_200_000));
  assert.equal(record!["★差分種類"], "変更");
  assert.deepEqual(former(record), {});
  assert.equal(record!["【参考】被扶養者 税法上の年間所得見積額（単位: 円）"], "460000");
  assert.deepEqual(told([{ ...SON, taxIncome: 460_000 }], earning(1_200_000)), []);
  // Nothing registered is as good as 0 円.
  assert.deepEqual(told([{ ...SON, taxIncome: null }], earning(0)), []);
});

Deno.test("追加: everything that is so now, nothing of before", () => {
  const born = {
    ...newPerson("new-1"),
    relation: { name: "次男", preset: null, isChild: true },
    lastName: "山田",
    firstName: "次郎",
  };
  const [record, ...more] = told([SON], ofFamily((people) => [...people, inYear(born, { support: true })]));
  assert.equal(more.length, 0);
  assert.deepEqual([record!["対象扶養親族"], record!["★差分種類"]], ["被扶養者2", "追加"]);
  assert.equal(record!["被扶養者 税法上の被扶養者"], "1");
  assert.deepEqual(former(record), {});
});

Deno.test("削除: - and 変更前_ of everything that the master had, nothing else", () => {
  const apart = { ...SON, livingTogether: false, address: { ...HOME, building: "", kana: "" } };
  const [record, ...more] = told([apart], both(earns(5_000_000), ofFamily(() => [])));
  assert.equal(more.length, 0);
  const said = filled(record!);
  assert.deepEqual([said["対象扶養親族"], said["★差分種類"]], ["-", "削除"]);
  assert.deepEqual(startingWith("被扶養者 ", said), {});
  assert.deepEqual(startingWith("【参考】", said), {});
  assert.deepEqual(former(record), {
    "変更前_被扶養者 続柄": "長男",
    "変更前_被扶養者 性別": "男性",
    "変更前_被扶養者 姓": "山田",
    "変更前_被扶養者 名": "太郎",
    "変更前_被扶養者 姓（ヨミガナ）": "ヤマダ",
    "変更前_被扶養者 名（ヨミガナ）": "タロウ",
    "変更前_被扶養者 生年月日": "2015/05/05",
    "変更前_被扶養者 同居・別居の別": "別居",
    "変更前_被扶養者 住所（郵便番号）": "100-0001",
    "変更前_被扶養者 住所（都道府県）": "東京都",
    "変更前_被扶養者 住所（市区町村）": "千代田区",
    "変更前_被扶養者 住所（丁目・番地）": "1-1",
    "変更前_被扶養者 住所（建物名・部屋番号）": QUOTED_EMPTY,
    "変更前_被扶養者 住所（ヨミガナ）": QUOTED_EMPTY,
    "変更前_被扶養者 税法上の被扶養者": "1",
  });
});

Deno.test("of a spouse who is gone the judgements are not said either", () => {
  const [record] = told([WIFE], both(earns(5_000_000), ofSpouse({ thisYear: false })));
  assert.deepEqual([record!["対象扶養親族"], record!["変更前_被扶養者 続柄"]], ["-", "妻"]);
  assert.deepEqual(startingWith("【参考】", record!), {});
});

Deno.test("who is deleted and entered again is removed and added, however alike", () => {
  const kinds = told([SON], ofFamily(([son]) => [{ ...son!, id: "new-1" }])).map((one) => one["★差分種類"]);
  assert.deepEqual(kinds, ["追加", "削除"]);
});

Deno.test("the running number is the place among the relatives, whoever else has a row", () => {
  const family = [SON, MOTHER, relative("c")];
  const rows = told(
    [WIFE, ...family],
    ofFamily(([, mother, last]) => [mother!, { ...last!, firstName: "三郎" }]),
  );
  assert.deepEqual(rows.map((one) => `${one["対象扶養親族"]} ${one["★差分種類"]}`), [
    "被扶養者2 変更",
    "- 削除",
  ]);
});

const SHARED: SharedPerson = {
  id: "s1",
  relation: { name: "長女", preset: null, isChild: true },
  lastName: "山田",
  firstName: "桜",
  lastNameKana: "ヤマダ",
  firstNameKana: "サクラ",
  birthOn: "2010-03-03",
  gender: "female",
  living: "apart",
  address: { ...HOME, building: "" },
  disability: { kind: "special", certificate: null, detail: "", issuedOn: null },
  income: 100_000,
  earner: { name: "山田一郎", relation: "夫", address: "" },
};

Deno.test("他の所得者が控除を受ける扶養親族 is always 追加", () => {
  const [record] = told([], (one) => ({ ...one, family: { ...one.family, shared: [SHARED] } }));
  assert.deepEqual([record!["対象扶養親族"], record!["★差分種類"]], [
    "他の所得者が控除を受ける扶養親族",
    "追加",
  ]);
  assert.deepEqual([record!["被扶養者 名"], record!["被扶養者 障害者区分"]], ["桜", "特別障害者"]);
  assert.equal(record!["被扶養者 税法上の被扶養者"], "0");
  assert.equal(record!["被扶養者 住所（建物名・部屋番号）"], QUOTED_EMPTY);
  assert.equal(record!["【参考】被扶養者 税法上の年間所得見積額（単位: 円）"], "100000");
  assert.deepEqual(former(record), {});
});

Deno.test("an empty 住所 of 別居 is written with its quotes, one of 同居 is not", () => {
  const [apart] = told([SON], ofEach((one) => inYear(one, { living: "apart" })));
  assert.deepEqual(Object.values(startingWith("被扶養者 住所", apart!)), Array(6).fill(QUOTED_EMPTY));
  const [together] = told([SON], ofEach((one) => ({ ...one, firstName: "次郎" })));
  assert.deepEqual(startingWith("被扶養者 住所", together!), {});
});

Deno.test("abroad is 別居; the address of who lives with the employee is not compared", () => {
  const [abroad] = told([SON], ofEach((one) => inYear(one, { living: "abroad" })));
  assert.equal(abroad!["被扶養者 同居・別居の別"], "別居");
  assert.equal(abroad!["被扶養者 住所（都道府県）"], QUOTED_EMPTY);
  assert.deepEqual(told([{ ...SON, address: HOME }], ofEach((one) => inYear(one, { address: null }))), []);
});

Deno.test("【参考】: the employee's income with separators on every row, the judgements of the spouse on theirs", () => {
  const rows = told(
    [WIFE, SON],
    both(
      earns(8_000_000),
      ofSpouseThere((one) => ({ ...one, firstName: "梅" })),
      ofEach((one) => ({ ...one, lastName: "須磨" })),
    ),
  );
  const references = rows.map((one) => Object.values(startingWith("【参考】", one)));
  // 給与所得 8,000,000 × 0.9 − 1,100,000; the wife earns nothing.
  assert.deepEqual(references, [["6,100,000", "1", "1", "1", "0"], ["6,100,000", "0"]]);
  assert.equal(rows[0]!["被扶養者 税法上の被扶養者"], "");
});

Deno.test("【参考】 of a spouse: 配偶者特別控除 is 2, who gives nothing is 0", () => {
  const judged = (own: number, total: number, support: boolean) =>
    told(
      [{ ...WIFE, taxIncome: 1 }],
      both(earns(own), ofSpouseThere((one) => inYear(one, { support, income: { incomes: null, total } }))),
    ).map((one) =>
      [
        one["【参考】配偶者 配偶者控除対象"],
        one["【参考】配偶者 源泉控除対象"],
        one["【参考】配偶者 同一生計配偶者"],
      ].join("")
    );
  assert.deepEqual(judged(5_000_000, 0, true), ["111"]);
  assert.deepEqual(judged(5_000_000, 900_000, true), ["210"]);
  assert.deepEqual(judged(5_000_000, 1_200_000, true), ["200"]);
  assert.deepEqual(judged(5_000_000, 2_000_000, true), ["000"]);
  assert.deepEqual(judged(15_000_000, 0, true), ["001"]);
  assert.deepEqual(judged(5_000_000, 0, false), ["001"]);
});
