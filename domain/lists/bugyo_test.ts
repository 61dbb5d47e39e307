import assert from "node:assert/strict";
import type { Collected } from "../declaration/collected.ts";
import type { Declaration } from "../declaration/declaration.ts";
import type { Person } from "../declaration/person.ts";
import type { PreviousJob } from "../declaration/previous_job.ts";
import type { HousingLoan } from "../housing_loan.ts";
import { EXCLUSIONS, type Request, REQUEST_STATUSES } from "../request.ts";
import { cellsIn } from "./collected_lists_fixture.ts";
import { type Change, CHILD, exampleRow } from "./example_fixture.ts";
import { bugyoFile } from "./tables/bugyo.ts";

const NOW = bugyoFile("thisYear");
const NEXT = bugyoFile("nextYear");
const cells = (change: Change = {}, { list } = NOW) => cellsIn(list, exampleRow(change))[0]!;
const asked = (edit: Partial<Request>): Change => ({
  request: { ...exampleRow().request, exclusion: null, status: "answered", ...edit },
});
const declared = (edit: (one: Declaration) => Declaration): Change => ({
  collected: (one: Collected) => ({ ...one, declaration: edit(one.declaration) }),
});

Deno.test("row 1 has the seven public codes over their columns, and none over any other", () => {
  const coded = ({ codes, list }: typeof NOW) =>
    Object.fromEntries(list.header.map((header, i) => [header, codes[i]!]).filter(([, code]) => code !== ""));
  assert.deepEqual(coded(NOW), {
    "課税区分": "ESAL003",
    "年調対象区分": "ESAL004",
    "現住所（ヨミガナ）": "EADD009",
    "配偶者の有無": "EFML001",
    "配偶者 扶養区分": "EFMM020",
    "控除額適用区分": "YITS007",
    "特定取得区分": "YITS013",
  });
  // A housing loan is of the year itself.
  assert.deepEqual(Object.values(coded(NEXT)), ["ESAL003", "ESAL004", "EADD009", "EFML001", "EFMM020"]);
  for (const { codes, list } of [NOW, NEXT]) {
    assert.equal(codes.length, list.header.length);
    assert.deepEqual(list.header.slice(0, 4), ["依頼グループ名", "依頼ステータス", "対象外理由", "社員番号"]);
    assert.equal(new Set(list.header).size, list.header.length);
    assert.ok(!list.header.some((header) => header.startsWith("他の所得者") || header.includes("{n}")));
  }
});

Deno.test("年調対象区分: 1 of who answered or is 確定, unless 対象外 or 候補 for anything but paper", () => {
  const of = (edit: Partial<Request>) => cells(asked(edit))["年調対象区分"];
  const adjusted = REQUEST_STATUSES.filter((status) => of({ status }) === "1");
  assert.deepEqual(adjusted, ["answered", "reanswered", "confirmed"]);
  assert.deepEqual(EXCLUSIONS.filter((exclusion) => of({ status: "confirmed", exclusion }) === "1"), [
    "paper",
  ]);
  assert.equal(of({ status: "not_requested", exclusion: "paper" }), "0");
});

Deno.test("課税区分: 2 of 乙欄, blank for any other reason, 1 of who has answered once", () => {
  const of = (edit: Partial<Request>) => cells(asked(edit))["課税区分"];
  assert.equal(of({ exclusion: "otsu", answeredOnce: true }), "2");
  const blank = EXCLUSIONS.filter((exclusion) => of({ exclusion, answeredOnce: true }) === "");
  assert.deepEqual(blank, EXCLUSIONS.filter((exclusion) => exclusion !== "otsu"));
  assert.equal(of({ answeredOnce: true, status: "correcting" }), "1");
  assert.equal(of({ answeredOnce: false, status: "confirmed" }), "");
});

Deno.test("配偶者の有無 and 扶養区分: 0 without a deductible spouse, blank while answers are not fixed", () => {
  const spouse = (
    edit: (one: Declaration["spouse"]) => Declaration["spouse"],
    request: Partial<Request> = {},
  ) => {
    const found = cells({ ...asked(request), ...declared((one) => ({ ...one, spouse: edit(one.spouse) })) });
    return [found["配偶者の有無"], found["配偶者 扶養区分"]];
  };
  const earning = (total: number) =>
    spouse((one) => ({
      ...one,
      person: { ...one.person!, thisYear: { ...one.person!.thisYear, income: { incomes: null, total } } },
    }));
  assert.deepEqual(earning(0), ["1", "1"]);
  assert.deepEqual(earning(700_000), ["1", "2"]);
  assert.deepEqual(earning(1_330_001), ["1", "0"]);
  assert.deepEqual(spouse((one) => ({ ...one, person: null })), ["1", "0"]);
  assert.deepEqual(spouse((one) => ({ ...one, thisYear: false })), ["0", "0"]);
  assert.deepEqual(spouse((one) => ({ ...one, thisYear: null, person: null })), ["", "0"]);
  const unfixed = REQUEST_STATUSES.filter((status) => spouse((one) => one, { status })[1] === "");
  assert.deepEqual(unfixed, ["not_requested", "requested", "answering", "correcting", "expired"]);
  assert.equal(cells(asked({}), NEXT)["配偶者 扶養区分"], "1");
});

Deno.test("the spouse is in the file whether deductible or not", () => {
  const unclaimed = declared((one) => {
    const person = { ...one.spouse.person!, thisYear: { ...one.spouse.person!.thisYear, support: false } };
    return { ...one, spouse: { ...one.spouse, person } };
  });
  assert.equal(cells({ ...asked({}), ...unclaimed })["配偶者 姓"], "須磨");
});

