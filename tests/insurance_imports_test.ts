import { match, ok, strictEqual } from "node:assert/strict";
import { Buffer } from "node:buffer";
import type { Page } from "playwright-core";
import { decodeStream } from "../formats/charset.ts";
import { readCsv } from "../formats/csv_read.ts";
import { open } from "./support/browser.ts";
import { type Client, signIn } from "./support/client.ts";
import {
  block,
  insuranceCsv,
  type InsuranceRow,
  mixed,
  type People,
  wrongCells,
  wrongPeople,
} from "./support/insurance_csv.ts";
import { download, run } from "./support/jobs.ts";
import { acceptedJob, type ChosenFile, openDialog, saveAttachment } from "./support/operating.ts";
import { listPeople } from "./support/people.ts";
import { chromiumPath } from "./support/programs.ts";
import { sharedApp, sharedBrowser } from "./support/shared.ts";

/** Rows 5 to 8 from the menu to what they leave, in a browser: 1,000 rows each, 50 of them bad. */
const shared = sharedApp({ env: { SAMPLE_EMPLOYEES: "3000" } });
const sharedChromium = sharedBrowser();
const ignore = chromiumPath === null;

const records = async (bytes: Uint8Array, encoding: "utf-8" | "shift_jis") =>
  (await Array.fromAsync(readCsv(decodeStream(ReadableStream.from([bytes]), encoding)))).flat()
    .map(({ cells }) => cells);

/** Who can be changed and who cannot; the first of `open` is in 本社. */
async function peopleOf(admin: Client): Promise<People> {
  const job = await run(admin, { operation: "download_request_statuses" });
  const [header, ...rows] = await records(await download(admin, job.id), "utf-8");
  const at = (name: string) => header!.indexOf(name);
  const statuses = rows.map((row) => ({
    code: row[at("社員番号")]!,
    group: row[at("依頼グループ名")],
    waiting: row[at("ステータス")] === "未依頼",
  }));
  const waiting = statuses.filter(({ waiting }) => waiting);
  const free = (await listPeople(admin)).filter(({ group }) => group === "");
  return {
    open: [
      ...waiting.filter(({ group }) => group === "本社"),
      ...waiting.filter(({ group }) => group !== "本社"),
      ...free,
    ].map(({ code }) => code),
    asked: statuses.filter(({ waiting }) => !waiting).map(({ code }) => code),
  };
}

/** 1,000 rows: 950 good ones of the first people, and the bad ones of those behind them. */
function rowsOf(
  { open, asked }: People,
  good: (i: number) => Record<string, string>,
  faults: Parameters<typeof wrongCells>[2],
): InsuranceRow[] {
  const rest = open.slice(950);
  const bad = [
    ...wrongPeople({ open: rest, asked }, good(0)),
    ...wrongCells(rest.slice(20), good(0), faults),
  ];
  strictEqual(bad.length, 50);
  const rows = open.slice(0, 950).map((code, i) => ({ cells: { ...good(i), 社員番号: code } }));
  return mixed(rows, bad);
}

/** Starts it through the menu, follows the link of the message, and waits for the end on the job's page. */
async function operate(page: Page, label: string, file: ChosenFile | null, end: string): Promise<string> {
  await page.goto("/employees");
  const dialog = await openDialog(page, "インポート", label);
  if (file) {
    const { name, bytes } = file;
    const csv = dialog.getByLabel("CSVファイル", { exact: true });
    if (await csv.count() > 0) {
      await csv.check();
      await dialog.getByRole("button", { name: "次へ" }).click();
    }
    await dialog.locator("input[type=file]").setInputFiles({
      name,
      mimeType: "text/csv",
      buffer: Buffer.from(bytes),
    });
  }
  await dialog.getByRole("button", { name: file ? "アップロード" : "削除", exact: true }).click();
  await page.goto(`/background-jobs/${await acceptedJob(page)}`);
  await page.getByText(end, { exact: true }).filter({ visible: true }).first().waitFor();
  return await page.getByRole("main").innerText();
}

/** The error CSV says of each bad row, in order, why it was refused. */
async function told(page: Page, rows: InsuranceRow[], name: string): Promise<string[][]> {
  const file = await saveAttachment(page);
  strictEqual(file.name, name);
  const [header, ...refused] = await records(file.bytes, "shift_jis");
  strictEqual(header!.at(-1), "エラー内容");
  const bad = rows.filter(({ reason }) => reason);
  strictEqual(refused.length, bad.length);
  refused.forEach((cells, i) => match(cells.at(-1)!, bad[i]!.reason!));
  return [header!, ...refused];
}

/** 依頼詳細 of the person with this 社員番号 of 本社. */
async function openPerson(page: Page, code: string) {
  await page.goto("/groups");
  await page.getByRole("link", { name: /^本社/ }).click();
  await page.goto(`${page.url()}?q=${code}`);
  await page.getByRole("row").filter({ hasText: code }).getByRole("link").first().click();
  await page.getByRole("navigation", { name: "収集情報" }).getByRole("link", { name: "保険情報" }).click();
  await page.getByRole("heading", { name: "保険情報" }).waitFor();
}

