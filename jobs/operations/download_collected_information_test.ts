import assert from "node:assert/strict";
import { COLLECTED_ITEMS, type CollectedItem } from "../../domain/lists/collected_lists.ts";
import { LISTS } from "../../domain/lists/collected_lists_fixture.ts";
import type { Range } from "../../domain/permission.ts";
import { CANARY, declaredCompany, unzipped } from "../collected_fixture.ts";
import { GROUP } from "../requests_fixture.ts";
import { cellsOf, type Company, type Ended, openCompany, person, testUser } from "../test_tools.ts";

const OPERATION = "download_collected_information";
type Fields = Record<string, string>;

async function download(
  c: Company,
  fields: Fields,
  { group = GROUP as string | null, user }: { group?: string | null; user?: ReturnType<typeof testUser> } =
    {},
): Promise<Ended> {
  const sent = Object.entries({ format: "generic", ...fields });
  const { id } = await c.accept({ operation: OPERATION, group, fields: sent }, user);
  return await c.ended(id, user);
}

/** 社員番号 of the rows under the header. */
const codesIn = (rows: string[][]) => rows.slice(1).map((cells) => cells[3]);

/** Every choice of one CSV: its options, the list in it and the name of the file. */
const CHOICES:
  readonly (readonly [item: CollectedItem, options: Fields, list: keyof typeof LISTS, name: string])[] = [
    ["employee", { year: "this" }, "employee_info_this_year", "従業員本人の情報_今年"],
    ["employee", { year: "next" }, "employee_info_next_year", "従業員本人の情報_来年"],
    ["spouse", { year: "this" }, "spouse_info_this_year", "配偶者の情報_今年"],
    ["spouse", { year: "next" }, "spouse_info_next_year", "配偶者の情報_来年"],
    [
      "dependants",
      { year: "this", layout: "horizontal" },
      "dependents_info_this_year",
      "扶養家族の情報_今年_横並び",
    ],
    [
      "dependants",
      { year: "this", layout: "vertical" },
      "dependents_info_this_year_vertical",
      "扶養家族の情報_今年_縦並び",
    ],
    [
      "dependants",
      { year: "next", layout: "horizontal" },
      "dependents_info_next_year",
      "扶養家族の情報_来年_横並び",
    ],
    [
      "dependants",
      { year: "next", layout: "vertical" },
      "dependents_info_next_year_vertical",
      "扶養家族の情報_来年_縦並び",
    ],
    ["insurance", { layout: "horizontal" }, "insurance_horizontal", "保険料控除の情報_横並び"],
    ["previous_jobs", {}, "previous_job", "前職情報"],
    ["housing_loan", {}, "housing_loan", "住宅借入金控除の情報"],
    ["all", { year: "this" }, "all_declarations_this_year", "すべての申告情報_今年"],
    ["all", { year: "next" }, "all_declarations_next_year", "すべての申告情報_来年"],
  ];

