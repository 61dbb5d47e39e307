import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { Buffer } from "node:buffer";
import type { Locator, Page } from "playwright-core";
import { contractOf, datOf, type RecordValues } from "../formats/dat/dat_test_tools.ts";
import { limitGroup } from "../domain/insurance_rules.ts";
import { decodeStream } from "../formats/charset.ts";
import { readCsv } from "../formats/csv_read.ts";
import { sampleCompany } from "../sources/sample/companies.ts";
import { sampleMembers } from "../sources/sample/members.ts";
import { open } from "./support/browser.ts";
import { type Client, signIn } from "./support/client.ts";
import { download, run } from "./support/jobs.ts";
import { scatter } from "./support/members_csv.ts";
import { acceptedJob, type ChosenFile, openDialog, saveAttachment } from "./support/operating.ts";
import { listPeople } from "./support/people.ts";
import { chromiumPath } from "./support/programs.ts";
import { sharedApp, sharedBrowser } from "./support/shared.ts";

/** Rows 5 and 41 with DAT files, from the menu to what they leave, in a browser. */
const EMPLOYEES = 600;
const shared = sharedApp({ env: { SAMPLE_EMPLOYEES: String(EMPLOYEES) } });
const sharedChromium = sharedBrowser();
const ignore = chromiumPath === null;

type Line = [code: string, more: RecordValues, reason?: RegExp];

const KINDS = ["life_new", "life_old", "care", "pension_new", "pension_old"] as const;

/** 950 contracts that can be registered, and 50 that cannot, for every reason. */
function lines(people: string[], crowded: string, asked: string[]): Line[] {
  const good = Array.from({ length: 930 }, (_, i): Line => [
    people[i % people.length]!,
    { premiumKind: KINDS[i % 5]!, policyNumber: `P-${i}`, holder: i % 2 ? "ﾔﾏﾓﾄ ｶﾞｸﾄ" : "髙﨑 花子" },
  ]);
  const ten = (line: (i: number) => Line) => Array.from({ length: 10 }, (_, i) => line(i));
  const bad = [
    ...ten((i) => [`99999${i}`, {}, /該当する従業員が見つかりませんでした/]),
    ...ten((i) => [people[i]!, { company: `900${i}` }, /会社コードが定義されていません/]),
    ...ten((i) => [asked[i]!, {}, /依頼ステータスが「未依頼」ではありません/]),
    ...ten((i) => [people[i]!, { premiumKind: "9", amount: `${i}` }, /（保険料種別、保険料金額）/]),
    ...ten((i) => [crowded, { policyNumber: `C-${20 + i}` }, /の件数が多すぎます/]),
  ];
  const filling = Array.from({ length: 20 }, (_, i): Line => [crowded, { policyNumber: `C-${i}` }]);
  return [...filling, ...scatter(good, bad)];
}

/** The first of these people who has no life insurance yet. */
function uninsured(codes: string[]): string {
  const memberOf = sampleMembers(sampleCompany(EMPLOYEES));
  return codes.find((code) => {
    const contracts = memberOf(Number(code) - 1)?.newcomer.carried?.contracts ?? [];
    return contracts.every(({ kind }) => limitGroup(kind) !== "life");
  })!;
}

const datFile = (format: "linc" | "sonpo", records: Line[], name = "DANTAI.DAT"): ChosenFile => ({
  name,
  bytes: datOf(format, records.map(([code, more]) => contractOf(format, code, more))),
});

async function send(dialog: Locator, format: string, { name, bytes }: ChosenFile, button: string) {
  await dialog.getByLabel(format, { exact: true }).check();
  const next = dialog.getByRole("button", { name: "次へ" });
  if (await next.isVisible()) await next.click();
  const field = dialog.locator("input[type=file]");
  await field.setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
  await dialog.getByRole("button", { name: button }).click();
}

/** Starts it through the menu, follows the link of the message and waits for the end on the job's page. */
async function operate(
  page: Page,
  label: string,
  format: string,
  file: ChosenFile,
  button: string,
  end: string,
) {
  await page.goto("/employees");
  await send(await openDialog(page, "インポート", label), format, file, button);
  await page.goto(`/background-jobs/${await acceptedJob(page)}`);
  await page.getByText(end, { exact: true }).filter({ visible: true }).first().waitFor();
  return await page.getByRole("main").innerText();
}

