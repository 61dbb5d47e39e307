import assert from "node:assert/strict";
import { relative } from "../../domain/declaration/declaration_fixture.ts";
import type { Declaration } from "../../domain/declaration/declaration.ts";
import { NO_INCOMES } from "../../domain/declaration/income.ts";
import { Refusal } from "../../domain/errors.ts";
import { MAX_GROUP_NAME } from "../../domain/group.ts";
import { THIS_NEXT_YEAR_DEPENDENTS_DIFF } from "../../domain/lists/tables/this_next_year_dependents_diff.ts";
import { THIS_NEXT_YEAR_SELF_DIFF } from "../../domain/lists/tables/this_next_year_self_diff.ts";
import { THIS_YEAR_DEPENDENTS_DIFF } from "../../domain/lists/tables/this_year_dependents_diff.ts";
import { THIS_YEAR_SELF_DIFF } from "../../domain/lists/tables/this_year_self_diff.ts";
import { type Range, ROLES } from "../../domain/permission.ts";
import { EMPTY_PROFILE } from "../../domain/profile.ts";
import { python, testWithPython } from "../../formats/test_tools.ts";
import { set } from "../../kv/commit.ts";
import { accountKeys } from "../../kv/keys.ts";
import { unzipped } from "../collected_fixture.ts";
import { type Asked, download as start, HEAD, SHOP, take, twoGroups } from "../lists/download_fixture.ts";
import {
  ADMIN,
  cellsOf,
  type Company,
  type Ended,
  openCompany,
  person,
  TENANT,
  testUser,
} from "../test_tools.ts";

const KIND = "download_differences";
type User = ReturnType<typeof testUser>;

/** Of one group; of all with what was chosen. */
const ofGroup = (c: Company, group = HEAD, user?: User) => start(c, KIND, group, { user });
const ofAll = (c: Company, list: string) => start(c, KIND, null, { fields: [["list", list]] });

/** The CSVs of the ZIP by name, in order. */
async function csvsOf({ files }: Ended): Promise<Record<string, string[][]>> {
  assert.deepEqual(files.map(({ type }) => type), ["application/zip"]);
  const inside = Object.entries(await unzipped(files[0]!.bytes));
  return Object.fromEntries(
    await Promise.all(inside.map(async ([name, bytes]) => [name, await cellsOf(bytes)] as const)),
  );
}

/** What the rows of a CSV say in some columns. */
function columnsIn([header, ...rows]: string[][], ...names: string[]): string[] {
  return rows.map((cells) => names.map((name) => cells[header!.indexOf(name)]).join(" "));
}

const done = (n: number, what = "差分リスト") => `${n}名分の${what}を作成しました。`;
const nothing = (header: readonly string[]) => [
  [...header],
  ["差分はありませんでした", ...Array<string>(header.length - 1).fill("")],
];

const HOME = {
  zip: "143-0001",
  prefecture: "東京都",
  city: "港区",
  street: "1-1",
  building: "",
  kana: "",
  country: "",
};
const WIFE = relative("w", {
  relation: { name: "妻", preset: "wife", isChild: false },
  isSpouse: true,
  firstName: "桜",
  gender: "female",
});

/** Another name, a wife who is not claimed next year, a son who has moved, a daughter who is gone. */
const CHANGED: Asked = {
  master: { profile: { ...EMPTY_PROFILE, hasSpouse: true } },
  family: [WIFE, relative("s", { code: "11" }), relative("d", { firstName: "花", gender: "female" })],
  declared: (one: Declaration) => ({
    ...one,
    self: { ...one.self, lastName: "須磨" },
    spouse: {
      ...one.spouse,
      person: {
        ...one.spouse.person!,
        thisYear: { ...one.spouse.person!.thisYear, income: { incomes: null, total: 100_000 } },
        nextYear: { ...one.spouse.person!.nextYear, support: false },
      },
    },
    family: {
      ...one.family,
      people: one.family.people.slice(0, 1).map((son) => ({
        ...son,
        thisYear: { ...son.thisYear, living: "apart" as const, address: HOME },
      })),
    },
    income: {
      ...one.income,
      thisYear: { incomes: { ...NO_INCOMES, salary: 8_000_000 }, total: null },
      nextYear: { incomes: null, total: 6_000_000 },
    },
  }),
};

