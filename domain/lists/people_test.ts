import assert from "node:assert/strict";
import type { Collected } from "../declaration/collected.ts";
import type { Declaration } from "../declaration/declaration.ts";
import type { Person } from "../declaration/person.ts";
import { cellsIn } from "./collected_lists_fixture.ts";
import { type Change, CHILD, exampleRow } from "./example_fixture.ts";
import type { List } from "./list.ts";
import { allDeclarations } from "./tables/all_declarations.ts";
import { dependentsInfo } from "./tables/dependents_info.ts";
import { employeeInfo } from "./tables/employee_info.ts";
import { spouseInfo } from "./tables/spouse_info.ts";

const declared = (edit: (one: Declaration) => Declaration): Change => ({
  collected: (example: Collected) => ({ ...example, declaration: edit(example.declaration) }),
});
const spouse = (edit: (one: Declaration["spouse"]) => Partial<Declaration["spouse"]>) =>
  declared((one) => ({ ...one, spouse: { ...one.spouse, ...edit(one.spouse) } }));
const person = (edit: (one: Person) => Person) => spouse((one) => ({ person: edit(one.person!) }));
const family = (people: Person[]) => declared((one) => ({ ...one, family: { ...one.family, people } }));
const rowOf = (list: List, change?: Change) => cellsIn(list, exampleRow(change))[0]!;
/** The cells of these columns, which begin with `p`. */
const some = (cells: Record<string, string>, p: string, words: string[]) =>
  words.map((word) => cells[p + word]);

const SPOUSE_NOW = spouseInfo("thisYear", "everybody");
const SPOUSE_NEXT = spouseInfo("nextYear", "everybody");
const FAMILY_NOW = dependentsInfo("thisYear", "horizontal", "everybody");

Deno.test("画像添付: blank without 手帳, else whether there is a picture of that year", () => {
  const header = "配偶者 今年 障害者手帳画像添付有無";
  const picture = { kind: "disability" as const, name: "", type: "image/png" as const, size: 1, at: 0 };
  const shown = (year: "this" | "next" | null) =>
    declared((one) => ({ ...one, pictures: [{ ...picture, id: "p", subject: "spouse", year }] }));
  const without = person((one) => ({
    ...one,
    thisYear: { ...one.thisYear, disability: { ...one.thisYear.disability!, certificate: null } },
  }));
  const cells = [undefined, shown("this"), shown("next"), shown(null), without].map((change) =>
    rowOf(SPOUSE_NOW, change)[header]
  );
  assert.deepEqual(cells, ["0", "1", "0", "1", ""]);
  const nobody = { ...CHILD, thisYear: { ...CHILD.thisYear, disability: null } };
  assert.equal(rowOf(FAMILY_NOW, family([nobody]))["被扶養者1 今年 障害者手帳の画像添付の有無"], "");
});

Deno.test("who died this year is marked and dated, and is in no list of the next", () => {
  const died = person((one) => ({ ...one, diedOn: "2026-05-31" }));
  assert.deepEqual(
    some(rowOf(SPOUSE_NOW, died), "配偶者 ", ["今年 死亡", "税法上の被扶養者でなくなった日", "姓"]),
    ["1", "2026/05/31", "須磨"],
  );
  assert.deepEqual(some(rowOf(SPOUSE_NEXT, died), "配偶者 ", ["姓", "来年 源泉控除対象"]), ["", ""]);
  const gone = family([{ ...CHILD, id: "gone", firstName: "一郎", diedOn: "2026-06-30" }, CHILD]);
  const now = rowOf(FAMILY_NOW, gone);
  const words = ["名", "今年 死亡", "税法上の被扶養者でなくなった日"];
  assert.deepEqual(some(now, "被扶養者1 ", words), ["一郎", "1", "2026/06/30"]);
  assert.deepEqual(some(now, "被扶養者2 ", words), ["三郎", "", ""]);
  const next = rowOf(dependentsInfo("nextYear", "horizontal", "everybody"), gone);
  assert.deepEqual([next["被扶養者1 名"], next["被扶養者2 名"]], ["三郎", ""]);
});

