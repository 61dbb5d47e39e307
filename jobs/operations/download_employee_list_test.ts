import assert from "node:assert/strict";
import { cellsOf, type Company, openCompany, person } from "../test_tools.ts";
import columns from "./testdata/columns.json" with { type: "json" };
import { EMPLOYEE_LIST_COLUMNS } from "./download_employee_list.ts";

const start = (c: Company) => c.accept({ operation: "download_employee_list" });

Deno.test("the columns are those of the table", () => {
  assert.deepEqual([...EMPLOYEE_LIST_COLUMNS], columns.employee_list);
});

Deno.test("everybody in the adjustment: newest group first, by 社員番号 inside, people in no group last", async () => {
  await using c = await openCompany();
  await c.group("g1", "本社");
  await c.group("g2", '店舗, "南"');
  await c.members("g1", [person("000002"), person("000001", { department: null, employmentType: null })]);
  await c.members("g2", [person("10"), person("9", { lastName: "=1+1", firstName: "-" })]);
  await c.members(null, [person("000003")]);
  const { id, title } = await start(c);
  assert.equal(title, "年末調整対象従業員一覧ダウンロード");
  const { job, result, files: [file] } = await c.ended(id);
  assert.deepEqual([job.status, job.message], ["completed", "5名分の年末調整対象従業員一覧を作成しました。"]);
  assert.deepEqual(result.details, ["5名分の年末調整対象従業員一覧を作成しました。"]);
  assert.deepEqual(job.progress, { done: 5, total: 5 });
  assert.equal(file?.name, "年末調整対象従業員一覧.csv");
  assert.equal(file?.type, "text/csv; charset=utf-8");
  assert.equal(
    new TextDecoder("utf-8", { ignoreBOM: true }).decode(file!.bytes),
    "\ufeff社員番号,姓,名,部署,雇用形態,依頼グループ\r\n" +
      '10,山田,花子,営業部,正社員,"店舗, ""南"""\r\n' +
      `9,'=1+1,-,営業部,正社員,"店舗, ""南"""\r\n` +
      "000001,山田,花子,,,本社\r\n" +
      "000002,山田,花子,営業部,正社員,本社\r\n" +
      "000003,山田,花子,営業部,正社員,\r\n",
  );
});

Deno.test("a company without targets gets the header alone, and 完了", async () => {
  await using c = await openCompany();
  const { job, files: [file] } = await c.ended((await start(c)).id);
  assert.deepEqual([job.status, job.message], ["completed", "0名分の年末調整対象従業員一覧を作成しました。"]);
  assert.deepEqual(await cellsOf(file!.bytes), [[...EMPLOYEE_LIST_COLUMNS]]);
});

Deno.test("a download that dies goes on behind its last sealed part, also when groups came meanwhile", async () => {
  let [died, sealed] = [0, 0];
  await using c: Company = await openCompany({
    sealAfterMs: -1,
    committerOfWorkers: (committer) => ({
      async commit(change, priority) {
        const result = await committer.commit(change, priority);
        const seal = change.mutations.find((m) => m.type === "set" && m.key[2] === "checkpoint");
        const done = seal?.type === "set" ? (seal.value as { done: number }).done : 0;
        if (done <= sealed || died === 2) return result;
        sealed = done;
        died++;
        // Groups that come between the attempts: before and behind the place to go on from.
        await c.group(`g${died}5`, `新しい${died}`);
        await c.members(`g${died}5`, [person(`new-${died}`)]);
        c.breakWorkers();
        return await new Promise(() => {});
      },
    }),
  });
  for (const group of ["g1", "g2", "g3"]) {
    await c.group(group, group);
    await c.members(group, [person(`${group}-a`), person(`${group}-b`)]);
  }
  const { job, files: [file] } = await c.ended((await start(c)).id);
  const rows = (await cellsOf(file!.bytes)).slice(1).map(([code]) => code!);
  assert.equal(died, 2);
  // g3 was sealed by the first attempt, g25 is newer than where the third went on, g15 older.
  assert.deepEqual(rows, ["g3-a", "g3-b", "g2-a", "g2-b", "new-1", "g1-a", "g1-b"]);
  assert.equal(job.message, "7名分の年末調整対象従業員一覧を作成しました。");
});
