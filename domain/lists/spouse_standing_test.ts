import assert from "node:assert/strict";
import { relative } from "../declaration/declaration_fixture.ts";
import { newPerson } from "../answering/pages/person.ts";
import {
  type Declare,
  declared,
  inYear,
  LISTS,
  ofSpouse,
  ofSpouseThere,
  startingWith,
} from "./difference_fixture.ts";
import { recordsOf } from "./row_fixture.ts";

const WIFE = relative("w", {
  relation: { name: "妻", preset: "wife", isChild: false },
  isSpouse: true,
  firstName: "花",
  gender: "female",
});
const RECORDS = {
  源泉控除対象: "supported",
  配偶者特別控除: "special_spousal_exemption",
  不明: "unknown",
  登録なし: null,
} as const;

/** Whom the employee declares, known to the master or not. */
const claiming = (support: boolean): Declare => (declaration) => {
  const person = declaration.spouse.person ?? { ...newPerson("spouse"), lastName: "山田", firstName: "花" };
  return ofSpouse({ thisYear: true, person: inYear(person, { support }) })(declaration);
};

/** 設問30 and whether the spouse is declared; 扶養しない both ways in which it can be said. */
const AFTER: Readonly<Record<string, readonly Declare[]>> = {
  "いる・両年": [claiming(true)],
  "いる・しない": [claiming(false), ofSpouse({ thisYear: true, person: null })],
  "いない": [ofSpouse({ thisYear: false, nextYear: false, person: null }), ofSpouse({ thisYear: false })],
};

/** Rows of 今年の扶養親族差分リスト: 対象扶養親族, ★差分種類, ★配偶者の扶養状況変更有無, 変更前_被扶養者 税法上の被扶養者. */
const NO_ROW: string[] = [];
const REMOVED = (code: number) => [`- 削除  ${code}`];
const SUPPORT_CHANGED = (code: number) => [`配偶者 変更 差分あり ${code}`];

/** reference/csv-columns.md §3.2, case by case: 有無, record, after, ★配偶者の有無変更の有無, rows. */
const CASES = [
  [1, "有", "源泉控除対象", "いる・両年", "", NO_ROW],
  [2, "有", "源泉控除対象", "いる・しない", "", SUPPORT_CHANGED(1)],
  [3, "有", "源泉控除対象", "いない", "差分あり", REMOVED(1)],
  [4, "無", "源泉控除対象", "いる・両年", "", NO_ROW],
  [5, "無", "源泉控除対象", "いる・しない", "", SUPPORT_CHANGED(1)],
  [6, "無", "源泉控除対象", "いない", "差分あり", REMOVED(1)],
  [7, "無", "配偶者特別控除", "いる・両年", "", NO_ROW],
  [8, "無", "配偶者特別控除", "いる・しない", "", SUPPORT_CHANGED(2)],
  [9, "無", "配偶者特別控除", "いない", "差分あり", REMOVED(2)],
  [10, "無", "不明", "いる・両年", "", SUPPORT_CHANGED(99)],
  [11, "無", "不明", "いる・しない", "", NO_ROW],
  [12, "無", "不明", "いない", "差分あり", REMOVED(99)],
  [13, "有", "登録なし", "いる・両年", "差分あり", ["配偶者 追加 差分あり "]],
  [14, "有", "登録なし", "いる・しない", "", NO_ROW],
  [15, "有", "登録なし", "いない", "差分あり", NO_ROW],
  [16, "無", "登録なし", "いる・両年", "差分あり", ["配偶者 追加  "]],
  [17, "無", "登録なし", "いる・しない", "差分あり", NO_ROW],
  [18, "無", "登録なし", "いない", "", NO_ROW],
] as const;

