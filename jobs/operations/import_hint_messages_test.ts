import assert from "node:assert/strict";
import { questionOf, QUESTIONS } from "../../domain/questionnaire.ts";
import { encodeCp932 } from "../../formats/cp932.ts";
import { commitChange } from "../../kv/guarded.ts";
import { hintCsv } from "../hint_csv.ts";
import { findOperation } from "../registry.ts";
import { templateOf } from "../template.ts";
import {
  ADMIN,
  cellsOf,
  type Company,
  type CompanyOptions,
  fileOf,
  openCompany,
  TENANT,
  testUser,
} from "../test_tools.ts";

const HEAD = "g-head";
const KIND = "import_hint_messages";

async function company(options: CompanyOptions = {}): Promise<Company> {
  const c = await openCompany(options);
  await c.group(HEAD, "本社");
  await c.group("g-plant", "工場");
  return c;
}

async function run(c: Company, csv: string | Uint8Array<ArrayBuffer>, group = HEAD) {
  const { id } = await c.accept({ operation: KIND, group, file: fileOf(csv, "ヒント.csv") });
  return await c.ended(id);
}

const own = async (c: Company, group = HEAD) => [...await c.stores.hints.of(group)];
const template = () => {
  const input = findOperation(KIND)!.input!;
  assert.ok("type" in input && input.type === "csv");
  return templateOf(input);
};

Deno.test("hints are set, set back and left; the group beside it keeps its own", async () => {
  await using c = await company();
  const text = 'まず\n<a href="https://x.example/?a=1&amp;b=2">案内</a>を読む';
  const first = await run(
    c,
    `設問番号,アンケートタイトル,ヒント\r\n4,何でも,"${text.replaceAll('"', '""')}"\r\n2,,二\r\n9,,\r\n`,
  );
  assert.equal(first.job.title, "本社のアンケートのヒントメッセージ一括設定");
  assert.equal(first.job.status, "completed");
  assert.equal(first.job.message, "2件のヒントを設定しました。0件のヒントを初期設定に戻しました。");
  assert.deepEqual(first.result.details, [
    "2件のヒントを設定しました。",
    "0件のヒントを初期設定に戻しました。",
    "1件は変更がありませんでした。",
  ]);
  assert.deepEqual(await own(c), [[2, "二"], [4, text]]);

  const second = await run(c, `ヒント,設問番号\r\n${questionOf(2)!.hint},2\r\n  ,4\r\n九,9\r\n`);
  assert.equal(second.job.message, "1件のヒントを設定しました。2件のヒントを初期設定に戻しました。");
  assert.deepEqual(await own(c), [[9, "九"]]);
  assert.deepEqual(await own(c, "g-plant"), []);
});

Deno.test("the template names every question, and taken as it is it changes nothing", async () => {
  await using c = await company();
  const rows = await cellsOf(template());
  assert.deepEqual(rows[0], ["設問番号", "アンケートタイトル", "ヒント"]);
  assert.deepEqual(rows.slice(1).map(([number]) => Number(number)), QUESTIONS.map(({ number }) => number));
  assert.equal(rows.find(([number]) => number === "13")?.[2], questionOf(13)?.hint);
  const { job, result } = await run(c, template());
  assert.equal(job.status, "completed");
  assert.equal(result.details.at(-1), `${QUESTIONS.length}件は変更がありませんでした。`);
  assert.deepEqual(await own(c), []);
});