Deno.test("非居住者: what is sent and which papers there are; a spouse abroad is 別居, a relative 海外に居住", () => {
  const abroad = { student: false, remittance: 380_000, relativePapers: true, remittancePapers: false };
  const away = <P extends Person>(one: P): P => ({
    ...one,
    thisYear: { ...one.thisYear, living: "abroad", abroad },
  });
  const words = [
    "非居住者",
    "非居住者 親族関係書類の有無",
    "非居住者 送金関係書類の有無",
    "生計を一にする事実",
  ];
  const cells = rowOf(SPOUSE_NOW, person(away));
  assert.deepEqual(some(cells, "配偶者 今年 ", words), ["1", "1", "0", "380000"]);
  assert.equal(cells["配偶者 同居・別居の別"], "別居");
  const child = rowOf(FAMILY_NOW, family([away(CHILD)]));
  assert.deepEqual(some(child, "被扶養者1 今年 ", words), ["1", "1", "0", "380000"]);
  assert.equal(child["被扶養者1 今年 同居・別居の別"], "海外に居住");
});

Deno.test("a spouse of one year only is not in the list of the other", () => {
  const next = spouse(() => ({ thisYear: false }));
  assert.deepEqual(some(rowOf(SPOUSE_NOW, next), "配偶者", ["の有無", " 姓", " 配偶者控除対象"]), [
    "無",
    "",
    "",
  ]);
  assert.deepEqual(some(rowOf(SPOUSE_NEXT, next), "配偶者", ["の有無", " 姓"]), ["有", "須磨"]);
  const unsaid = spouse(() => ({ thisYear: null, person: null }));
  assert.deepEqual(some(rowOf(SPOUSE_NOW, unsaid), "配偶者", ["の有無", " マイナンバーの有無"]), ["", ""]);
});

Deno.test("a spouse with 600,001 yen to 1,330,000 yen too much is 配偶者特別控除対象, and 99 is only of relatives", () => {
  const earns = (total: number) =>
    person((one) => ({ ...one, thisYear: { ...one.thisYear, income: { incomes: null, total } } }));
  const words = [
    "配偶者控除対象",
    "今年 源泉控除対象",
    "配偶者控除等申告書-区分2",
    "配偶者控除の額",
    "配偶者特別控除の額",
  ];
  const of = (total: number) => some(rowOf(SPOUSE_NOW, earns(total)), "配偶者 ", words);
  assert.deepEqual(of(620_000), ["1", "1", "2", "380000", ""]);
  assert.deepEqual(of(620_001), ["2", "1", "3", "", "380000"]);
  assert.deepEqual(of(950_001), ["2", "0", "4", "", "360000"]);
  assert.deepEqual(of(1_330_001), ["0", "0", "", "", ""]);
  const old = person((one) => ({ ...one, birthOn: "1956-12-31" }));
  const elderly = ["今年 老人控除配偶者", "配偶者控除等申告書-区分2", "配偶者控除の額"];
  assert.deepEqual(some(rowOf(SPOUSE_NOW, old), "配偶者 ", elderly), ["1", "1", "480000"]);
  const unclaimed = person((one) => ({ ...one, thisYear: { ...one.thisYear, support: null } }));
  assert.deepEqual(some(rowOf(SPOUSE_NOW, unclaimed), "配偶者 ", ["配偶者控除対象", "姓"]), ["0", "須磨"]);
  assert.equal(rowOf(SPOUSE_NOW, unclaimed)["配偶者控除等申告書"], "0");
});

Deno.test("すべての申告情報: a spouse who is not supported is 有 where the master has one", () => {
  const master = exampleRow().baseline;
  const wife = { family: [{ isSpouse: true }] } as unknown as typeof master;
  const of = (change: Change, baseline = master) =>
    (["thisYear", "nextYear"] as const).map((year) =>
      rowOf(allDeclarations(year, "everybody"), { ...change, baseline })["配偶者の有無"]
    );
  const unsupported = person((one) => ({
    ...one,
    thisYear: { ...one.thisYear, support: false },
    nextYear: { ...one.nextYear, support: false },
  }));
  assert.deepEqual(of(unsupported), ["無", "無"]);
  assert.deepEqual(of(unsupported, { ...master, ...wife }), ["有", "有"]);
  assert.deepEqual(of(spouse(() => ({ person: null })), { ...master, ...wife }), ["有", "有"]);
  assert.deepEqual(of({}), ["有", "有"]);
  assert.deepEqual(
    of(spouse(() => ({ thisYear: false, nextYear: null, person: null })), { ...master, ...wife }),
    [
      "無",
      "",
    ],
  );
  // 配偶者情報 and 従業員情報 tell what was answered.
  assert.equal(rowOf(SPOUSE_NOW, unsupported)["配偶者の有無"], "有");
  assert.equal(rowOf(employeeInfo("thisYear"), unsupported)["配偶者の有無"], "有");
});