/** 本社 with somebody who changed and somebody who did not, 店舗 with one more of each; two people in no group. */
async function company(): Promise<Company> {
  const c = await twoGroups();
  await fill(c);
  await c.members(null, [person("000005"), person("000006")]);
  return c;
}

async function fill(c: Company): Promise<void> {
  await c.committer.commit({ checks: [], mutations: [set(accountKeys.tenant(TENANT.id), TENANT)] });
  await take(c, HEAD, "000002", { master: { department: "総務部" } });
  await take(c, HEAD, "000001", CHANGED);
  await take(c, SHOP, "000004", CHANGED);
  await take(c, SHOP, "000003", {});
}

const THIS_YEAR = { 本人: THIS_YEAR_SELF_DIFF.header, 扶養: THIS_YEAR_DEPENDENTS_DIFF.header };
const BOTH_YEARS = { 本人: THIS_NEXT_YEAR_SELF_DIFF.header, 扶養: THIS_NEXT_YEAR_DEPENDENTS_DIFF.header };

Deno.test("one group: a ZIP of 今年の本人情報 and 今年の扶養親族, by 社員番号", async () => {
  await using c = await company();
  const ended = await ofGroup(c);
  const { job, result, files } = ended;
  assert.deepEqual([job.title, job.status, job.message], [
    "本社の差分リストダウンロード",
    "completed",
    done(2),
  ]);
  assert.deepEqual(result.details, [done(2)]);
  assert.equal(files[0]!.name, "差分リスト_本社_20261102100000.zip");
  const csvs = await csvsOf(ended);
  assert.deepEqual(Object.keys(csvs), [
    "今年の本人情報差分リスト_本社_202611021000.csv",
    "今年の扶養親族差分リスト_本社_202611021000.csv",
  ]);
  const [self, family] = Object.values(csvs) as [string[][], string[][]];
  assert.deepEqual([self[0], family[0]], [[...THIS_YEAR.本人], [...THIS_YEAR.扶養]]);
  assert.deepEqual(
    columnsIn(
      self,
      "社員番号",
      "★今年のマルフ",
      "★本人情報の差分有無",
      "★扶養親族情報の差分有無",
      "姓",
      "変更前_姓",
    ),
    ["000001 0 差分あり 差分あり 須磨 山田", "000002 1   山田 "],
  );
  assert.deepEqual(columnsIn(family, "社員番号", "対象扶養親族", "★差分種類"), [
    "000001 配偶者 変更",
    "000001 被扶養者1 変更",
    "000001 - 削除",
  ]);
});

Deno.test("the lines of a family: separators quoted, an empty 住所 of 別居 with its quotes, dates and codes plain", async () => {
  await using c = await company();
  const { files } = await ofGroup(c);
  const [, family] = Object.values(await unzipped(files[0]!.bytes));
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(family);
  const [header, ...lines] = text.split("\r\n");
  assert.ok(header!.startsWith("\ufeff会社名,依頼グループ,依頼ステータス,"));
  const employee = "株式会社アクメ,本社,未依頼,,000001,本社,正社員,在職中,須磨,花子,ヤマダ,ハナコ";
  const born = "2015/05/05";
  assert.deepEqual(lines, [
    `${employee},配偶者,変更,,妻,女性,山田,桜,ヤマダ,タロウ,${born},同居,,,,,,,,,,"6,100,000",1,1,1,100000,,,,,,,,,,,,,,,,`,
    `${employee},被扶養者1,変更,11,長男,男性,山田,太郎,ヤマダ,タロウ,${born},別居,143-0001,東京都,港区,1-1,"","",,1,,` +
    `"6,100,000",,,,0,,,,,,,,同居,-,-,-,-,,,,`,
    `${employee},-,削除,,,,,,,,,,,,,,,,,,,,,,,,長男,女性,山田,花,ヤマダ,タロウ,${born},同居,,,,,,,,1`,
    "",
  ]);
});

