import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { createHash } from "node:crypto";
import { type Client, signIn } from "./support/client.ts";
import { claim, run } from "./support/jobs.ts";
import { listPeople } from "./support/people.ts";
import { findProgram } from "./support/programs.ts";
import { readCsvWithPython } from "./support/python.ts";
import { sharedApp } from "./support/shared.ts";

const COLUMNS = [
  "依頼グループ",
  "ステータス",
  "対象外理由",
  "社員番号",
  "部署",
  "氏名",
  "雇用形態",
  "今年扶養控除",
  "来年扶養控除",
  "保険控除",
  "基礎控除兼所得控除兼配偶者控除",
  "前職情報",
  "住宅ローン",
  "差戻し日",
  "コメント日時（直近のみ）",
  "コメント（直近のみ）",
];
const STATUSES = ["未依頼", "依頼中", "入力中", "回答済み", "修正依頼中", "再回答", "確定", "回答期限切れ"];

const python = await findProgram("python3");
const ignore = python === null;
const shared = sharedApp();

interface Taken {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  records: string[][];
}

/** Makes 依頼状況一覧 of a group, or of all, and reads it with Python. */
async function take(client: Client, group?: string): Promise<Taken> {
  const job = await run(client, { operation: "download_request_statuses", group });
  strictEqual(job.status, "completed", job.message);
  const claimed = await claim(client, job.id);
  const answer = await client.fetch(claimed.headers.get("location")!);
  const bytes = await answer.bytes();
  const [file] = job.attachments;
  strictEqual(bytes.length, file!.size);
  strictEqual(createHash("sha256").update(bytes).digest("hex"), file!.sha256);
  const disposition = answer.headers.get("content-disposition")!;
  const name = decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(disposition)![1]!);
  strictEqual(name, file!.name);
  deepStrictEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf], "a BOM, so that Excel opens it");
  return { name, bytes, records: await readCsvWithPython(python!, bytes, "utf-8-sig") };
}

function checkRows(rows: string[][], groups: readonly string[], codes: readonly string[]) {
  for (const row of rows) strictEqual(row.length, COLUMNS.length);
  deepStrictEqual([...new Set(rows.map((row) => row[0]))].sort(), [...groups].sort());
  deepStrictEqual(rows.map((row) => row[3]!).sort(), [...codes].sort());
  for (const row of rows) ok(STATUSES.includes(row[1]!), row[1]!);
}

Deno.test({
  name: "依頼状況一覧 of one group, read by Python",
  ignore,
  async fn() {
    const admin = await signIn(shared.app, "admin");
    const members = (await listPeople(admin)).filter(({ group }) => group === "本社");
    const client = await signIn(shared.app, "download");
    const { name, bytes, records } = await take(client, await client.group("本社"));
    match(name, /^依頼状況一覧_\d{14}\.csv$/);
    deepStrictEqual(records[0], COLUMNS);
    const rows = records.slice(1);
    checkRows(rows, ["本社"], members.map(({ code }) => code));
    const names = new Map(members.map(({ code, lastName, firstName }) => [code, `${lastName} ${firstName}`]));
    for (const row of rows) strictEqual(row[5]!.replace("\u3000", " "), names.get(row[3]!)!);
    match(new TextDecoder().decode(bytes), /^[^\n]*コメント（直近のみ）\r\n[^]*\r\n$/);
  },
});

Deno.test({
  name: "依頼状況一覧 of all groups holds everybody who is asked, in all eight statuses",
  ignore,
  async fn() {
    const admin = await signIn(shared.app, "admin");
    const members = (await listPeople(admin)).filter(({ group }) => group !== "");
    const { records } = await take(admin);
    deepStrictEqual(records[0], COLUMNS);
    checkRows(records.slice(1), ["本社", "工場", "店舗"], members.map(({ code }) => code));
    deepStrictEqual([...new Set(records.slice(1).map((row) => row[1]!))].sort(), [...STATUSES].sort());
  },
});

Deno.test({
  name: "a person with a range gets the employees of the range only",
  ignore,
  async fn() {
    const client = await signIn(shared.app, "range");
    const { records } = await take(client, await client.group("本社"));
    const departments = new Set(records.slice(1).map((row) => row[4]));
    deepStrictEqual([...departments], ["営業部"]);
  },
});

Deno.test("a claimed file is served in ranges", async () => {
  const client = await signIn(shared.app, "download");
  const job = await run(client, {
    operation: "download_request_statuses",
    group: await client.group("工場"),
  });
  const path = (await claim(client, job.id)).headers.get("location")!;
  const whole = await (await client.fetch(path)).bytes();
  const part = await client.fetch(path, { headers: { range: "bytes=100-199" } });
  strictEqual(part.status, 206);
  strictEqual(part.headers.get("content-range"), `bytes 100-199/${whole.length}`);
  deepStrictEqual(await part.bytes(), whole.slice(100, 200));
  const past = await client.fetch(path, { headers: { range: `bytes=${whole.length}-` } });
  strictEqual(past.status, 416);
  strictEqual(past.headers.get("content-range"), `bytes */${whole.length}`);
  await past.body?.cancel();
});