/** Relatives who are claimed, not claimed, and of whom nobody said. */
const [CLAIMED, FREE, UNKNOWN] = ([true, false, null] as const).map((support, n): Person => ({
  ...CHILD,
  id: String(n),
  firstName: ["一郎", "二郎", "三郎"][n]!,
  thisYear: { ...CHILD.thisYear, support },
})) as [Person, Person, Person];

Deno.test("含めない leaves out who is not claimed in that year, and the others move up", () => {
  const people = family([FREE, CLAIMED, UNKNOWN]);
  const words = ["名", "マイナンバーの有無", "今年 税法上の被扶養者"];
  const of = (included: "everybody" | "claimed", n: number) =>
    some(rowOf(dependentsInfo("thisYear", "horizontal", included), people), `被扶養者${n} `, words);
  assert.deepEqual([1, 2, 3].map((n) => of("everybody", n)), [
    ["二郎", "無", "0"],
    ["一郎", "無", "1"],
    ["三郎", "有", "99"],
  ]);
  assert.deepEqual([1, 2, 3].map((n) => of("claimed", n)), [["一郎", "無", "1"], ["三郎", "有", "99"], [
    "",
    "",
    "",
  ]]);
  const next = rowOf(dependentsInfo("nextYear", "horizontal", "claimed"), people);
  assert.deepEqual([1, 2, 3].map((n) => next[`被扶養者${n} 名`]), ["二郎", "一郎", "三郎"]);
  const all = rowOf(allDeclarations("thisYear", "claimed"), people);
  assert.deepEqual([1, 2, 3].map((n) => all[`被扶養者${n} 名`]), ["一郎", "三郎", ""]);
});

Deno.test("含めない leaves a spouse out who is not claimed, but not that there is one", () => {
  const unsupported = person((one) => ({ ...one, thisYear: { ...one.thisYear, support: false } }));
  const cells = rowOf(spouseInfo("thisYear", "claimed"), unsupported);
  const words = ["の有無", " 姓", " マイナンバーの有無", " 本年中の合計所得金額"];
  assert.deepEqual(some(cells, "配偶者", words), ["有", "", "", ""]);
  assert.equal(rowOf(spouseInfo("nextYear", "claimed"), unsupported)["配偶者 姓"], "須磨");
  assert.equal(rowOf(allDeclarations("thisYear", "claimed"), unsupported)["配偶者 姓"], "");
});

Deno.test("縦並び: a row a relative, the employee on each; who has none has no row, in 横並び an empty one", () => {
  const fifteen = Array.from(
    { length: 15 },
    (_, n): Person => ({ ...CHILD, id: String(n), firstName: `${n}` }),
  );
  for (const year of ["thisYear", "nextYear"] as const) {
    const vertical = dependentsInfo(year, "vertical", "everybody");
    const rows = cellsIn(vertical, exampleRow(family(fifteen)));
    assert.deepEqual(
      rows.map((one) => [one["社員番号"], one["姓"], one["被扶養者 名"]]),
      fifteen.map(({ firstName }) => ["1", "須磨", firstName]),
    );
    assert.deepEqual(vertical.rows(exampleRow(family([]))), []);
    const horizontal = dependentsInfo(year, "horizontal", "everybody");
    const cells = rowOf(horizontal, family(fifteen));
    assert.deepEqual(
      fifteen.map((_, n) => cells[`被扶養者${n + 1} 名`]),
      fifteen.map((one) => one.firstName),
    );
    assert.equal(rowOf(horizontal, family([]))["社員番号"], "1");
    const claimed = dependentsInfo(year, "vertical", "claimed");
    assert.equal(claimed.rows(exampleRow(family([FREE, CLAIMED]))).length, year === "thisYear" ? 1 : 2);
  }
});

Deno.test("特定親族, 特定扶養親族 and 老人扶養親族 exclude each other", () => {
  const of = (more: Partial<Person>, total: number) => {
    const one = { ...CHILD, ...more, thisYear: { ...CHILD.thisYear, income: { incomes: null, total } } };
    const cells = rowOf(FAMILY_NOW, family([one]));
    return some(cells, "被扶養者1 今年 ", [
      "特定親族",
      "特定親族特別控除の額",
      "特定扶養親族",
      "老人扶養親族",
    ]);
  };
  assert.deepEqual(of({}, 620_000), ["0", "0", "1", "0"]);
  assert.deepEqual(of({}, 620_001), ["1", "630000", "0", "0"]);
  assert.deepEqual(of({ birthOn: "1956-12-31" }, 0), ["0", "0", "0", "1"]);
  assert.deepEqual(of({ birthOn: null }, 0), ["0", "0", "0", "0"]);
});

