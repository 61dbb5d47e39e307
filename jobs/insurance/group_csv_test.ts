import assert from "node:assert/strict";
import { groupInsuranceCsv, groupUnit, registerGroupCsv } from "./group_csv.ts";
import { ask, csvOf, HEAD, insuranceCompany, insuranceOf, insure, PLANT } from "./fixture.ts";
import { defineOperation } from "../operation.ts";
import { templateOf } from "../template.ts";
import { cellsOf, type Company, type CompanyOptions, fileOf } from "../test_tools.ts";
import { diesTwice, type Outcome } from "../twice_dead_fixture.ts";

/** The CSV half of row 5 by itself. */
const byCsv = defineOperation({
  kind: "group_csv",
  screen: "employees",
  menu: null,
  label: "団体",
  scope: "all",
  permission: "admin",
  rerun: "free",
  title: () => "団体保険料",
  dialog: { title: "団体", description: [], button: "アップロード" },
  input: groupInsuranceCsv,
  async run(job) {
    await registerGroupCsv(job);
    return job.summary({
      done: { registered: "名の団体保険料を登録しました。" },
      skipped: { known: "名は登録済みです。" },
    });
  },
});

const company = (options: CompanyOptions & { more?: string[] } = {}) =>
  insuranceCompany({ operations: [byCsv], ...options });

const run = async (c: Company, csv: string | Uint8Array<ArrayBuffer>, name?: string) => {
  const { id } = await c.accept({ operation: "group_csv", file: fileOf(csv, name) });
  return await c.ended(id);
};

const LIFE = {
  "一般の生命保険料1:保険会社等の名称": "みどり生命",
  "一般の生命保険料1:保険期間": "10年",
  "一般の生命保険料1:新・旧区分": "新",
  "一般の生命保険料1:保険料金額": "24,000",
  "一般の生命保険料1:証券番号": "A-1",
};

const holdersOf = async (c: Company, code: string) =>
  (await insuranceOf(c, code)).contracts.map(({ policyNumber, holder }) => [policyNumber, holder]);

Deno.test("contracts are appended for 未依頼 people of any group and of none; the others are told why not", async () => {
  await using c = await company();
  await insure(c, "000001", {
    contracts: (await insuranceOf(c, "000001")).contracts,
    dc: { amount: 1, editable: true },
  });
  const people = ["000001", "000002", "000003", "000004", "1", "999999"];
  const { job, result } = await run(c, csvOf(people.map((code) => ({ 社員番号: code, ...LIFE }))));
  assert.equal(
    job.message,
    "3名の団体保険料を登録しました。3件はエラーです（該当する従業員が見つかりませんでした：2件、" +
      "依頼ステータスが「未依頼」ではありません：1件）。",
  );
  assert.deepEqual(result.errors.map(({ line, key, reason }) => [line, key, reason]), [
    [
      5,
      "000004",
      "依頼ステータスが「未依頼」ではありません（依頼中）。依頼を未依頼に戻してから、やり直してください。",
    ],
    [
      6,
      "1",
      "該当する従業員が見つかりませんでした。社員番号を確認してください。先頭の0が消えていませんか（例：000001）。",
    ],
    [7, "999999", "該当する従業員が見つかりませんでした。社員番号を確認してください。"],
  ]);
  const { contracts, dc } = await insuranceOf(c, "000001");
  assert.deepEqual(dc, { amount: 1, editable: true });
  assert.deepEqual(contracts.map(({ id: _, ...said }) => said), [{
    kind: "life",
    source: "group",
    company: "みどり生命",
    type: "",
    period: "10年",
    holder: "山田 花子",
    beneficiary: "",
    relation: "",
    generation: "new",
    quake: null,
    social: null,
    paymentStartsOn: null,
    amount: 24_000,
    policyNumber: "A-1",
    editable: false,
    electronic: false,
  }]);
  assert.equal((await insuranceOf(c, "000002")).contracts.length, 1);
  assert.equal((await insuranceOf(c, "000003")).contracts.length, 1);
  assert.equal((await insuranceOf(c, "000004")).contracts.length, 0);
});