const family = (people: Person[]) => declared((one) => ({ ...one, family: { ...one.family, people } }));
const relatives = (people: Person[], file = NOW) => {
  const found = cells(family(people), file);
  const [p, last] = ["被扶養者", people.length + 1];
  return Array.from({ length: Math.min(last, 10) }, (_, n) => found[`${p}${n + 1} 名`]).filter(Boolean);
};
const named = (
  firstName: string,
  more: Partial<Person> = {},
  year: Partial<Person["thisYear"]> = {},
): Person => ({
  ...CHILD,
  id: firstName,
  firstName,
  ...more,
  thisYear: { ...CHILD.thisYear, ...year },
});

Deno.test("relatives: those who are claimed and may be; ten at most", () => {
  const people = [
    named("控除なし", {}, { support: false }),
    named("不明", {}, { support: null }),
    named("所得超過", { birthOn: "1990-01-01" }, { income: { incomes: null, total: 2_000_000 } }),
    named("国外", { birthOn: "1990-01-01" }, {
      disability: null,
      abroad: { student: false, remittance: 0, relativePapers: true, remittancePapers: true },
    }),
    named("年少", { birthOn: "2015-01-01" }),
    named("特定親族", {}, { income: { incomes: null, total: 700_000 } }),
    named("特定"),
  ];
  assert.deepEqual(relatives(people), ["年少", "特定親族", "特定"]);
  const twelve = Array.from({ length: 12 }, (_, n) => named(String(n + 1)));
  assert.deepEqual(relatives(twelve), twelve.slice(0, 10).map(({ firstName }) => firstName));
  assert.ok(!NOW.list.header.includes("被扶養者11 名"));
  // Next year goes by what is said of next year.
  assert.deepEqual(relatives([named("控除なし", {}, { support: false })], NEXT), ["控除なし"]);
});

Deno.test("続柄 have codes: 01 of a child, else by the name, blank where there is none", () => {
  const names = "父 実父 義父 母 実母 義母 妹 弟 祖父 祖母 姉 兄 叔父".split(" ");
  const codes = names.map((name) =>
    cells(family([{ ...CHILD, relation: { name, preset: null, isChild: false } }]))["被扶養者1 続柄"]
  );
  const expected = ["02", "02", "02", "03", "03", "03", "04", "05", "06", "07", "08", "09", ""];
  assert.deepEqual(codes, expected);
  assert.equal(cells(family([CHILD]))["被扶養者1 続柄"], "01");
  const named = { ...CHILD, relation: { name: "兄", preset: null, isChild: true } };
  assert.equal(cells(family([named]))["被扶養者1 続柄"], "01");
});

Deno.test("one 前職: the one that was left last, with the amounts of all", () => {
  const jobs = (edits: Partial<PreviousJob>[]) =>
    declared((one) => {
      const [first] = one.previousJob.jobs;
      const all = edits.map((edit, n) => ({ ...first!, id: `${n}`, ...edit }));
      return { ...one, previousJob: { ...one.previousJob, jobs: all } };
    });
  const found = cells(jobs([
    { leftOn: "2026-03-31", name: "甲社", address: "甲" },
    { leftOn: "2026-06-30", name: "乙社", address: "乙" },
    { leftOn: null, name: "丙社" },
  ]));
  const headers = [
    "退職年月日",
    "支払者の住所又は所在地",
    "支払者の氏名又は名称",
    "支払金額の合計",
    "源泉徴収税額の合計",
  ];
  assert.deepEqual(headers.map((header) => found[`前職情報:${header}`]), [
    "2026/06/30",
    "乙",
    "乙社",
    "6000000",
    "2100000",
  ]);
  assert.deepEqual(headers.map((header) => cells(jobs([]))[`前職情報:${header}`]), ["", "", "", "", ""]);
});

Deno.test("控除額適用区分 0 to 4, 特定取得区分 0 to 2", () => {
  const of = (edit: Partial<HousingLoan>, header = "控除額適用区分") =>
    cells({ collected: (one) => ({ ...one, housingLoan: { ...one.housingLoan!, ...edit } }) })[header];
  const marks = [
    "blank",
    "resident",
    "special_case",
    "renovation",
    "long_lasting",
    "certified",
    "disaster",
  ] as const;
  assert.deepEqual(marks.map((mark) => of({ mark })), ["0", "0", "1", "2", "3", "3", "4"]);
  const extension = { mark: "resident", column: "renovation" } as const;
  const costs = [null, 0, 1].map((specialRenovationCost) => of({ ...extension, specialRenovationCost }));
  assert.deepEqual(costs, ["0", "0", "2"]);
  const kinds = (["none", "specified", "special_specified"] as const).map((acquisition) =>
    of({ acquisition }, "特定取得区分")
  );
  assert.deepEqual(kinds, ["0", "1", "2"]);
  const none = cells(declared((one) => ({ ...one, housingLoan: { ...one.housingLoan, claim: "no" } })));
  assert.deepEqual([none["控除額適用区分"], none["特定取得区分"]], ["", ""]);
});

Deno.test("what has no code stands there as in すべての申告情報", () => {
  const found = cells();
  assert.deepEqual(
    ["依頼グループ名", "社員番号", "現住所（ヨミガナ）", "本年中の給与収入", "生命保険料:生命保険料控除額"]
      .map((header) => found[header]),
    ["依頼グループ1", "1", "トウキョウトミナトクロッポンギ", "10950000", "112500"],
  );
});