Deno.test("all groups, 今年の差分リスト: joined, newest first, under names of their own", async () => {
  await using c = await company();
  const ended = await ofAll(c, "this_year");
  const { job, result, files } = ended;
  assert.equal(job.title, "今年の差分リストの一括ダウンロード");
  assert.equal(files[0]!.name, "差分リスト_20261102100000.zip");
  assert.deepEqual(result.details, [
    done(4, "今年の差分リスト"),
    "2名はどの依頼グループにも登録されていないため、一覧に含まれていません。",
  ]);
  const csvs = await csvsOf(ended);
  assert.deepEqual(Object.keys(csvs), [
    "すべての依頼グループの今年の本人情報差分リスト_202611021000.csv",
    "すべての依頼グループの今年の扶養親族差分リスト_202611021000.csv",
  ]);
  const [self, family] = Object.values(csvs) as [string[][], string[][]];
  assert.deepEqual(columnsIn(self, "依頼グループ", "社員番号", "★今年のマルフ"), [
    "店舗 000003 1",
    "店舗 000004 0",
    "本社 000001 0",
    "本社 000002 1",
  ]);
  assert.deepEqual(columnsIn(family, "社員番号", "★差分種類"), [
    ...["変更", "変更", "削除"].map((kind) => `000004 ${kind}`),
    ...["変更", "変更", "削除"].map((kind) => `000001 ${kind}`),
  ]);
});

Deno.test("all groups, 今年と来年の差分リスト: who says something else of next year; the others are not counted", async () => {
  await using c = await company();
  const ended = await ofAll(c, "this_and_next_year");
  assert.equal(ended.job.title, "今年・来年の差分リストの一括ダウンロード");
  assert.equal(ended.result.details[0], done(2, "今年と来年の差分リスト"));
  const csvs = await csvsOf(ended);
  assert.deepEqual(Object.keys(csvs), [
    "すべての依頼グループの今年と来年の本人情報差分リスト_202611021000.csv",
    "すべての依頼グループの今年と来年の扶養親族情報差分リスト_202611021000.csv",
  ]);
  const [self, family] = Object.values(csvs) as [string[][], string[][]];
  assert.deepEqual(self, nothing(BOTH_YEARS.本人));
  assert.deepEqual(family[0], BOTH_YEARS.扶養);
  assert.deepEqual(
    columnsIn(
      family,
      "依頼グループ",
      "対象扶養親族",
      "来年_配偶者 源泉控除対象",
      "今年_配偶者 源泉控除対象",
      "来年_被扶養者 同居・別居の別",
      "今年_被扶養者 住所（建物名・部屋番号）",
    ),
    ["店舗 配偶者 0 1  ", "店舗 扶養親族1   同居 ", "本社 配偶者 0 1  ", "本社 扶養親族1   同居 "],
  );
});

Deno.test("nobody with a difference: the header and 差分はありませんでした, and 完了", async () => {
  await using c = await twoGroups();
  const none = Object.values(await csvsOf(await ofGroup(c)));
  assert.deepEqual(none, [nothing(THIS_YEAR.本人), nothing(THIS_YEAR.扶養)]);
  await take(c, HEAD, "000001", {});
  const one = await ofGroup(c);
  const [self, family] = Object.values(await csvsOf(one)) as [string[][], string[][]];
  assert.deepEqual([one.job.status, one.job.message, self.length], ["completed", done(1), 2]);
  assert.deepEqual(family, nothing(THIS_YEAR.扶養));
  const years = await ofAll(c, "this_and_next_year");
  assert.deepEqual(Object.values(await csvsOf(years)), [nothing(BOTH_YEARS.本人), nothing(BOTH_YEARS.扶養)]);
  assert.deepEqual([years.job.status, years.job.message], ["completed", done(0, "今年と来年の差分リスト")]);
});

Deno.test("which list is asked for all groups, and for no single one", async () => {
  await using c = await company();
  for (const fields of [[], [["list", "last_year"]]] as [string, string][][]) {
    await assert.rejects(
      c.accept({ operation: KIND, group: null, fields }),
      (error) => error instanceof Refusal && error.params.what === "ダウンロード対象リスト",
    );
  }
  const ended = await start(c, KIND, HEAD, { fields: [["list", "this_and_next_year"]] });
  const [self] = Object.values(await csvsOf(ended));
  assert.deepEqual([ended.job.title, self![0]], ["本社の差分リストダウンロード", THIS_YEAR.本人]);
});

Deno.test("同じ内容で再実行 repeats what was chosen, under the same 処理名", async () => {
  await using c = await company();
  const { job } = await ofAll(c, "this_and_next_year");
  const again = await c.service.rerun({ tenant: TENANT, user: ADMIN }, job.id, null);
  assert.equal(again.title, "今年・来年の差分リストの一括ダウンロード");
  const [self] = Object.values(await csvsOf(await c.ended(again.id)));
  assert.deepEqual(self![0], BOTH_YEARS.本人);
});