Deno.test("the current settings of one group are what another one takes over, whatever a spreadsheet makes of them", async () => {
  await using c = await company();
  const texts = ["=1+1", "'=1", "-", '改行\nと,"引用"', "＝全角", "+81 3"];
  const csv = texts.map((text, i) => `${QUESTIONS[i]!.number},,"${text.replaceAll('"', '""')}"`).join("\r\n");
  await run(c, `設問番号,アンケートタイトル,ヒント\r\n${csv}\r\n`);
  const settings = hintCsv(await c.stores.hints.of(HEAD));
  assert.match(new TextDecoder().decode(settings), /,'=1\+1\r\n/);
  const { job } = await run(c, settings, "g-plant");
  assert.equal(job.status, "completed");
  assert.deepEqual(await own(c, "g-plant"), await own(c));
  assert.equal((await c.stores.hints.of("g-plant")).get(QUESTIONS[0]!.number), "=1+1");
});

Deno.test("rows that cannot be taken are told why, and come back corrected", async () => {
  await using c = await company();
  const rows = [
    "2,,良い",
    "5,,番号がない",
    "002,,番号の書き方が違う",
    `${"9".repeat(30)},,長い番号`,
    ",,番号なし",
    "3,,<script>alert(1)</script>",
    '4,,"<a href=""javascript:alert(1)"">x</a>"',
    `6,,${"あ".repeat(2001)}`,
    "7,,見えない\u202e文字",
    "8,,重複",
    "8,,重複",
    "9,,,余り",
  ];
  const { job, result, files } = await run(
    c,
    `設問番号,アンケートタイトル,ヒント\r\n${rows.join("\r\n")}\r\n`,
  );
  assert.equal(job.status, "completed_with_errors");
  assert.deepEqual(await own(c), [[2, "良い"]]);
  assert.deepEqual(result.errors.map(({ line, key, reason }) => [line, key, reason.split("。")[0]]), [
    [3, "5", "この番号の設問はありません（5）"],
    [4, "002", "この番号の設問はありません（002）"],
    [5, "9".repeat(30), `この番号の設問はありません（${"9".repeat(20)}）`],
    [6, "", "必須の項目が入力されていません（設問番号）"],
    [7, "3", "ヒントに使えないタグがあります（<script>）"],
    [8, "4", 'ヒントのリンク先に使えないアドレスがあります（<a href="javascript:alert(1)">）'],
    [9, "6", "ヒントの文字数が上限を超えています（2001文字）"],
    [10, "7", "ヒントに使えない文字があります"],
    [11, "8", "同じ内容の行が重複しています（設問番号：8）"],
    [12, "8", "同じ内容の行が重複しています（設問番号：8）"],
    [13, "9", "列の数が項目名と合いません（4列）"],
  ]);
  const [file] = files;
  assert.equal(file?.name, "ヒント_エラー.csv");
  const cells = await cellsOf(file!.bytes);
  assert.deepEqual(cells[0], ["設問番号", "アンケートタイトル", "ヒント", "エラー内容"]);
  assert.equal(cells.length, 12);

  const corrected = new TextDecoder().decode(file!.bytes).split("\r\n")
    .filter((line) => /^(設|3)/.test(line.replace("\ufeff", ""))).join("\r\n")
    .replace("<script>alert(1)</script>", "正しい");
  const again = await run(c, `${corrected}\r\n`);
  assert.equal(again.job.status, "completed");
  assert.deepEqual(await own(c), [[2, "良い"], [3, "正しい"]]);
});

Deno.test("a Shift_JIS file is read too", async () => {
  await using c = await company();
  const { job } = await run(c, encodeCp932("設問番号,ヒント\r\n2,髙﨑①～\r\n").bytes);
  assert.equal(job.status, "completed");
  assert.deepEqual(await own(c), [[2, "髙﨑①～"]]);
});

Deno.test("a header that does not fit is refused before anything is stored", async () => {
  await using c = await company();
  for (
    const header of [
      "設問番号,アンケートタイトル",
      "ヒント",
      "設問番号,ヒント,メモ",
      "設問番号,ヒント,ヒント",
    ]
  ) {
    await assert.rejects(run(c, `${header}\r\n2,x\r\n`), { code: "bad_header" }, header);
  }
  assert.deepEqual((await c.service.list({ tenant: TENANT, user: ADMIN }, {})).jobs, []);
});

Deno.test("依頼グループ設定・データダウンロード may do it, 依頼と確認 may not", async () => {
  await using c = await company();
  const file = () => fileOf("設問番号,ヒント\r\n2,x\r\n");
  const download = await c.user(testUser("download", { role: "download" }));
  const { id } = await c.accept({ operation: KIND, group: HEAD, file: file() }, download);
  assert.equal((await c.ended(id, download)).job.status, "completed");
  const check = await c.user(testUser("check", { role: "check" }));
  await assert.rejects(c.accept({ operation: KIND, group: HEAD, file: file() }, check), {
    code: "forbidden",
  });
});

/** Deletes 本社, in which nobody is. */
async function deleteHead({ files, committer, stores }: Company) {
  const group = (await stores.groups.get(HEAD))!;
  const guards = [stores.groups.guard(), stores.members.guard(HEAD)];
  await commitChange(files.kv, committer, { guards, compute: () => stores.groups.remove(group) });
}

const GONE = ["failed", "処理を実行できませんでした。対象の依頼グループが削除されました。"];

Deno.test("a group that is deleted while its job waits keeps no hints, and the job says why", async () => {
  await using c = await company();
  await run(c, "設問番号,ヒント\r\n2,x\r\n4,y\r\n");
  assert.equal((await own(c)).length, 2);
  const go = c.hold();
  const { id } = await c.accept({ operation: KIND, group: HEAD, file: fileOf("設問番号,ヒント\r\n2,z\r\n") });
  await deleteHead(c);
  go();
  const { job } = await c.ended(id);
  assert.deepEqual([job.status, job.message], GONE);
  assert.deepEqual(await own(c), []);
});

Deno.test("a group that is deleted while its job writes keeps no hints either", async () => {
  let deleted = false;
  await using c: Company = await company({
    committerOfWorkers: (committer) => ({
      async commit(change, priority) {
        if (!deleted && change.mutations.some(({ key }) => key[4] === "hint")) {
          deleted = true;
          await deleteHead(c);
        }
        return await committer.commit(change, priority);
      },
    }),
  });
  const { job } = await run(c, "設問番号,ヒント\r\n2,x\r\n");
  assert.ok(deleted);
  assert.deepEqual([job.status, job.message], GONE);
  assert.deepEqual(await own(c), []);
});

Deno.test("a worker that dies on the way leaves what one clean run leaves", async () => {
  let died = false;
  await using c: Company = await company({
    committerOfWorkers: (committer) => ({
      async commit(change, priority) {
        const result = await committer.commit(change, priority);
        if (died || !change.mutations.some(({ key }) => key[2] === "checkpoint")) return result;
        died = true;
        c.breakWorkers();
        return await new Promise(() => {});
      },
    }),
  });
  const rows = QUESTIONS.map(({ number }) => `${number},文${number}`);
  const { job } = await run(c, `設問番号,ヒント\r\n${rows.join("\r\n")}\r\n999,無い\r\n`);
  assert.ok(died);
  assert.equal(
    job.message,
    `${QUESTIONS.length}件のヒントを設定しました。0件のヒントを初期設定に戻しました。1件はエラーです（この番号の設問はありません：1件）。`,
  );
  assert.deepEqual(await own(c), QUESTIONS.map(({ number }) => [number, `文${number}`]));
});