const LIFE = {
  "保険会社等の名称": "みどり生命",
  "保険期間": "10年",
  "新・旧区分": "旧",
};

Deno.test({
  name:
    "団体保険料 by CSV and its deletion: appended once, 登録済み the second time, gone and free to be imported anew",
  ignore,
  async fn() {
    const admin = await signIn(shared.app, "admin");
    const people = await peopleOf(admin);
    const paid = { ...LIFE, 保険料金額: "24,000", 証券番号: "0012345" };
    const good = (i: number) => block("一般の生命保険料", 1, { ...paid, 証券番号: `CSV-${i}` });
    const kind = "一般の生命保険料";
    const { 保険期間: 年金支払期間, ...rest } = paid;
    const pension = { ...rest, 年金支払期間 };
    const rows = rowsOf(people, good, [
      [block(kind, 1, { 保険期間: "" }), /^必須の項目が入力されていません（一般の生命保険料1:保険期間）/],
      [block(kind, 1, { 保険料金額: "2万円" }), /一般の生命保険料1:保険料金額.*数字で入力してください/],
      [block("個人年金保険料", 1, { ...pension, 支払い開始日: "4月" }), /^支払い開始日の書式が不正です/],
      [
        Object.fromEntries(Object.keys(good(0)).map((name) => [name, ""])),
        /^インポートするデータがありませんでした/,
      ],
      [
        Object.assign({}, ...Array.from({ length: 20 }, (_, i) => block(kind, i + 1, paid)), {
          ...block("介護医療保険料", 1, {
            保険会社等の名称: "み",
            保険期間: "終身",
            保険料金額: "1",
            証券番号: "1",
          }),
        }),
        /件数が多すぎます/,
      ],
    ]);
    await using window = await open(sharedChromium.browser, shared.app, { as: "admin" });
    const { page } = window;
    const file = { name: "団体.csv", bytes: insuranceCsv(rows) };
    const label = "団体保険料をインポート";
    const text = await operate(page, label, file, "完了（エラーあり）");
    ok(text.includes("950名の団体保険料を登録しました。50件はエラーです"), text);
    await told(page, rows, "団体生保データ取り込み結果.csv");
    const again = await operate(page, label, file, "完了（エラーあり）");
    ok(again.includes("950名は登録済み"), again);

    await openPerson(page, people.open[0]!);
    const contract = page.getByRole("row").filter({ hasText: "CSV-0" });
    for (const cell of ["みどり生命", "24,000円", "団体保険", "許可しない"]) {
      ok((await contract.innerText()).includes(cell), cell);
    }

    const deleted = await operate(page, "団体保険料を削除", null, "完了（エラーあり）");
    match(deleted, /\d+名の団体保険料を削除しました。/);
    await openPerson(page, people.open[0]!);
    strictEqual(await page.getByRole("row").filter({ hasText: "CSV-0" }).count(), 0);
    const anew = await operate(page, label, file, "完了（エラーあり）");
    ok(anew.includes("950名の団体保険料を登録しました。"), anew);
  },
});

Deno.test({
  name: "企業型確定拠出年金 and its deletion: the amounts are replaced and locked, and 許可する keeps one",
  ignore,
  async fn() {
    const admin = await signIn(shared.app, "admin");
    const people = await peopleOf(admin);
    const amount = "企業型年金加入者掛金";
    const rows = rowsOf(people, (i) => ({ 姓: "年調", [amount]: `${1_000 + i}` }), [
      [{ [amount]: "" }, /^必須の項目が入力されていません（企業型年金加入者掛金）/],
      [{ [amount]: "-1" }, /数字で入力してください/],
      [{ [amount]: "1000000000" }, /999,999,999/],
      [{ [amount]: "1,00" }, /数字で入力してください/],
      [{ [amount]: "千円" }, /数字で入力してください/],
    ]);
    await using window = await open(sharedChromium.browser, shared.app, { as: "admin" });
    const { page } = window;
    const file = { name: "掛金.csv", bytes: insuranceCsv(rows) };
    const text = await operate(page, "企業型確定拠出年金をインポート", file, "完了（エラーあり）");
    ok(text.includes("950名の企業型確定拠出年金を登録しました。50件はエラーです"), text);
    await told(page, rows, "掛金_エラー.csv");

    const [first, second] = people.open as [string, string];
    await page.goto(`/employees?q=${second}`);
    await page.getByRole("row").filter({ hasText: second }).getByRole("link").first().click();
    await page.getByRole("button", { name: "従業員による情報の編集を「許可する」に変更" }).click();
    await page.getByText("従業員による情報の編集を変更しました。").waitFor();
    await page.getByRole("button", { name: "従業員による情報の編集を「許可しない」に変更" }).waitFor();
    await openPerson(page, first);
    ok((await page.getByRole("main").innerText()).includes("1,000円"));

    const deleted = await operate(page, "企業型確定拠出年金を削除", null, "完了（エラーあり）");
    match(deleted, /\d+名は従業員による情報の編集が「許可する」のため削除しませんでした。/);
    await openPerson(page, first);
    ok((await page.getByRole("main").innerText()).includes("登録されている掛金はありません。"));
    await openPerson(page, second);
    ok((await page.getByRole("main").innerText()).includes("1,001円"));
  },
});
