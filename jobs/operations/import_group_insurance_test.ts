import assert from "node:assert/strict";
import { CONTRACT_LIMITS } from "../../domain/insurance.ts";
import { Refusal } from "../../domain/errors.ts";
import { contractOf, datOf, type RecordValues } from "../../formats/dat/dat_test_tools.ts";
import type { DatFormat } from "../../formats/dat/layout.ts";
import { csvOf, insuranceCompany, insuranceOf } from "../insurance/fixture.ts";
import { ADMIN, cellsOf, type Company, type Ended, fileOf, TENANT } from "../test_tools.ts";

const RESULT = "団体生保データ取り込み結果.csv";
const HEADER = [
  "行番号",
  "氏名コード",
  "社員番号",
  "保険料種別",
  "保険会社等の名称",
  "証券番号",
  "保険料金額",
  "取り込み結果",
  "エラー内容",
];

const upload = async (
  c: Company,
  format: string,
  content: Uint8Array<ArrayBuffer> | string,
  name?: string,
) => {
  const { id } = await c.accept({
    operation: "import_group_insurance",
    fields: [["format", format]],
    file: fileOf(content, name ?? (format === "csv" ? "団体.csv" : "DANTAI.DAT")),
  });
  return await c.ended(id);
};
/** A file of contracts of these 社員番号. */
const run = (c: Company, format: DatFormat, lines: [code: string, more?: RecordValues][]) =>
  upload(c, format, datOf(format, lines.map(([code, more]) => contractOf(format, code, more))));

const contractsOf = async (c: Company, code: string) => (await insuranceOf(c, code)).contracts;
const resultOf = async ({ files }: Ended) => {
  assert.deepEqual(files.map(({ name, type }) => [name, type]), [[RESULT, "text/csv; charset=shift_jis"]]);
  const [header, ...rows] = await cellsOf(files[0]!.bytes, "shift_jis");
  assert.deepEqual(header, HEADER);
  return rows;
};

Deno.test("LINC registers 生命保険料控除 of whoever the 氏名コード names without its leading zeros", async () => {
  await using c = await insuranceCompany({ more: ["330", "12345678901"] });
  const { job, result } = await run(c, "linc", [
    ["1", {
      holder: "ﾔﾏﾓﾄ ｶﾞｸﾄ",
      beneficiary: "髙﨑 ①",
      premiumKind: "pension_old",
      paymentStartsOn: "2041-04-01",
    }],
    ["330", { premiumKind: "care", period: "999", holder: "" }],
    ["000002", { premiumKind: "life_old", period: "", company: "0103" }],
  ]);
  assert.equal(job.title, "団体保険料のインポート");
  assert.deepEqual([job.status, job.message], ["completed", "3件の団体保険料を登録しました。"]);
  assert.deepEqual([result.errors, result.attachments, job.progress], [[], [], { done: 3, total: 3 }]);
  assert.deepEqual(await contractsOf(c, "000001"), [{
    id: `${job.id}-1-1`,
    kind: "pension",
    source: "group",
    company: "あおば生命保険相互会社",
    type: "",
    period: "10年",
    holder: "ヤマモト ガクト",
    beneficiary: "髙﨑 ①",
    relation: "",
    generation: "old",
    quake: null,
    social: null,
    paymentStartsOn: "2041-04-01",
    amount: 12_000,
    policyNumber: "123456789",
    editable: false,
    electronic: false,
  }]);
  const [care] = await contractsOf(c, "330");
  // Nobody is named as 契約者: the employee.
  assert.deepEqual([care?.kind, care?.generation, care?.period, care?.holder], [
    "care",
    null,
    "終身",
    "山田 花子",
  ]);
  const [old] = await contractsOf(c, "000002");
  assert.deepEqual([old?.generation, old?.period, old?.company], ["old", "", "つばき生命保険相互会社"]);
});

