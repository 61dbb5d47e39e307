import assert from "node:assert/strict";
import { relative } from "../declaration/declaration_fixture.ts";
import type { Declaration } from "../declaration/declaration.ts";
import type { SelfAnswers } from "../declaration/self.ts";
import { EMPTY_PROFILE } from "../profile.ts";
import {
  type Declare,
  declared,
  LISTS,
  ofEach,
  ofSelf,
  startingWith,
  type Taken,
} from "./difference_fixture.ts";
import { recordsOf } from "./row_fixture.ts";

const HOME = {
  zip: "100-0001",
  prefecture: "東京都",
  city: "千代田区",
  street: "1-1",
  building: "",
  kana: "トウキョウト",
  country: "",
};
const KNOWN: Taken = {
  self: { address: HOME },
  profile: { ...EMPTY_PROFILE, addressHead: "山田花子", addressRelation: "本人", registeredAddress: HOME },
};

function told(taken: Taken, declare?: Declare): Record<string, string> {
  const [record, ...more] = recordsOf(LISTS.this_year_self_diff!, declared(taken, declare));
  assert.equal(more.length, 0);
  return record!;
}

const naming = (change: Partial<SelfAnswers>): Declare => (declaration: Declaration) => ({
  ...declaration,
  self: { ...declaration.self, ...change },
});

Deno.test("who declared nothing else has a row all the same, with what is so now and no 変更前_", () => {
  const record = told(KNOWN);
  assert.deepEqual(startingWith("変更前_", record), {});
  assert.deepEqual(startingWith("★", record), { "★今年のマルフ": "1" });
  assert.equal(record["差分確認用基準日時"], "2026/10/05 11:35:00");
  assert.deepEqual([record["姓"], record["生年月日"], record["現住所（郵便番号）"]], [
    "山田",
    "1985/04/01",
    "100-0001",
  ]);
  assert.deepEqual([record["勤労学生フラグ"], record["配偶者の有無"]], ["0", "無"]);
});

/** What is declared → the ★ column, and 変更前_ as it has to be. */
const CHANGES: [string, Declare, flag: string, former: Record<string, string>][] = [
  ["姓", naming({ lastName: "須磨" }), "★名前変更の有無", { "変更前_姓": "山田" }],
  ["名のヨミガナ", naming({ firstNameKana: "ハナ" }), "★名前変更の有無", {
    "変更前_名（ヨミガナ）": "ハナコ",
  }],
  ["生年月日", naming({ birthOn: "1985-04-02" }), "★生年月日の差分有無", { "変更前_生年月日": "1985/04/01" }],
  [
    "番地と建物",
    ofSelf({
      home: { address: { ...HOME, street: "2-2", building: "館" }, head: "山田花子", relation: "本人" },
    }),
    "★現住所変更の有無",
    { "変更前_現住所（丁目・番地）": "1-1", "変更前_現住所（建物名、部屋番号）": "-" },
  ],
  [
    "現住所の世帯主",
    ofSelf({ home: { address: HOME, head: "山田一郎", relation: "夫" } }),
    "★現住所変更の有無",
    { "変更前_現住所の世帯主": "山田花子", "変更前_現住所の世帯主の続柄": "本人" },
  ],
  [
    "住民票住所の世帯主, blank at the sync",
    ofSelf({ registered: { address: HOME, head: "山田一郎", relation: "夫" } }),
    "★住民票住所変更の有無",
    { "変更前_住民票住所の世帯主": "-", "変更前_住民票住所の世帯主の続柄": "-" },
  ],
  [
    "勤労学生",
    ofSelf({ student: { school: "見本大学", enrolledOn: "2024-04-01", income: 0, incomes: [] } }),
    "★勤労学生変更の有無",
    { "変更前_勤労学生フラグ": "0", "変更前_勤労学生：学校名": "-", "変更前_勤労学生：入学年月日": "-" },
  ],
  [
    "障害者",
    ofSelf({ disability: { kind: "special", certificate: "body_1", detail: "", issuedOn: null } }),
    "★障害者変更の有無",
    { "変更前_障害者区分": "-" },
  ],
  [
    "寡婦・ひとり親",
    ofSelf({ widow: "widow", widowReason: "divorce" }),
    "★寡婦・ひとり親変更の有無",
    { "変更前_寡婦・ひとり親": "-", "変更前_寡婦・ひとり親の理由": "-" },
  ],
];

