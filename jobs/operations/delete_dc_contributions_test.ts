import assert from "node:assert/strict";
import { ask, insuranceCompany, insuranceOf, insure, PLANT } from "../insurance/fixture.ts";
import { type Company, person } from "../test_tools.ts";
import { diesTwice, type Outcome } from "../twice_dead_fixture.ts";

const run = async (c: Company) =>
  await c.ended((await c.accept({ operation: "delete_dc_contributions" })).id);
const dcOf = async (c: Company, code: string) => (await insuranceOf(c, code)).dc;

Deno.test("locked amounts of 未依頼 people go; 許可する is kept in any status, locked ones of others are errors", async () => {
  await using c = await insuranceCompany({ more: ["000005"] });
  await ask(c, "000005", PLANT, "confirmed");
  await insure(c, "000001", { dc: { amount: 1, editable: false }, registered: ["x"] });
  await insure(c, "000002", { dc: { amount: 2, editable: true } });
  await insure(c, "000003", { dc: { amount: 3, editable: false } });
  await insure(c, "000004", { dc: { amount: 4, editable: true } });
  await insure(c, "000005", { dc: { amount: 5, editable: false } });
  const { job, result } = await run(c);
  assert.equal(
    job.message,
    "2名の企業型確定拠出年金を削除しました。対象外のため処理しなかった従業員が2名います。" +
      "1件はエラーです（依頼ステータスが「未依頼」ではありません：1件）。",
  );
  assert.deepEqual(result.details.slice(0, 2), [
    "2名の企業型確定拠出年金を削除しました。",
    "2名は従業員による情報の編集が「許可する」のため削除しませんでした。",
  ]);
  assert.deepEqual(result.errors.map(({ key }) => key), ["000005"]);
  const left = await Promise.all(
    ["000001", "000002", "000003", "000004", "000005"].map((code) => dcOf(c, code)),
  );
  assert.deepEqual(left.map((dc) => dc?.amount ?? null), [null, 2, null, 4, 5]);
  assert.deepEqual((await insuranceOf(c, "000001")).registered, ["x"]);
});

Deno.test("workers die twice on the way: what is deleted, kept and refused is as of one clean run", async () => {
  const codes = Array.from({ length: 300 }, (_, i) => `9${String(i).padStart(5, "0")}`);
  const inNone = codes.slice(0, 20);
  await diesTwice(async (deadly): Promise<Outcome> => {
    await using c: Company = await insuranceCompany({ more: inNone, ...deadly(() => c.breakWorkers()) });
    await c.members(PLANT, codes.slice(20).map((code) => person(code)));
    await ask(c, codes[0]!, PLANT, "answering");
    for (const [i, code] of codes.entries()) {
      await insure(c, code, { dc: { amount: i, editable: i % 7 === 1 } });
    }
    const ended = await run(c);
    return { ended, stored: await Promise.all(codes.map((code) => dcOf(c, code))) };
  });
});