Deno.test("損保標準 registers 生命 and 地震 of whoever has the very 氏名コード; headings and totals are passed over", async () => {
  await using c = await insuranceCompany({ more: ["330", "A330"] });
  const { job } = await upload(
    c,
    "sonpo",
    datOf("sonpo", [
      { recordType: "heading", nameCode: "ﾐﾎﾝ" },
      contractOf("sonpo", "330", { premiumKind: "earthquake" }),
      contractOf("sonpo", "A330", { premiumKind: "old_long_term", amount: "000000000" }),
      contractOf("sonpo", "330", { premiumKind: "life_new" }),
      { recordType: "total", nameCode: "9" },
    ], { lineEnd: "", end: "\x1a" }),
  );
  assert.deepEqual([job.status, job.message], ["completed", "3件の団体保険料を登録しました。"]);
  assert.deepEqual((await contractsOf(c, "330")).map(({ kind, quake }) => [kind, quake]), [
    ["earthquake", "earthquake"],
    ["life", null],
  ]);
  const [old] = await contractsOf(c, "A330");
  assert.deepEqual([old?.quake, old?.amount], ["old_long_term", 0]);
});

Deno.test("every record that cannot be taken is told why, and the result tells of all", async () => {
  await using c = await insuranceCompany({ more: ["330"] });
  const ended = await run(c, "linc", [
    ["1"],
    ["999"],
    ["1", { company: "9999", policyNumber: "X-1" }],
    ["4"],
    ["2", { premiumKind: "8", amount: "12000", paymentStartsOn: "20260230" }],
    ["330", { holder: "ﾔﾏﾀﾞ" }],
    ["1"],
  ]);
  assert.equal(ended.job.status, "completed_with_errors");
  assert.equal(
    ended.job.message,
    "2件の団体保険料を登録しました。1件は登録済みです。" +
      "4件はエラーです（該当する従業員が見つかりませんでした：1件、会社コードが定義されていません：1件、ほか2種類）。",
  );
  assert.deepEqual(ended.result.details.slice(0, 2), [
    "2件の団体保険料を登録しました。",
    "1件は登録済みのため、重ねて登録しませんでした。",
  ]);
  const reasons = [
    "該当する従業員が見つかりませんでした。社員番号を確認してください。",
    "会社コードが定義されていません（9999）。CSVファイルで取り込んでください。",
    "依頼ステータスが「未依頼」ではありません（依頼中）。依頼を未依頼に戻してから、やり直してください。",
    "データのフォーマットが正しくありません（保険料種別、保険料金額、支払開始日）。" +
    "ファイルの発行元に確認するか、CSVファイルで取り込んでください。",
  ];
  assert.deepEqual(ended.result.errors, [
    { line: 2, key: "0000000999", reason: reasons[0] },
    { line: 3, key: "000001", reason: reasons[1] },
    { line: 4, key: "000004", reason: reasons[2] },
    { line: 5, key: "000002", reason: reasons[3] },
  ]);
  const kind = "一般の生命保険料（新）";
  const company = "あおば生命保険相互会社";
  const number = "123456789";
  assert.deepEqual(await resultOf(ended), [
    ["1", "0000000001", "000001", kind, company, number, "12000", "登録", ""],
    ["2", "0000000999", "", kind, company, number, "12000", "エラー", reasons[0]],
    ["3", "0000000001", "000001", kind, "エラー", "X-1", "12000", "エラー", reasons[1]],
    ["4", "0000000004", "000004", kind, company, number, "12000", "エラー", reasons[2]],
    ["5", "0000000002", "000002", "エラー", company, number, "エラー", "エラー", reasons[3]],
    ["6", "0000000330", "330", kind, company, number, "12000", "登録", ""],
    ["7", "0000000001", "000001", kind, company, number, "12000", "登録済み", ""],
  ]);
  assert.equal((await contractsOf(c, "000001")).length, 1);
  assert.equal((await contractsOf(c, "000004")).length, 0);
});

Deno.test("損保標準 matches 氏名コード as they stand, and says where zeros may be lost", async () => {
  await using c = await insuranceCompany();
  const { result } = await run(c, "sonpo", [["1"], ["000001"], ["0001"], ["ｱ"]]);
  const unknown = "該当する従業員が見つかりませんでした。社員番号を確認してください。";
  assert.deepEqual(result.errors.map(({ line, key, reason }) => [line, key, reason]), [
    [1, "1", `${unknown}先頭の0が消えていませんか（例：000001）。`],
    [3, "0001", `${unknown}先頭の0が消えていませんか（例：000001）。`],
    [4, "ｱ", unknown],
  ]);
});