Deno.test("what nobody said is blank", () => {
  const bare = declared((one) => ({
    ...one,
    self: {
      ...one.self,
      thisYear: { ...one.self.thisYear, commonLaw: null, widow: null, widowReason: null, student: null },
    },
    income: { ...one.income, thisYear: { incomes: null, total: null }, adjustment: null },
  }));
  const cells = rowOf(employeeInfo("thisYear"), bare);
  const own = [
    "事実婚の有無",
    "寡婦・ひとり親",
    "寡婦・ひとり親の理由",
    "勤労学生フラグ",
    "勤労学生：学校名",
  ];
  assert.deepEqual(own.map((header) => cells[header]), ["0", "", "", "0", ""]);
  const income = [
    "本年中の合計所得金額",
    "本年中の給与収入",
    "所得金額調整控除額",
    "所得金額調整 - 申告条件",
    "雑所得 所得金額",
    "基礎控除の額",
    "基礎控除等申告書 区分1",
  ];
  assert.deepEqual(income.map((header) => cells[header]), income.map(() => ""));
});

Deno.test("区分1 by 合計所得金額 after 所得金額調整控除; blank above 1,000万円", () => {
  const of = (total: number) =>
    rowOf(
      employeeInfo("thisYear"),
      declared((one) => ({ ...one, income: { ...one.income, thisYear: { incomes: null, total } } })),
    )["基礎控除等申告書 区分1"];
  const totals = [9_000_000, 9_000_001, 9_500_000, 9_500_001, 10_000_000, 10_000_001];
  assert.deepEqual(totals.map(of), ["A", "B", "B", "C", "C", ""]);
});

Deno.test("a ground of 所得金額調整控除 that does not hold is none; the others have their codes", () => {
  const grounds = (
    ground: NonNullable<Declaration["income"]["adjustment"]>["ground"],
    id: string | null,
    healthy = false,
  ) => {
    const cells = rowOf(
      employeeInfo("thisYear"),
      declared((one) => ({
        ...one,
        self: healthy ? { ...one.self, thisYear: { ...one.self.thisYear, disability: null } } : one.self,
        income: { ...one.income, adjustment: { ground, person: id } },
      })),
    );
    return [cells["所得金額調整控除申告書"], cells["所得金額調整 - 申告条件"], cells["所得金額調整控除額"]];
  };
  assert.deepEqual(grounds("self_special_disability", null), ["1", "1", "150000"]);
  assert.deepEqual(grounds("self_special_disability", null, true), ["0", "", "0"]);
  assert.deepEqual(grounds("spouse_special_disability", "spouse"), ["0", "", "0"]);
  assert.deepEqual(grounds("dependant_special_disability", "shared"), ["1", "3", "150000"]);
  assert.deepEqual(grounds("dependant_under_23", "child"), ["1", "4", "150000"]);
});

Deno.test("他の所得者が控除されている家族: the first, with 障害 only of a 特別障害者", () => {
  const shared = (edit: (one: Declaration["family"]["shared"][number]) => object) =>
    declared((one) => ({
      ...one,
      family: { ...one.family, shared: one.family.shared.map((first) => ({ ...first, ...edit(first) })) },
    }));
  const p = "他の所得者が控除されている家族 ";
  const words = [
    "名",
    "障害者区分",
    "障害の状態又は交付を受けている手帳などの種類",
    "障害者手帳交付年月日",
    "障害者手帳の画像添付の有無",
  ];
  const of = (change: Change) => some(rowOf(employeeInfo("thisYear"), change), p, words);
  const ordinary = shared(({ disability }) => ({ disability: { ...disability!, kind: "ordinary" } }));
  assert.deepEqual(of(ordinary), ["三郎", "", "", "", ""]);
  assert.deepEqual(of(shared(() => ({ disability: null }))), ["三郎", "", "", "", ""]);
  const together = shared(({ disability }) => ({
    disability: { ...disability!, kind: "special_living_together" },
  }));
  assert.deepEqual(of(together).slice(1, 3), ["同居特別障害者", "身体障害者手帳1級"]);
  const two = declared((one) => {
    const [first] = one.family.shared;
    return { ...one, family: { ...one.family, shared: [{ ...first!, id: "x", firstName: "花子" }, first!] } };
  });
  assert.deepEqual(of(two)[0], "花子");
  assert.deepEqual(
    of(declared((one) => ({ ...one, family: { ...one.family, shared: [] } }))),
    words.map(() => ""),
  );
});