Deno.test("a role with a range gets its range; what nobody in it has is told as no difference", async () => {
  await using c = await company();
  const range: Range = { kind: "condition", departments: ["総務部"], employmentTypes: [] };
  const user = await c.user(testUser("range", { role: "download", range, employeeCode: "000002" }));
  const ended = await ofGroup(c, HEAD, user);
  const [self, family] = Object.values(await csvsOf(ended)) as [string[][], string[][]];
  assert.equal(ended.job.message, done(1));
  assert.deepEqual(columnsIn(self, "社員番号"), ["000002"]);
  assert.deepEqual(family, nothing(THIS_YEAR.扶養));
});

Deno.test("管理者, 依頼の確定 and データダウンロード of a group; 管理者 alone of all", async () => {
  await using c = await twoGroups();
  const fields: [string, string][] = [["list", "this_year"]];
  for (const role of ROLES) {
    const user = await c.user(testUser(role, { role }));
    for (const [group, roles] of [[HEAD, ["admin", "confirm", "download"]], [null, ["admin"]]] as const) {
      const accepted = c.accept({ operation: KIND, group, fields }, user);
      if ((roles as readonly string[]).includes(role)) await accepted;
      else await assert.rejects(accepted, (error) => error instanceof Refusal && error.code === "forbidden");
    }
  }
});

Deno.test("a group whose name is no file name, or as long as can be, has files with names that every system takes", async () => {
  await using c = await openCompany();
  await c.group("01A", "人事/総務:本社*🏢");
  await c.group("01B", "髙".repeat(MAX_GROUP_NAME));
  const named = await ofGroup(c, "01A");
  assert.equal(named.files[0]!.name, "差分リスト_人事_総務_本社_🏢_20261102100000.zip");
  assert.deepEqual(Object.keys(await csvsOf(named)), [
    "今年の本人情報差分リスト_人事_総務_本社_🏢_202611021000.csv",
    "今年の扶養親族差分リスト_人事_総務_本社_🏢_202611021000.csv",
  ]);
  const long = await ofGroup(c, "01B");
  const inside = Object.keys(await csvsOf(long));
  assert.equal(new Set(inside).size, 2);
  for (
    const [name, end] of [
      [long.files[0]!.name, "_20261102100000.zip"],
      ...inside.map((one) => [one, "_202611021000.csv"]),
    ]
  ) {
    assert.ok(name!.endsWith(end!), name!);
    assert.ok(new TextEncoder().encode(name).length <= 200, name!);
  }
});

const READ = `
import csv, io, json, sys, zipfile
z = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
assert z.testzip() is None
read = lambda name: list(csv.reader(io.StringIO(z.read(name).decode("utf-8-sig"), newline="")))
json.dump({name: read(name) for name in z.namelist()}, sys.stdout)
`;

testWithPython("Python's zipfile and csv read the same, every row as wide as its header", async () => {
  await using c = await company();
  const ended = await ofAll(c, "this_year");
  const read: Record<string, string[][]> = JSON.parse(await python(READ, ended.files[0]!.bytes));
  assert.deepEqual(read, await csvsOf(ended));
  for (const [header, ...rows] of Object.values(read)) {
    assert.ok(rows.length > 0 && rows.every((cells) => cells.length === header!.length));
  }
});

Deno.test("wherever the worker dies, the ZIP is byte by byte that of a clean run", async () => {
  await using clean = await company();
  const { files: [expected] } = await ofAll(clean, "this_and_next_year");
  let deaths = 0;
  for (let nth = 1, left = 0; left <= 0; nth++) {
    left = nth;
    await using c = await openCompany({
      sealAfterMs: -1,
      committerOfWorkers: (committer) => ({
        async commit(change, priority) {
          if (--left !== 0) return await committer.commit(change, priority);
          deaths++;
          c.breakWorkers();
          return await new Promise(() => {});
        },
      }),
    });
    await c.group(HEAD, "本社");
    await c.group(SHOP, "店舗");
    await fill(c);
    const { files } = await ofAll(c, "this_and_next_year");
    assert.deepEqual(files[0]!.bytes, expected!.bytes, `died at commit ${nth}`);
  }
  assert.ok(deaths >= 4, `${deaths}`);
});