Deno.test("where 社員番号 differ in leading zeros only LINC is refused as a whole, 損保標準 is not", async () => {
  await using c = await insuranceCompany({ more: ["1", "A1", "0A1"] });
  const refused = await run(c, "linc", [["2"]]);
  assert.deepEqual([refused.job.status, refused.job.message], [
    "failed",
    "取り込みに失敗しました。先頭の0の数だけが違う社員番号があり、氏名コードと照合できません（1、000001）。",
  ]);
  assert.deepEqual(refused.files, []);
  assert.equal((await contractsOf(c, "000002")).length, 0);
  assert.equal((await run(c, "sonpo", [["1"], ["000001"]])).job.status, "completed");
});

Deno.test("the same file again is 登録済み, and 完了; an unlike record of the same 証券番号 is another contract", async () => {
  await using c = await insuranceCompany();
  for (
    const message of [
      "2件の団体保険料を登録しました。",
      "0件の団体保険料を登録しました。2件は登録済みです。",
    ]
  ) {
    const { job, files } = await run(c, "linc", [["1"], ["2"]]);
    assert.deepEqual([job.status, job.message, files], ["completed", message, []]);
  }
  await run(c, "linc", [["1", { amount: "000012001" }]]);
  assert.deepEqual((await contractsOf(c, "000001")).map(({ amount }) => amount), [12_000, 12_001]);
});

Deno.test("a person takes as many contracts as the limits allow; each one more is refused, together or scattered", async () => {
  await using c = await insuranceCompany();
  const kinds = ["life_new", "care", "pension_new", "life_old", "pension_old"];
  const lines: [string, RecordValues][] = Array.from({ length: 22 }, (_, i) => [
    "000001",
    { premiumKind: kinds[i % 5]!, policyNumber: `L${i}` },
  ]);
  const quakes: [string, RecordValues][] = Array.from({ length: 12 }, (_, i) => [
    "000001",
    { premiumKind: i % 2 ? "earthquake" : "old_long_term", policyNumber: `E${i}` },
  ]);
  const mixed = [...lines.slice(0, 11), ["000002"] as [string], ...quakes, ...lines.slice(11)];
  const ended = await run(c, "sonpo", mixed);
  const tooMany =
    "社員番号000001に対する「一般の生命保険料・介護医療保険料・個人年金保険料」の件数が多すぎます。" +
    "登録済みのものと合わせて20件以内にしてください。";
  const tooManyQuakes = "社員番号000001に対する「地震保険料控除」の件数が多すぎます。" +
    "登録済みのものと合わせて10件以内にしてください。";
  assert.deepEqual(ended.result.errors.map(({ line, reason }) => [line, reason]), [
    [23, tooManyQuakes],
    [24, tooManyQuakes],
    [34, tooMany],
    [35, tooMany],
  ]);
  const contracts = await contractsOf(c, "000001");
  assert.equal(contracts.length, CONTRACT_LIMITS.life + CONTRACT_LIMITS.earthquake);
  assert.deepEqual(
    contracts.filter(({ kind }) => kind !== "earthquake").map(({ policyNumber }) => policyNumber),
    lines.slice(0, 20).map(([, { policyNumber }]) => policyNumber),
  );
  assert.equal((await resultOf(ended)).length, mixed.length);
});

Deno.test("a file that can be seen to be wrong is turned away, and nothing is stored", async () => {
  await using c = await insuranceCompany();
  const linc = datOf("linc", [contractOf("linc", "1"), contractOf("linc", "2")]);
  const sonpo = datOf("sonpo", [{ recordType: "heading", nameCode: "ﾐﾎﾝ" }, contractOf("sonpo", "330")]);
  const cases: [string, Uint8Array<ArrayBuffer>, string, string, object][] = [
    ["linc", sonpo, "a.dat", "dat_other_format", { chosen: "LINC形式", actual: "損保標準形式" }],
    ["sonpo", linc, "a.dat", "dat_other_format", { chosen: "損保標準形式", actual: "LINC形式" }],
    ["linc", linc.slice(0, 199), "a.dat", "dat_records", { record: 2 }],
    ["linc", new Uint8Array(0), "a.dat", "empty_file", {}],
    ["linc", new Uint8Array([0x1a]), "a.dat", "empty_file", {}],
    ["linc", new TextEncoder().encode("x".repeat(300)), "a.dat", "dat_no_format", { chosen: "LINC形式" }],
    ["sonpo", new TextEncoder().encode("社員番号,姓\r\n"), "a.dat", "dat_records", { record: 1 }],
    ["linc", linc, "a.csv", "wrong_extension", { name: "a.csv", expected: "DAT（.dat）" }],
    ["csv", linc, "a.dat", "wrong_extension", { name: "a.dat", expected: "CSV（.csv）" }],
    ["xml", linc, "a.dat", "bad_request", { what: "format" }],
  ];
  for (const [format, bytes, name, code, params] of cases) {
    await assert.rejects(upload(c, format, bytes, name), (error) => {
      assert.ok(error instanceof Refusal, String(error));
      assert.deepEqual([error.code, error.code === "bad_request" || error.params], [
        code,
        code === "bad_request" || params,
      ]);
      return true;
    });
  }
  const { jobs } = await c.service.list({ tenant: TENANT, user: ADMIN }, {});
  assert.deepEqual(jobs, []);
  assert.deepEqual(await Array.fromAsync(c.files.blobKv.list({ prefix: [] })), []);
});

