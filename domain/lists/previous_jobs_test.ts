import assert from "node:assert/strict";
import type { PreviousJob, Slip } from "../declaration/previous_job.ts";
import { cellsIn } from "./collected_lists_fixture.ts";
import { exampleRow } from "./example_fixture.ts";
import { previousJobInfo } from "./tables/previous_job.ts";

function cells(edits: Partial<PreviousJob>[]) {
  const row = exampleRow({
    collected: (one) => {
      const { previousJob } = one.declaration;
      const jobs = edits.map((edit, n) => ({ ...previousJob.jobs[0]!, id: `${n}`, ...edit }));
      return { ...one, declaration: { ...one.declaration, previousJob: { ...previousJob, jobs } } };
    },
  });
  return cellsIn(previousJobInfo, row)[0]!;
}

Deno.test("総合: 入手不可＞取り寄せ中＞手元にある＞提出済み, and 提出済み only when all are", () => {
  const of = (...slips: (Slip | null)[]) =>
    cells(slips.map((slip) => ({ slip })))["前職情報:源泉徴収票の提出状況（総合）"];
  assert.equal(of("handed_in", "unavailable", "ordered", "at_hand"), "入手不可");
  assert.equal(of("handed_in", "ordered", "at_hand"), "取り寄せ中");
  assert.equal(of("handed_in", "at_hand", null), "手元にある");
  assert.equal(of("handed_in", "handed_in"), "提出済み");
  assert.equal(of("handed_in", null), "");
  assert.equal(of(null), "");
});

Deno.test("sums over all jobs; ten have a place; who had none has blank cells", () => {
  const ten = cells(
    Array.from({ length: 10 }, (_, n) => ({ paid: n + 1, withheld: null, name: `${n + 1}社` })),
  );
  assert.equal(ten["前職情報:支払金額の合計"], "55");
  assert.equal(ten["前職情報:源泉徴収税額の合計"], "0");
  assert.equal(ten["前職情報:社会保険料等の金額の合計"], "3000000");
  assert.deepEqual([ten["前職情報10:支払者の氏名又は名称"], ten["前職情報10:源泉徴収税額"]], ["10社", ""]);
  const none = Object.entries(cells([])).slice(9);
  assert.deepEqual(none.filter(([, cell]) => cell !== ""), []);
});
