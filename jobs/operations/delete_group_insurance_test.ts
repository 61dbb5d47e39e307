import assert from "node:assert/strict";
import type { Contract } from "../../domain/insurance.ts";
import { ask, insuranceCompany, insuranceOf, insure, PLANT } from "../insurance/fixture.ts";
import { cellsOf, type Company } from "../test_tools.ts";
import { diesTwice, type Outcome } from "../twice_dead_fixture.ts";

const run = async (c: Company) => await c.ended((await c.accept({ operation: "delete_group_insurance" })).id);

const contract = (source: Contract["source"]): Contract => ({
  id: source,
  kind: "life",
  source,
  company: "みどり生命",
  type: "",
  period: "",
  holder: "",
  beneficiary: "",
  relation: "",
  generation: "new",
  quake: null,
  social: null,
  paymentStartsOn: null,
  amount: 1,
  policyNumber: "",
  editable: source !== "group",
  electronic: false,
});

Deno.test("団体 goes from everybody who is 未依頼, with what was registered; who was asked is an error", async () => {
  await using c = await insuranceCompany();
  const mixed = [contract("last_year"), contract("group"), contract("self")];
  await insure(c, "000001", { contracts: mixed, registered: ["x"], dc: { amount: 1, editable: false } });
  await insure(c, "000003", { contracts: [contract("group")], registered: ["y"] });
  await insure(c, "000004", { contracts: [contract("group")], registered: ["z"] });
  await insure(c, "000002", { contracts: [contract("self")] });
  const { job, result, files } = await run(c);
  assert.deepEqual([job.title, job.message, job.progress], [
    "団体保険料の削除",
    "2名の団体保険料を削除しました。1件はエラーです（依頼ステータスが「未依頼」ではありません：1件）。",
    { done: 3, total: 3 },
  ]);
  assert.deepEqual(result.errors.map(({ key }) => key), ["000004"]);
  assert.equal(files[0]?.name, "団体保険料の削除_エラー.csv");
  assert.deepEqual(await cellsOf(files[0]!.bytes), [
    ["社員番号", "姓", "名", "エラー内容"],
    [
      "000004",
      "山田",
      "花子",
      "依頼ステータスが「未依頼」ではありません（依頼中）。依頼を未依頼に戻してから、やり直してください。",
    ],
  ]);
  assert.deepEqual(await insuranceOf(c, "000001"), {
    v: 1,
    contracts: [contract("last_year"), contract("self")],
    registered: [],
    dc: { amount: 1, editable: false },
  });
  assert.deepEqual((await insuranceOf(c, "000003")).contracts, []);
  assert.deepEqual((await insuranceOf(c, "000004")).registered, ["z"]);
  assert.equal((await insuranceOf(c, "000002")).contracts.length, 1);
});

Deno.test("nobody has any: 完了 with nobody, and again after a deletion", async () => {
  await using c = await insuranceCompany();
  await insure(c, "000002", { contracts: [contract("group")] });
  assert.equal((await run(c)).job.message, "1名の団体保険料を削除しました。");
  const { job } = await run(c);
  assert.deepEqual([job.status, job.message], ["completed", "0名の団体保険料を削除しました。"]);
});

Deno.test("workers die twice on the way: what is deleted, refused and left is as of one clean run", async () => {
  const codes = Array.from({ length: 600 }, (_, i) => `9${String(i).padStart(5, "0")}`);
  await diesTwice(async (deadly): Promise<Outcome> => {
    await using c: Company = await insuranceCompany({ more: codes, ...deadly(() => c.breakWorkers()) });
    for (const code of codes.slice(0, 5)) await ask(c, code, PLANT, "answering");
    for (const code of codes.filter((_, i) => i % 3 === 0)) {
      await insure(c, code, { contracts: [contract("group"), contract("self")], registered: [code] });
    }
    const ended = await run(c);
    return { ended, stored: await Promise.all(codes.map((code) => insuranceOf(c, code))) };
  });
});