Deno.test("a CSV registers by row, and its refused rows come back under the same name", async () => {
  await using c = await insuranceCompany();
  const row = {
    "一般の生命保険料1:保険会社等の名称": "みどり生命",
    "一般の生命保険料1:保険期間": "10年",
    "一般の生命保険料1:新・旧区分": "新",
    "一般の生命保険料1:保険料金額": "24000",
    "一般の生命保険料1:証券番号": "A-1",
  };
  const ended = await upload(c, "csv", csvOf([{ 社員番号: "000001", ...row }, { 社員番号: "9", ...row }]));
  assert.equal(
    ended.job.message,
    "1名の団体保険料を登録しました。1件はエラーです（該当する従業員が見つかりませんでした：1件）。",
  );
  assert.deepEqual(ended.files.map(({ name }) => name), [RESULT]);
  const [header, ...rows] = await cellsOf(ended.files[0]!.bytes);
  assert.deepEqual(header, ["社員番号", ...Object.keys(row), "エラー内容"]);
  assert.deepEqual(rows.map((cells) => [cells[0], cells.at(-1)]), [
    ["9", "該当する従業員が見つかりませんでした。社員番号を確認してください。"],
  ]);
  assert.equal((await contractsOf(c, "000001")).length, 1);
});

Deno.test("workers die on the way: what is registered, refused and told is as of one clean run", async () => {
  const people = Array.from({ length: 400 }, (_, i) => `7${String(i).padStart(5, "0")}`);
  // Everybody's lines are scattered over two batches; 7000xx are repeated, and some are nobody's.
  const lines = [...people, ...people.slice(0, 300), ...people.slice(0, 100), "799999", ...people, "1", "1"]
    .map((code, i): [string, RecordValues] => [
      code,
      { policyNumber: `P${i % 500}`, ...(i % 37 === 0 ? { company: "9999" } : {}) },
    ]);
  const outcome = async (deaths: readonly number[]) => {
    let commits = 0;
    const died: number[] = [];
    await using c: Company = await insuranceCompany({
      more: people,
      committerOfWorkers: (committer) => ({
        async commit(change, priority) {
          const result = await committer.commit(change, priority);
          if (!change.mutations.some((m) => m.key[2] === "checkpoint")) return result;
          commits++;
          if (!deaths.includes(commits)) return result;
          died.push(commits);
          c.breakWorkers();
          return await new Promise(() => {});
        },
      }),
    });
    const { job, result, files } = await run(c, "linc", lines);
    const registered = await Promise.all(
      people.map(async (code) =>
        (await contractsOf(c, code)).map(({ id, policyNumber }) => [id.replace(job.id, ""), policyNumber])
      ),
    );
    return {
      died,
      commits,
      outcome: [job.status, job.message, job.progress, result.details, result.errors, registered],
      file: await cellsOf(files[0]!.bytes, "shift_jis"),
    };
  };
  const clean = await outcome([]);
  assert.equal(clean.file.length, lines.length + 1);
  // Two deaths, since the third would end the job: in the middle of a round, and in the second batch.
  for (const deaths of [[1, 8], [5, clean.commits - 1]]) {
    const died = await outcome(deaths);
    assert.deepEqual(died.died, deaths);
    assert.deepEqual(died.outcome, clean.outcome);
    assert.deepEqual(died.file, clean.file);
  }
});