Deno.test("the same line again is 登録済み, written in any way; another line of one 証券番号 is another contract", async () => {
  await using c = await company();
  await run(c, csvOf([{ 社員番号: "000001", 姓: "山田", ...LIFE }]));
  const again = csvOf([{
    ...LIFE,
    "一般の生命保険料1:保険料金額": "２４０００",
    社員番号: " 000001 ",
    名: "x",
  }]);
  const second = await run(c, again);
  assert.deepEqual([second.job.status, second.job.message], [
    "completed",
    "0名の団体保険料を登録しました。対象外のため処理しなかった従業員が1名います。",
  ]);
  assert.equal(second.result.details[1], "1名は登録済みです。");
  assert.deepEqual(await holdersOf(c, "000001"), [["A-1", "山田 花子"]]);
  await run(c, csvOf([{ 社員番号: "000001", ...LIFE, "一般の生命保険料1:契約者氏名": "山田 太郎" }]));
  assert.deepEqual(await holdersOf(c, "000001"), [["A-1", "山田 花子"], ["A-1", "山田 太郎"]]);
});

Deno.test("a line that says anything else is another line", () => {
  const cells = Object.fromEntries(groupInsuranceCsv.columns.map(({ name, example }) => [name, example]));
  const digestOf = (more: Record<string, string>) =>
    groupUnit({ line: 2, key: "000123", cells: { ...cells, ...more } }).digest;
  const other: Record<string, string> = {
    "新・旧区分": "旧",
    "地震・旧長期": "旧長期",
    "支払い開始日": "2030/1/1",
    "保険料金額": "1",
  };
  const said = groupInsuranceCsv.columns.filter(({ name, example }) => name.includes(":") && example !== "");
  assert.equal(said.length, 36);
  const digests = said.map(({ name }) => digestOf({ [name]: other[name.split(":")[1]!] ?? "別" }));
  assert.ok(digests.every((digest) => /^[0-9a-f]{64}$/.test(digest)));
  assert.equal(new Set([digestOf({}), ...digests]).size, 37);
  assert.equal(digestOf({ "姓": "別", "名": "別" }), digestOf({}));
});

Deno.test("more than 20 or 10 with what is there: the whole row is refused", async () => {
  await using c = await company();
  const quake = {
    "保険会社等の名称": "みどり損害保険",
    "保険期間": "5年",
    "地震・旧長期": "旧長期",
    "保険料金額": "0",
    "証券番号": "Q",
  };
  const life = Object.fromEntries(Object.entries(LIFE).map(([name, text]) => [name.split(":")[1], text]));
  const { 保険期間: period, ...rest } = life;
  const pension = { ...rest, 年金支払期間: period };
  const blocks = (label: string, items: object, count: number): Record<string, string> =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => i + 1).flatMap((n) =>
        Object.entries(items).map(([name, text]) => [`${label}${n}:${name}`, text])
      ),
    );
  await run(
    c,
    csvOf([
      { 社員番号: "000001", ...blocks("一般の生命保険料", life, 20), ...blocks("地震保険料控除", quake, 10) },
    ]),
  );
  assert.equal((await insuranceOf(c, "000001")).contracts.length, 30);
  const { result } = await run(
    c,
    csvOf([
      { 社員番号: "000001", ...blocks("一般の生命保険料", life, 1) },
      {
        社員番号: "000002",
        ...blocks("一般の生命保険料", life, 20),
        ...blocks("個人年金保険料", pension, 1),
      },
      { 社員番号: "000003", ...blocks("一般の生命保険料", life, 20) },
    ]),
  );
  const reason = (code: string) =>
    `社員番号${code}に対する「一般の生命保険料・介護医療保険料・個人年金保険料」の件数が多すぎます。` +
    "登録済みのものと合わせて20件以内にしてください。";
  assert.deepEqual(result.errors.map(({ reason }) => reason), [reason("000001"), reason("000002")]);
  const eleventh = { ...blocks("地震保険料控除", { ...quake, "証券番号": "R" }, 1) };
  assert.equal(
    (await run(c, csvOf([{ 社員番号: "000001", ...eleventh }]))).result.errors[0]?.reason,
    "社員番号000001に対する「地震保険料控除」の件数が多すぎます。登録済みのものと合わせて10件以内にしてください。",
  );
  const counts = await Promise.all(
    ["000001", "000002", "000003"].map(async (code) => (await insuranceOf(c, code)).contracts.length),
  );
  assert.deepEqual(counts, [30, 0, 20]);
});