Deno.test("every 対象項目 with every option: its file, named after them, of one group", async () => {
  await using c = await declaredCompany();
  for (const [item, options, list, name] of CHOICES) {
    const { job, files } = await download(c, { item, include_non_dependants: "1", ...options });
    assert.equal(job.title, "本社の収集情報ダウンロード");
    const people = list.endsWith("_vertical") ? ["000001"] : ["000001", "000002"];
    assert.deepEqual(
      [job.status, job.message],
      ["completed", `${people.length}名分の${COLLECTED_ITEMS[item]}を作成しました。`],
    );
    assert.deepEqual(files.map((file) => [file.name, file.type]), [
      [`${name}_20261102100000.csv`, "text/csv; charset=utf-8"],
    ]);
    const rows = await cellsOf(files[0]!.bytes);
    assert.deepEqual(rows[0], [...LISTS[list].header], name);
    assert.deepEqual(codesIn(rows), people, name);
    assert.ok(rows.every(({ length }) => length === rows[0]!.length), name);
    assert.deepEqual([...files[0]!.bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    assert.equal(new TextDecoder().decode(files[0]!.bytes).includes(CANARY), false);
  }
});

Deno.test("保険料控除・縦並び: a ZIP of the totals, a row a person, and the details, a row a contract", async () => {
  await using c = await declaredCompany();
  const { job, files } = await download(c, { item: "insurance", layout: "vertical" });
  assert.equal(job.message, "2名分の保険料控除の情報を作成しました。");
  assert.deepEqual(files.map(({ name, type }) => [name, type]), [
    ["年末調整_保険料控除_20261102100000.zip", "application/zip"],
  ]);
  const inside = await unzipped(files[0]!.bytes);
  assert.deepEqual(Object.keys(inside), ["年末調整_保険料控除合計額.csv", "年末調整_保険料控除内訳.csv"]);
  const [totals, details] = await Promise.all(Object.values(inside).map((bytes) => cellsOf(bytes)));
  assert.deepEqual(totals![0], [...LISTS.insurance_vertical_totals.header]);
  assert.deepEqual(codesIn(totals!), ["000001", "000002"]);
  assert.deepEqual(details![0], [...LISTS.insurance_vertical_details.header]);
  assert.deepEqual(codesIn(details!), Array(7).fill("000001"));
});

Deno.test("all groups: joined, newest first, under a title of their own; people in no group are counted", async () => {
  await using c = await declaredCompany();
  await c.members(null, [person("000004")]);
  const fields = { item: "all", year: "this" };
  const { job, result, files } = await download(c, fields, { group: null });
  assert.equal(job.title, "収集情報の一括ダウンロード");
  assert.equal(job.group, null);
  assert.equal(files[0]!.name, "すべての申告情報_今年_20261102100000.csv");
  const rows = await cellsOf(files[0]!.bytes);
  assert.deepEqual(rows.slice(1).map((cells) => [cells[0], cells[3]]), [
    ["工場", "000003"],
    ["本社", "000001"],
    ["本社", "000002"],
  ]);
  assert.deepEqual(result.details, [
    "3名分のすべての申告情報を作成しました。",
    "1名はどの依頼グループにも登録されていないため、一覧に含まれていません。",
  ]);
});

Deno.test("含めない and no word of it leave out who is not claimed", async () => {
  await using c = await declaredCompany((one) => {
    const { declaration } = one;
    const people = declaration.family.people.map((child) => ({
      ...child,
      thisYear: { ...child.thisYear, support: false },
    }));
    return { ...one, declaration: { ...declaration, family: { ...declaration.family, people } } };
  });
  const rowsWith = async (more: Fields) => {
    const { files } = await download(c, { item: "dependants", year: "this", layout: "vertical", ...more });
    return codesIn(await cellsOf(files[0]!.bytes));
  };
  assert.deepEqual(await rowsWith({ include_non_dependants: "1" }), ["000001"]);
  assert.deepEqual(await rowsWith({ include_non_dependants: "0" }), []);
  assert.deepEqual(await rowsWith({}), []);
});

Deno.test("what was stored is in the file: a 個人番号 only as 有, 社員番号 with its zeros, and names as they are", async () => {
  await using c = await declaredCompany((one) => {
    const self = { ...one.declaration.self, firstName: "=1+1" };
    return { ...one, declaration: { ...one.declaration, self } };
  });
  const { files } = await download(c, { item: "employee", year: "this" });
  const [header, first, second] = await cellsOf(files[0]!.bytes);
  const cell = (row: string[], name: string) => row[header!.indexOf(name)];
  assert.deepEqual([first, second].map((row) => cell(row!, "マイナンバーの有無")), ["有", "無"]);
  assert.equal(cell(first!, "名"), "=1+1");
  assert.equal(cell(first!, "本年中の給与収入"), "10950000");
});

const SALES: Range = { kind: "condition", departments: ["営業部"], employmentTypes: [] };

Deno.test("a role with a range gets its range; 確定 and download roles may, 確認 may not, and all groups only 管理者", async () => {
  await using c = await declaredCompany();
  const narrow = await c.user(testUser("range", { role: "download", range: SALES, employeeCode: "000001" }));
  const fields = { item: "previous_jobs" };
  const { job, files } = await download(c, fields, { user: narrow });
  assert.equal(job.message, "1名分の前職情報を作成しました。");
  assert.deepEqual(codesIn(await cellsOf(files[0]!.bytes)), ["000001"]);

  const sent = Object.entries({ format: "generic", ...fields });
  const ask = async (role: "confirm" | "download" | "check" | "none", group: string | null) => {
    const user = await c.user(testUser(role, { role }));
    return await c.accept({ operation: OPERATION, group, fields: sent }, user).then(
      () => "accepted",
      (error) => error.code,
    );
  };
  const roles = ["confirm", "download", "check", "none"] as const;
  const ofGroup = await Promise.all(roles.map((role) => ask(role, GROUP)));
  assert.deepEqual(ofGroup, ["accepted", "accepted", "forbidden", "forbidden"]);
  const ofAll = await Promise.all(roles.map((role) => ask(role, null)));
  assert.deepEqual(ofAll, ["forbidden", "forbidden", "forbidden", "forbidden"]);
});

Deno.test("a form without a choice that applies is refused by its name", async () => {
  await using c = await openCompany({ idle: true });
  await c.group(GROUP, "本社");
  const refused = async (fields: Fields) => {
    const sent = c.accept({ operation: OPERATION, group: GROUP, fields: Object.entries(fields) });
    return await sent.then(() => null, (error) => error.params.what);
  };
  assert.equal(await refused({}), "ダウンロード形式");
  assert.equal(await refused({ format: "generic" }), "ダウンロード対象項目");
  assert.equal(await refused({ format: "generic", item: "employee" }), "ダウンロード対象年度");
  assert.equal(await refused({ format: "generic", item: "insurance" }), "項目の並び");
  assert.equal(await refused({ format: "generic", item: "insurance", layout: "diagonal" }), "項目の並び");
  assert.equal(await refused({ format: "generic", item: "housing_loan", year: "never" }), null);
  assert.equal(await refused({ format: "bugyo", item: "nonsense" }), null);
});

Deno.test("a group without employees: the header alone, and 完了", async () => {
  await using c = await openCompany();
  await c.group(GROUP, "空");
  const { job, files } = await download(c, { item: "dependants", year: "next", layout: "vertical" });
  assert.deepEqual([job.status, job.message], ["completed", "0名分の扶養家族の情報を作成しました。"]);
  const rows = await cellsOf(files[0]!.bytes);
  assert.deepEqual(rows, [[...LISTS.dependents_info_next_year_vertical.header]]);
});
