import { deepStrictEqual, match, strictEqual } from "node:assert/strict";
import type { JobDetailView } from "../jobs/view.ts";
import { signIn } from "./support/client.ts";
import { utf8Csv } from "./support/csv.ts";
import { run } from "./support/jobs.ts";
import { badRows, HEADER, masterOnly } from "./support/members_csv.ts";
import { listPeople } from "./support/people.ts";
import { sharedApp } from "./support/shared.ts";

const EMPLOYEES = 300;
const shared = sharedApp({ env: { SAMPLE_EMPLOYEES: String(EMPLOYEES), MAX_UPLOAD_ROWS: "500" } });

/** Imports `bytes` into 工場 as 管理者. */
async function importFile(bytes: BlobPart): Promise<JobDetailView> {
  const admin = await signIn(shared.app, "admin");
  const group = await admin.group("工場");
  return await run(admin, { operation: "add_employees_to_group", group, file: { name: "追加.csv", bytes } });
}

/** 社員番号 of people who could be added. */
async function free(): Promise<string[]> {
  const people = await listPeople(await signIn(shared.app, "admin"));
  return people.filter(({ group }) => group === "").map(({ code }) => code);
}

const WHOLE: { name: string; content(codes: string[]): string; says: RegExp }[] = [
  { name: "no rows", content: () => "社員番号,姓,名\r\n\r\n", says: /データの行がありません/ },
  {
    name: "more rows than allowed",
    content: (codes) => `社員番号\r\n${Array.from({ length: 501 }, () => `${codes[0]}\r\n`).join("")}`,
    says: /行数が上限（500行）を超えています/,
  },
  {
    name: "a quote that never closes, far down",
    content: (codes) =>
      `社員番号,姓\r\n${codes.slice(0, 50).join(",a\r\n")},a\r\n${codes[50]},"b\r\n${codes[51]},c\r\n`,
    says: /52行目でCSVの形式が崩れています/,
  },
];

for (const { name, content, says } of WHOLE) {
  Deno.test(`エラー, and nobody added: ${name}`, async () => {
    const before = await free();
    const job = await importFile(content(before));
    strictEqual(job.status, "failed");
    strictEqual(job.statusLabel, "エラー");
    match(job.message, says);
    deepStrictEqual(job.attachments, []);
    deepStrictEqual(await free(), before);
  });
}

Deno.test("完了（エラーあり）: each bad row is told by line, number and reason, the good ones are added", async () => {
  const admin = await signIn(shared.app, "admin");
  const people = await listPeople(admin);
  const spare = people.filter(({ group }) => group === "");
  const bad = badRows(EMPLOYEES, people.filter(({ group }) => group === "本社"), spare);
  const good = spare.slice(10, 14).map(({ code }) => [code, "", ""]);
  const job = await importFile(utf8Csv([HEADER, ...bad.map(({ cells }) => cells), ...good]));
  strictEqual(job.status, "completed_with_errors");
  strictEqual(job.statusLabel, "完了（エラーあり）");
  match(job.message, /^4名を追加しました。20件はエラーです（.+：\d件、.+：\d件、ほか\d種類）。$/);
  strictEqual(job.errorCount, 20);
  // One cell of the last bad row holds a line break: the good rows behind it stand one line further down.
  bad.forEach(({ cells, reason }, i) => {
    const { line, key, reason: said } = job.errors[i]!;
    strictEqual(line, i + 2);
    strictEqual(key, cells[0]);
    match(said, reason);
  });
  const added = new Set(good.map(([code]) => code));
  deepStrictEqual(await free(), spare.map(({ code }) => code).filter((code) => !added.has(code)));
});

Deno.test("retired people are left out without an error and counted", async () => {
  const [retired] = masterOnly(EMPLOYEES, "retired", 1);
  const [leaving] = masterOnly(EMPLOYEES, "leaving", 1);
  const [eligible] = masterOnly(EMPLOYEES, "eligible", 1);
  const job = await importFile(`社員番号\n${retired}\n${leaving}\n${eligible}\n`);
  strictEqual(job.status, "completed");
  strictEqual(job.message, "1名を追加しました。対象外のため処理しなかった従業員が2名います。");
  deepStrictEqual(job.details, ["1名を追加しました。", "2名は退職済みのため追加しませんでした。"]);
});