Deno.test("cells that are needed, wrong or too long are named; a row of 社員番号 alone has nothing to import", async () => {
  await using c = await company({ more: ["10", "11", "12", "13", "14"] });
  const without = (name: string) => ({ ...LIFE, [`一般の生命保険料1:${name}`]: "" });
  const { result } = await run(
    c,
    csvOf([
      { 社員番号: "000001", 姓: "山田" },
      { 社員番号: "10", ...without("保険期間"), "一般の生命保険料1:証券番号": "　" },
      { 社員番号: "11", ...LIFE, "一般の生命保険料1:新・旧区分": "新旧" },
      { 社員番号: "12", ...LIFE, "一般の生命保険料1:保険料金額": "24000円" },
      { 社員番号: "13", ...LIFE, "一般の生命保険料1:保険会社等の名称": "𠮷".repeat(51) },
      { 社員番号: "14", "個人年金保険料3:支払い開始日": "2026/02/30" },
    ]),
  );
  assert.deepEqual(result.errors.map(({ key, reason }) => [key, reason]), [
    ["000001", "インポートするデータがありませんでした。保険の項目を入力してください。"],
    [
      "10",
      "必須の項目が入力されていません（一般の生命保険料1:保険期間、一般の生命保険料1:証券番号）。" +
      "一般の生命保険料1:保険期間、一般の生命保険料1:証券番号を入力してください。",
    ],
    ["11", "項目の値が正しくありません（一般の生命保険料1:新・旧区分）。「新」か「旧」を入力してください。"],
    [
      "12",
      "項目の値が正しくありません（一般の生命保険料1:保険料金額）。0から999,999,999までの数字で入力してください。",
    ],
    [
      "13",
      "項目の文字数が上限を超えています（一般の生命保険料1:保険会社等の名称：51文字）。50文字以内にしてください。",
    ],
    [
      "14",
      "必須の項目が入力されていません（個人年金保険料3:保険会社等の名称、個人年金保険料3:年金支払期間、" +
      "個人年金保険料3:新・旧区分、個人年金保険料3:保険料金額、個人年金保険料3:証券番号）。" +
      "個人年金保険料3:保険会社等の名称、個人年金保険料3:年金支払期間、個人年金保険料3:新・旧区分、" +
      "個人年金保険料3:保険料金額、個人年金保険料3:証券番号を入力してください。",
    ],
  ]);
});

Deno.test("the template is read as it is; the error CSV corrected and uploaded again registers nobody twice", async () => {
  await using c = await company({ more: ["000123"] });
  assert.equal((await run(c, templateOf(groupInsuranceCsv))).job.message, "1名の団体保険料を登録しました。");
  const { contracts } = await insuranceOf(c, "000123");
  assert.deepEqual(contracts.map(({ kind, paymentStartsOn }) => [kind, paymentStartsOn]), [
    ["life", null],
    ["care", null],
    ["pension", "2041-04-01"],
    ["earthquake", null],
  ]);
  const rows = [{ 社員番号: "000001", ...LIFE }, { 社員番号: "2", ...LIFE }];
  const first = await run(c, csvOf(rows), "団体.csv");
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(first.files[0]!.bytes);
  assert.equal((await cellsOf(first.files[0]!.bytes)).length, 2);
  const corrected = text.replace("\r\n2,", "\r\n000002,");
  assert.equal((await run(c, corrected)).job.message, "1名の団体保険料を登録しました。");
  assert.equal(
    (await run(c, corrected)).job.message,
    "0名の団体保険料を登録しました。対象外のため処理しなかった従業員が1名います。",
  );
  assert.equal((await insuranceOf(c, "000001")).contracts.length, 1);
  assert.equal((await insuranceOf(c, "000002")).contracts.length, 1);
});

Deno.test("workers die twice on the way: what is registered, refused and left is as of one clean run", async () => {
  const codes = Array.from({ length: 150 }, (_, i) => `9${String(i).padStart(5, "0")}`);
  await diesTwice(async (deadly): Promise<Outcome> => {
    await using c: Company = await company({ more: codes, ...deadly(() => c.breakWorkers()) });
    for (const [i, code] of codes.slice(0, 3).entries()) {
      await ask(c, code, i === 0 ? HEAD : PLANT, i === 2 ? "answered" : "not_requested");
    }
    const ended = await run(c, csvOf([...codes, "nobody"].map((code) => ({ 社員番号: code, ...LIFE }))));
    const stored = await Promise.all(
      codes.map(async (code) => (await insuranceOf(c, code)).contracts.length),
    );
    return { ended, stored };
  });
});
