import assert from "node:assert/strict";
import { ask, csvOf, insuranceCompany, insuranceOf, insure, PLANT } from "../insurance/fixture.ts";
import { type Company, fileOf } from "../test_tools.ts";
import { diesTwice, type Outcome } from "../twice_dead_fixture.ts";

const run = async (c: Company, csv: string) => {
  const { id } = await c.accept({ operation: "import_dc_contributions", file: fileOf(csv) });
  return await c.ended(id);
};

const AMOUNT = "企業型年金加入者掛金";
const dcOf = async (c: Company, code: string) => (await insuranceOf(c, code)).dc;

Deno.test("the one amount is replaced and locked, and nothing else is touched", async () => {
  await using c = await insuranceCompany();
  await insure(c, "000001", { dc: { amount: 9, editable: true }, registered: ["x"] });
  const { job } = await run(
    c,
    csvOf([
      { 社員番号: "000001", 姓: "x", 名: "", [AMOUNT]: "200,000" },
      { 社員番号: "000002", [AMOUNT]: "１００" },
      { 社員番号: "000003", [AMOUNT]: "0" },
    ]),
  );
  assert.deepEqual([job.title, job.status, job.message], [
    "企業型確定拠出年金のインポート",
    "completed",
    "3名の企業型確定拠出年金を登録しました。",
  ]);
  assert.deepEqual(await insuranceOf(c, "000001"), {
    v: 1,
    contracts: [],
    dc: { amount: 200_000, editable: false },
    registered: ["x"],
  });
  assert.deepEqual(await dcOf(c, "000002"), { amount: 100, editable: false });
  assert.deepEqual(await dcOf(c, "000003"), { amount: 0, editable: false });
});

Deno.test("no amount, no number, unknown people and people who were asked are refused, each with the reason", async () => {
  await using c = await insuranceCompany();
  await insure(c, "000004", { dc: { amount: 7, editable: true } });
  const amounts = { "000001": "", "000002": "1,00", "000003": "1000000000", "000004": "1", "000009": "1" };
  const { result } = await run(
    c,
    csvOf(Object.entries(amounts).map(([code, amount]) => ({ 社員番号: code, [AMOUNT]: amount }))),
  );
  assert.deepEqual(result.errors.map(({ reason }) => reason), [
    "必須の項目が入力されていません（企業型年金加入者掛金）。企業型年金加入者掛金を入力してください。",
    "項目の値が正しくありません（企業型年金加入者掛金）。0から999,999,999までの数字で入力してください。",
    "項目の値が正しくありません（企業型年金加入者掛金）。0から999,999,999までの数字で入力してください。",
    "依頼ステータスが「未依頼」ではありません（依頼中）。依頼を未依頼に戻してから、やり直してください。",
    "該当する従業員が見つかりませんでした。社員番号を確認してください。",
  ]);
  assert.deepEqual(await dcOf(c, "000004"), { amount: 7, editable: true });
});

Deno.test("the error CSV, corrected and uploaded again, registers the rest", async () => {
  await using c = await insuranceCompany();
  const rows = [{ 社員番号: "000001", [AMOUNT]: "1" }, { 社員番号: "2", [AMOUNT]: "=2" }];
  const { files } = await run(c, csvOf(rows));
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(files[0]!.bytes);
  assert.ok(text.includes("\r\n2,'=2,"));
  const again = await run(c, text.replace("\r\n2,'=2,", "\r\n000002,20,"));
  assert.equal(again.job.message, "1名の企業型確定拠出年金を登録しました。");
  assert.deepEqual(await dcOf(c, "000001"), { amount: 1, editable: false });
  assert.deepEqual(await dcOf(c, "000002"), { amount: 20, editable: false });
});

Deno.test("a person who is moved while the file is read keeps the amount", async () => {
  const codes = Array.from({ length: 100 }, (_, i) => `9${String(i).padStart(5, "0")}`);
  let moved = false;
  await using c: Company = await insuranceCompany({
    more: codes,
    committerOfWorkers: (committer) => ({
      async commit(change, priority) {
        if (!moved) {
          moved = true;
          for (const code of codes.slice(0, 5)) await ask(c, code, PLANT, "not_requested");
        }
        return await committer.commit(change, priority);
      },
    }),
  });
  const { job } = await run(c, csvOf(codes.map((code, i) => ({ 社員番号: code, [AMOUNT]: String(i) }))));
  assert.equal(job.message, "100名の企業型確定拠出年金を登録しました。");
  const stored = await Promise.all(codes.map((code) => dcOf(c, code)));
  assert.deepEqual(stored.map((dc) => dc?.amount), codes.map((_, i) => i));
});

Deno.test("workers die twice on the way: what is registered, refused and left is as of one clean run", async () => {
  const codes = Array.from({ length: 300 }, (_, i) => `9${String(i).padStart(5, "0")}`);
  await diesTwice(async (deadly): Promise<Outcome> => {
    await using c: Company = await insuranceCompany({ more: codes, ...deadly(() => c.breakWorkers()) });
    const rows = [...codes, "nobody"].map((code, i) => ({ 社員番号: code, [AMOUNT]: String(i) }));
    const ended = await run(c, csvOf(rows));
    return { ended, stored: await Promise.all(codes.map((code) => dcOf(c, code))) };
  });
});