/** 依頼ステータス of the people of 本社 by 社員番号. */
async function statusesOf(admin: Client): Promise<Map<string, string>> {
  const groups: { id: string; name: string }[] = await (await admin.fetch("/groups")).json();
  const group = groups.find(({ name }) => name === "本社")!.id;
  const job = await run(admin, { operation: "download_request_statuses", group });
  strictEqual(job.status, "completed", job.message);
  const [header, ...rows] = await cells(await download(admin, job.id));
  const [code, status] = [header!.indexOf("社員番号"), header!.indexOf("ステータス")];
  return new Map(rows.map((row) => [row[code]!, row[status]!]));
}

async function cells(bytes: Uint8Array, encoding: "utf-8" | "shift_jis" = "utf-8") {
  return (await Array.fromAsync(readCsv(decodeStream(ReadableStream.from([bytes]), encoding)))).flat()
    .map((record) => record.cells);
}

Deno.test({
  name:
    "1,000 records of LINC, 50 of them bad: registered once, told one by one, and 登録済み the second time",
  ignore,
  async fn() {
    const admin = await signIn(shared.app, "admin");
    const statuses = await statusesOf(admin);
    const asked = [...statuses].filter(([, status]) => status !== "未依頼").map(([code]) => code);
    const waiting = [...statuses].filter(([, status]) => status === "未依頼").map(([code]) => code);
    const free = (await listPeople(admin)).filter(({ group }) => group === "").map(({ code }) => code);
    const [shown, ...others] = [...waiting, ...free];
    const crowded = uninsured(others);
    const people = [shown!, ...others.filter((code) => code !== crowded)];
    const records = lines(people, crowded, asked);
    strictEqual(records.length, 1_000);

    await using window = await open(sharedChromium.browser, shared.app, { as: "admin" });
    const { page } = window;
    const importFile = (file: ChosenFile, end: string) =>
      operate(page, "団体保険料をインポート", "LINC形式のDATファイル", file, "アップロード", end);
    const text = await importFile(datFile("linc", records), "完了（エラーあり）");
    ok(text.includes("950件の団体保険料を登録しました。"), text);
    ok(text.includes("50件はエラーです"), text);
    const result = await saveAttachment(page);
    strictEqual(result.name, "団体生保データ取り込み結果.csv");
    const [header, ...rows] = await cells(result.bytes, "shift_jis");
    strictEqual(header?.length, 9);
    deepStrictEqual(rows.map((row) => row[7]), records.map(([, , reason]) => reason ? "エラー" : "登録"));
    records.forEach(([, , reason], i) => reason && match(rows[i]![8]!, reason));

    // The data shows it: somebody of 本社, who only reads it.
    await page.goto("/groups");
    await page.getByRole("link", { name: /^本社/ }).click();
    await page.getByRole("row").filter({ hasText: shown }).getByRole("link").first().click();
    await page.getByRole("link", { name: "保険情報", exact: true }).click();
    const row = page.getByRole("row").filter({ hasText: "P-0" });
    const shownRow = await row.innerText();
    for (const cell of ["あおば生命保険相互会社", "12,000円"]) ok(shownRow.includes(cell), shownRow);

    const again = await importFile(datFile("linc", records), "完了（エラーあり）");
    ok(again.includes("0件の団体保険料を登録しました。") && again.includes("950件は登録済み"), again);
  },
});

Deno.test({
  name:
    "a wrong choice of format is said by name in the dialog; chosen right, the checker tells of every record",
  ignore,
  async fn() {
    await using window = await open(sharedChromium.browser, shared.app, { as: "admin" });
    const { page } = window;
    const file = datFile("sonpo", [
      ["ﾐﾎﾝ", { recordType: "heading", company: "", premiumKind: "", policyNumber: "", amount: "" }],
      ["000001", { premiumKind: "earthquake" }],
      ["ﾀﾞﾚﾓ", { company: "0999" }],
    ]);
    await page.goto("/employees");
    const dialog = await openDialog(page, "インポート", "団体保険ファイルを確認");
    await send(dialog, "LINC形式のDATファイル", file, "チェックする");
    const alert = dialog.getByRole("alert");
    await alert.getByText("損保標準形式のファイルが選択されました").waitFor();

    const text = await operate(
      page,
      "団体保険ファイルを確認",
      "損保標準形式のDATファイル",
      file,
      "チェックする",
      "完了（エラーあり）",
    );
    ok(text.includes("1件を読み取れました。"), text);
    ok(text.includes("3行目：ﾀﾞﾚﾓ：会社コードが定義されていません（0999）。"), text);
    const [, ...rows] = await cells((await saveAttachment(page)).bytes, "shift_jis");
    deepStrictEqual(rows, [
      ["000001", "地震保険料", "いずみ損害保険株式会社", "123456789", "12000", "問題なし"],
      ["ﾀﾞﾚﾓ", "一般の生命保険料（新）", "エラー", "123456789", "12000", "エラー"],
    ]);
  },
});
