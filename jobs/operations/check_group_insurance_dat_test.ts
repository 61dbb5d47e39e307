import assert from "node:assert/strict";
import { Refusal } from "../../domain/errors.ts";
import { contractOf, datOf, type RecordValues } from "../../formats/dat/dat_test_tools.ts";
import type { DatFormat } from "../../formats/dat/layout.ts";
import { insuranceCompany, insuranceOf } from "../insurance/fixture.ts";
import { cellsOf, type Company, fileOf } from "../test_tools.ts";

const HEADER = ["氏名コード", "保険料種別", "保険会社等の名称", "証券番号", "保険料金額", "判定"];

/** As a connection brings it: what is looked at when it is accepted is the beginning only. */
const inPieces = (content: Uint8Array<ArrayBuffer>) =>
  ReadableStream.from(
    Array.from(
      { length: Math.ceil(content.length / 65_536) },
      (_, i) => content.slice(i * 65_536, (i + 1) * 65_536),
    ),
  );

const check = async (c: Company, format: DatFormat, content: Uint8Array<ArrayBuffer>) => {
  const { id } = await c.accept({
    operation: "check_group_insurance_dat",
    fields: [["format", format]],
    file: { ...fileOf(content, "DANTAI.DAT"), body: inPieces(content) },
  });
  const ended = await c.ended(id);
  const [file] = ended.files;
  if (!file) return { ...ended, rows: [] };
  assert.equal(ended.files.length, 1);
  assert.deepEqual([file.name, file.type], ["団体保険ファイル確認結果.csv", "text/csv; charset=shift_jis"]);
  const [header, ...rows] = await cellsOf(file.bytes, "shift_jis");
  assert.deepEqual(header, HEADER);
  return { ...ended, rows };
};

Deno.test("a file without faults is told record by record, nobody is looked up, and nothing changes", async () => {
  await using c = await insuranceCompany();
  const { job, result, rows } = await check(
    c,
    "sonpo",
    datOf("sonpo", [
      { recordType: "heading", nameCode: "ﾐﾎﾝ" },
      contractOf("sonpo", "000001", { premiumKind: "earthquake", policyNumber: "-1+ｱ髙" }),
      contractOf("sonpo", "ｶﾞｲﾌﾞ", { amount: "123456789" }),
    ]),
  );
  assert.equal(job.title, "団体生命保険のインポートファイルチェッカー");
  assert.deepEqual([job.status, job.message], ["completed", "2件を読み取れました。"]);
  assert.deepEqual([result.errors, job.progress], [[], { done: 2, total: 2 }]);
  assert.deepEqual(rows, [
    ["000001", "地震保険料", "いずみ損害保険株式会社", "'-1+ｱ髙", "12000", "問題なし"],
    ["ｶﾞｲﾌﾞ", "一般の生命保険料（新）", "いずみ損害保険株式会社", "123456789", "123456789", "問題なし"],
  ]);
  assert.deepEqual((await insuranceOf(c, "000001")).contracts, []);
});

Deno.test("a field that cannot be read shows エラー, the record too, and why stands with the job", async () => {
  await using c = await insuranceCompany();
  const faults: RecordValues[] = [
    {},
    { nameCode: "33A" },
    { premiumKind: "9", amount: "1" },
    { company: "0999" },
    { period: "1" },
    { recordType: "55" },
    { policyNumber: "" },
  ];
  const { job, result, rows } = await check(
    c,
    "linc",
    datOf("linc", faults.map((fault) => contractOf("linc", "1", fault))),
  );
  assert.equal(job.status, "completed_with_errors");
  assert.equal(
    job.message,
    "1件を読み取れました。6件はエラーです（データのフォーマットが正しくありません：5件、会社コードが定義されていません：1件）。",
  );
  const life = "一般の生命保険料（新）";
  const company = "あおば生命保険相互会社";
  assert.deepEqual(rows, [
    ["0000000001", life, company, "123456789", "12000", "問題なし"],
    ["エラー", life, company, "123456789", "12000", "エラー"],
    ["0000000001", "エラー", company, "123456789", "エラー", "エラー"],
    ["0000000001", life, "エラー", "123456789", "12000", "エラー"],
    ["0000000001", life, company, "123456789", "12000", "エラー"],
    ["0000000001", life, company, "123456789", "12000", "エラー"],
    ["0000000001", life, company, "エラー", "12000", "エラー"],
  ]);
  const remedy = "ファイルの発行元に確認するか、CSVファイルで取り込んでください。";
  assert.deepEqual(result.errors.slice(0, 2), [
    { line: 2, key: "", reason: `データのフォーマットが正しくありません（氏名コード）。${remedy}` },
    {
      line: 3,
      key: "0000000001",
      reason: `データのフォーマットが正しくありません（保険料種別、保険料金額）。${remedy}`,
    },
  ]);
});

Deno.test("a file that is broken behind its beginning, or has no contract, ends as エラー", async () => {
  await using c = await insuranceCompany();
  const lines = Array.from({ length: 3_000 }, () => contractOf("linc", "1"));
  const whole = datOf("linc", lines);
  const broken = await check(c, "linc", whole.slice(0, whole.length - 10));
  assert.deepEqual([broken.job.status, broken.job.message], [
    "failed",
    "取り込みに失敗しました。データのフォーマットが正しくありません（3000番目のレコード）。",
  ]);
  const frame = [{ recordType: "heading", nameCode: "0" }, { recordType: "total", nameCode: "9" }];
  const empty = await check(c, "sonpo", datOf("sonpo", frame));
  assert.deepEqual([empty.job.status, empty.job.message], [
    "failed",
    "取り込みに失敗しました。インポートするデータがありませんでした。",
  ]);
  assert.deepEqual([broken.rows, empty.rows], [[], []]);
});

Deno.test("a wrong choice of format is said by name", async () => {
  await using c = await insuranceCompany();
  const linc = datOf("linc", [contractOf("linc", "1"), contractOf("linc", "2")]);
  await assert.rejects(
    check(c, "sonpo", linc),
    (error) =>
      error instanceof Refusal && error.code === "dat_other_format" && error.params.actual === "LINC形式",
  );
});

Deno.test("workers die on the way: the file and what is told are as of one clean run", async () => {
  const file = datOf(
    "linc",
    Array.from({ length: 1_500 }, (_, i) => contractOf("linc", String(i), i % 2 ? {} : { company: "9999" })),
  );
  const outcome = async (deaths: readonly number[]) => {
    let commits = 0;
    await using c: Company = await insuranceCompany({
      committerOfWorkers: (committer) => ({
        async commit(change, priority) {
          const result = await committer.commit(change, priority);
          if (!change.mutations.some((m) => m.key[2] === "checkpoint")) return result;
          if (!deaths.includes(++commits)) return result;
          c.breakWorkers();
          return await new Promise(() => {});
        },
      }),
    });
    const { job, result, rows } = await check(c, "linc", file);
    return { commits, told: [job.status, job.message, job.progress, result.errors, rows] };
  };
  const clean = await outcome([]);
  assert.equal((clean.told[4] as string[][]).length, 1_500);
  assert.deepEqual((await outcome([2, clean.commits - 1])).told, clean.told);
});