for (const [what, declare, flag, former] of CHANGES) {
  Deno.test(`${what}: ${flag}, and 変更前_ of what changed alone`, () => {
    const record = told(KNOWN, declare);
    assert.deepEqual(startingWith("変更前_", record), former);
    assert.deepEqual(startingWith("★", record), {
      "★今年のマルフ": "0",
      "★本人情報の差分有無": "差分あり",
      [flag]: "差分あり",
    });
  });
}

Deno.test("what the master had and is blank now stays blank, with what it was", () => {
  const record = told(
    {
      ...KNOWN,
      profile: { ...KNOWN.profile, disability: "ordinary", widow: "widow", widowReason: "bereavement" },
    },
    ofSelf({
      disability: null,
      widow: null,
      widowReason: null,
      home: { address: null, head: "", relation: "" },
    }),
  );
  assert.deepEqual([record["障害者区分"], record["変更前_障害者区分"]], ["", "一般の障害者"]);
  assert.deepEqual([record["寡婦・ひとり親の理由"], record["変更前_寡婦・ひとり親の理由"]], ["", "死別"]);
  assert.deepEqual(startingWith("現住所", record), {});
  assert.deepEqual(startingWith("変更前_現住所", record), {
    "変更前_現住所（郵便番号）": "100-0001",
    "変更前_現住所（都道府県）": "東京都",
    "変更前_現住所（市区町村）": "千代田区",
    "変更前_現住所（丁目・番地）": "1-1",
    "変更前_現住所（ヨミガナ）": "トウキョウト",
    "変更前_現住所の世帯主": "山田花子",
    "変更前_現住所の世帯主の続柄": "本人",
  });
});

Deno.test("who had a 学校名 or 入学年月日 at the sync was a 勤労学生 there", () => {
  for (const profile of [{ school: "見本大学" }, { enrolledOn: "2024-04-01" }, { workingStudent: true }]) {
    assert.equal(told({ profile })["★勤労学生変更の有無"], "");
    assert.equal(told({ profile })["勤労学生フラグ"], "1");
    const record = told({ profile }, ofSelf({ student: null }));
    assert.equal(record["★勤労学生変更の有無"], "差分あり");
    assert.deepEqual([record["勤労学生フラグ"], record["変更前_勤労学生フラグ"]], ["0", "1"]);
  }
});

Deno.test("a difference of the family alone makes ★今年のマルフ 0, and no ★ of the employee", () => {
  const record = told({ family: [relative("a")] }, ofEach((one) => ({ ...one, firstName: "次郎" })));
  assert.deepEqual(startingWith("★", record), {
    "★今年のマルフ": "0",
    "★扶養親族情報の差分有無": "差分あり",
  });
});

Deno.test("a text of the master that was too long to be taken whole is no difference", () => {
  const record = told({
    self: { lastName: "須".repeat(80), address: { ...HOME, city: "区".repeat(200) } },
    family: Array.from({ length: 20 }, (_, n) => relative(String(n), { firstName: "磨".repeat(80) })),
  });
  assert.deepEqual(startingWith("★", record), { "★今年のマルフ": "1" });
});

Deno.test("who was taken in by a version that kept no baseline has no 差分確認用基準日時", () => {
  const row = declared({});
  const [record] = recordsOf(LISTS.this_year_self_diff!, {
    ...row,
    baseline: { ...row.baseline, takenAt: null },
  });
  assert.equal(record!["差分確認用基準日時"], "");
});
