import assert from "node:assert/strict";
import { Refusal } from "../../domain/errors.ts";
import { encodeCp932 } from "../../formats/cp932.ts";
import { csvOf, insuranceCompany, insuranceOf, insure } from "../insurance/fixture.ts";
import { templateOf } from "../template.ts";
import { cellsOf, type Company, fileOf } from "../test_tools.ts";
import { diesTwice, type Outcome } from "../twice_dead_fixture.ts";
import { importLastYearInsurance } from "./import_last_year_insurance.ts";

const run = async (c: Company, csv: string | Uint8Array<ArrayBuffer>, name = "昨年.csv") => {
  const { id } = await c.accept({ operation: "import_last_year_insurance", file: fileOf(csv, name) });
  return await c.ended(id);
};

const LIFE = { "一般の生命保険料1:保険会社等の名称": "みどり生命", "一般の生命保険料1:新・旧区分": "旧" };
const SOCIAL = { "社会保険料控除1:社会保険の種類": "国民年金・国民年金基金" };

const said = async (c: Company, code: string) =>
  (await insuranceOf(c, code)).contracts.map(({ source, kind, company }) => [source, kind, company]);

Deno.test("昨年の保険料 of each person in the file is replaced; 団体, 本人 and 担当者 stay, and so does everybody else", async () => {
  await using c = await insuranceCompany();
  await run(c, csvOf([{ 社員番号: "000001", ...LIFE }, { 社員番号: "000002", ...LIFE }]));
  const [life] = (await insuranceOf(c, "000001")).contracts;
  assert.deepEqual([life?.editable, life?.amount, life?.generation], [true, null, "old"]);
  const others = (["group", "self", "staff"] as const).map((source) => ({ ...life!, id: source, source }));
  await insure(c, "000001", {
    contracts: [life!, ...others],
    dc: { amount: 5, editable: false },
    registered: ["x"],
  });
  const { job, result } = await run(
    c,
    csvOf([{ 社員番号: "000001", ...SOCIAL }, { 社員番号: "000003", ...LIFE }]),
  );
  assert.deepEqual([job.title, job.status, job.message], [
    "昨年の保険料のインポート",
    "completed",
    "2名の昨年の保険料を登録しました。",
  ]);
  assert.deepEqual(result.errors, []);
  assert.deepEqual(await said(c, "000001"), [
    ["group", "life", "みどり生命"],
    ["self", "life", "みどり生命"],
    ["staff", "life", "みどり生命"],
    ["last_year", "social", ""],
  ]);
  const { dc, registered } = await insuranceOf(c, "000001");
  assert.deepEqual([dc, registered], [{ amount: 5, editable: false }, ["x"]]);
  assert.deepEqual(await said(c, "000002"), [["last_year", "life", "みどり生命"]]);
});

Deno.test("a row of 社員番号 alone clears what was there from last year", async () => {
  await using c = await insuranceCompany();
  await run(c, csvOf([{ 社員番号: "000001", ...LIFE }]));
  const { job } = await run(c, "社員番号\r\n000001\r\n000002\r\n");
  assert.equal(job.message, "2名の昨年の保険料を登録しました。");
  assert.deepEqual(await said(c, "000001"), []);
});

Deno.test("who was asked already, who is unknown, and more than the limits: each is told", async () => {
  await using c = await insuranceCompany();
  const quakes = Object.fromEntries(
    Array.from({ length: 10 }, (_, i) => [`地震保険料控除${i + 1}:保険期間`, "5年"]),
  );
  await run(c, csvOf([{ 社員番号: "000002", ...LIFE, ...quakes }]));
  const own = (await insuranceOf(c, "000002")).contracts.map((one) => ({ ...one, source: "self" as const }));
  await insure(c, "000002", { contracts: own });
  const pensions = Object.fromEntries(
    Array.from({ length: 11 }, (_, i) => [`社会保険料控除${i + 1}:社会保険の種類`, "国民年金・国民年金基金"]),
  );
  const { job, result, files } = await run(
    c,
    csvOf([
      { 社員番号: "000004", ...LIFE },
      { 社員番号: "３", ...LIFE },
      { 社員番号: "3", ...LIFE },
      { 社員番号: "000002", "地震保険料控除1:保険期間": "1年" },
      { 社員番号: "000001", ...pensions },
      { 社員番号: "000003", "個人年金保険料1:支払い開始日": "2026/2/29" },
    ]),
  );
  assert.deepEqual(result.errors.map(({ reason }) => reason), [
    "依頼ステータスが「未依頼」ではありません（依頼中）。依頼を未依頼に戻してから、やり直してください。",
    "該当する従業員が見つかりませんでした。社員番号を確認してください。",
    "該当する従業員が見つかりませんでした。社員番号を確認してください。先頭の0が消えていませんか（例：000003）。",
    "社員番号000002に対する「地震保険料控除」の件数が多すぎます。登録済みのものと合わせて10件以内にしてください。",
    "社員番号000001に対する「社会保険料控除」の件数が多すぎます。登録済みのものと合わせて、社会保険の種類ごとに10件以内にしてください。",
    "支払い開始日の書式が不正です（個人年金保険料1:支払い開始日）。実在する日付を2017/04/01のように入力してください。",
  ]);
  assert.equal(job.status, "completed_with_errors");
  assert.equal(files[0]?.name, "昨年_エラー.csv");
  assert.deepEqual(await said(c, "000001"), []);
});