for (const [n, has, record, after, selfFlag, rows] of CASES) {
  const taxSupport = RECORDS[record];
  const taken = {
    profile: { hasSpouse: has === "有" },
    family: taxSupport === null ? [] : [{ ...WIFE, taxSupport }],
  };
  const ways = AFTER[after]!;

  Deno.test(`case ${n}: ${has}・${record} → ${after}: ${selfFlag || "空欄"}, ${rows.join() || "no row"}`, () => {
    for (const way of ways) {
      const row = declared(taken, way);
      const [self] = recordsOf(LISTS.this_year_self_diff!, row);
      assert.equal(self!["★配偶者の有無変更の有無"], selfFlag);
      assert.equal(self!["変更前_配偶者の有無"] !== "", selfFlag !== "");
      assert.equal(self!["★扶養親族情報の差分有無"], rows.length > 0 ? "差分あり" : "");
      const told = recordsOf(LISTS.this_year_dependents_diff!, row).map((one) =>
        [
          one["対象扶養親族"],
          one["★差分種類"],
          one["★配偶者の扶養状況変更有無"],
          one["変更前_被扶養者 税法上の被扶養者"],
        ].join(" ")
      );
      assert.deepEqual(told, rows);
    }
  });

  if (taxSupport !== null && after !== "いない") {
    Deno.test(`case ${n}: with another name there is a row, which says what the name was`, () => {
      const row = declared(
        taken,
        (one) => ofSpouseThere((person) => ({ ...person, firstName: "華" }))(ways[0]!(one)),
      );
      const [told, ...more] = recordsOf(LISTS.this_year_dependents_diff!, row);
      assert.equal(more.length, 0);
      assert.equal(told!["被扶養者 名"], "華");
      const former = startingWith("変更前_", told!);
      delete former["変更前_被扶養者 税法上の被扶養者"];
      assert.deepEqual(former, { "変更前_被扶養者 名": "花" });
    });
  }
}

Deno.test("what the master and the employee say is printed: 有 or 無, also where it is not registered", () => {
  const cells = (hasSpouse: boolean | null, after: string) => {
    const [self] = recordsOf(
      LISTS.this_year_self_diff!,
      declared({ profile: { hasSpouse } }, AFTER[after]![0]),
    );
    return [self!["変更前_配偶者の有無"], self!["配偶者の有無"]];
  };
  assert.deepEqual(cells(true, "いない"), ["有", "無"]);
  assert.deepEqual(cells(false, "いる・しない"), ["無", "有"]);
  assert.deepEqual(cells(null, "いる・しない"), ["無", "有"]);
  assert.deepEqual(cells(null, "いない"), ["", "無"]);
  // Case 13: the master said 有 without a record.
  assert.deepEqual(cells(true, "いる・両年"), ["有", "有"]);
});

Deno.test("where nobody said whether there is a spouse, one who is declared is there", () => {
  const row = declared({ family: [WIFE] }, ofSpouse({ thisYear: null }));
  const [self] = recordsOf(LISTS.this_year_self_diff!, row);
  assert.deepEqual([self!["配偶者の有無"], self!["★配偶者の有無変更の有無"]], ["有", ""]);
  assert.deepEqual(recordsOf(LISTS.this_year_dependents_diff!, row), []);
});

Deno.test("who is not declared any more is told as the master knows them", () => {
  const [told] = recordsOf(
    LISTS.this_year_dependents_diff!,
    declared({ family: [WIFE] }, ofSpouse({ person: null })),
  );
  assert.deepEqual([told!["被扶養者 続柄"], told!["被扶養者 名"]], ["妻", "花"]);
  assert.deepEqual(startingWith("変更前_", told!), { "変更前_被扶養者 税法上の被扶養者": "1" });
});

Deno.test("a spouse who is entered again is removed and added", () => {
  const again = { ...newPerson("spouse"), firstName: "花" };
  const told = (support: boolean) =>
    recordsOf(
      LISTS.this_year_dependents_diff!,
      declared({ family: [WIFE] }, ofSpouse({ person: inYear(again, { support }) })),
    ).map((one) => [one["対象扶養親族"], one["★差分種類"]]);
  assert.deepEqual(told(true), [["配偶者", "追加"], ["-", "削除"]]);
  assert.deepEqual(told(false), [["-", "削除"]]);
});