Deno.test("a header that is not the template's is told as 不正なヘッダ, and nothing is stored", async () => {
  await using c = await insuranceCompany();
  await assert.rejects(run(c, "社員番号,一般の生命保険料21:保険期間\r\n000001,1年\r\n"), (error) => {
    assert.ok(error instanceof Refusal);
    assert.equal(error.code, "insurance_header");
    assert.match(String(error.params.problems), /一般の生命保険料21:保険期間/);
    return true;
  });
});

Deno.test("the template, in Shift_JIS with every column, registers one of each kind", async () => {
  await using c = await insuranceCompany({ more: ["000123"] });
  if (importLastYearInsurance.input === undefined || "by" in importLastYearInsurance.input) throw new Error();
  if (importLastYearInsurance.input.type !== "csv") throw new Error();
  const { job } = await run(c, templateOf(importLastYearInsurance.input));
  assert.equal(job.message, "1名の昨年の保険料を登録しました。");
  assert.deepEqual((await said(c, "000123")).map(([, kind]) => kind), [
    "life",
    "care",
    "pension",
    "earthquake",
    "social",
  ]);
});

Deno.test("the error CSV, corrected in Shift_JIS and uploaded again, leaves everybody once", async () => {
  await using c = await insuranceCompany();
  const rows = [{ 社員番号: "000001", 姓: "髙﨑①", ...LIFE }, { 社員番号: "2", 姓: "～ｶﾅ", ...LIFE }];
  const first = await run(c, encodeCp932(csvOf(rows)).bytes);
  const [file] = first.files;
  assert.equal(file?.type, "text/csv; charset=shift_jis");
  const cells = await cellsOf(file!.bytes, "shift_jis");
  assert.deepEqual(cells.map(([code, name]) => [code, name]), [["社員番号", "姓"], ["2", "～ｶﾅ"]]);
  const text = new TextDecoder("shift_jis").decode(file!.bytes).replace("\r\n2,", "\r\n000002,");
  for (let i = 0; i < 2; i++) {
    const again = await run(c, encodeCp932(text).bytes);
    assert.equal(again.job.message, "1名の昨年の保険料を登録しました。");
  }
  assert.deepEqual(await said(c, "000001"), [["last_year", "life", "みどり生命"]]);
  assert.deepEqual(await said(c, "000002"), [["last_year", "life", "みどり生命"]]);
});

Deno.test("workers die twice on the way: what is replaced, refused and left is as of one clean run", async () => {
  const codes = Array.from({ length: 150 }, (_, i) => `9${String(i).padStart(5, "0")}`);
  await diesTwice(async (deadly): Promise<Outcome> => {
    await using c: Company = await insuranceCompany({ more: codes, ...deadly(() => c.breakWorkers()) });
    const rows = [...codes, "nobody"].map((code) => ({ 社員番号: code, ...LIFE, ...SOCIAL }));
    const ended = await run(c, csvOf(rows));
    return { ended, stored: await Promise.all(codes.map((code) => said(c, code))) };
  });
});

Deno.test("the dialog says how many an employee may have", () => {
  assert.ok(
    importLastYearInsurance.dialog.description.some((text) =>
      text.includes("合わせて20件、地震保険は10件、社会保険は種類ごとに10件まで")
    ),
  );
});
