import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import type { Page } from "playwright-core";
import { DOCUMENT_LABELS } from "../domain/request.ts";
import { open } from "./support/browser.ts";
import { signIn } from "./support/client.ts";
import { examine } from "./support/examine.ts";
import { download, post, run } from "./support/jobs.ts";
import { isFocused, tabTo } from "./support/keyboard.ts";
import { acceptedJob, openRequests, saveAttachment } from "./support/operating.ts";
import { pdfText } from "./support/pdf_text.ts";
import { chromiumPath, findProgram } from "./support/programs.ts";
import { sharedApp, sharedBrowser } from "./support/shared.ts";
import { readFilesWithPython, testWithUnzip } from "./support/zip.ts";

/** Rows 36 to 40: the dialog of several documents, and the ZIP of PDFs as other programs read it. */
const shared = sharedApp({ env: { SAMPLE_EMPLOYEES: "60" } });
const sharedChromium = sharedBrowser();
const python = await findProgram("python3");
const unzip = await findProgram("unzip");
const pdftotext = await findProgram("pdftotext");
const unjudged = python === null || unzip === null || pdftotext === null;
const ignore = chromiumPath === null || unjudged;

const { this_year_dependants: THIS, insurance: INSURANCE, housing_loan: LOAN } = DOCUMENT_LABELS;
const TITLE = "本社の書類ダウンロード";
const NOTHING = "「ダウンロードする書類」が選択されていません。1つ以上選択してください。";

async function openDocuments(page: Page): Promise<void> {
  await openRequests(page, "本社");
  await page.getByRole("link", { name: "書類一覧" }).click();
  await page.getByRole("heading", { level: 2, name: "書類一覧" }).waitFor();
}

/** The ZIP on the page of a job: its PDFs by name, each read by Python. */
async function zipOn(page: Page): Promise<Record<string, Uint8Array<ArrayBuffer>>> {
  await page.getByRole("heading", { level: 1, name: TITLE, exact: true }).waitFor();
  while (await page.getByText("実行中", { exact: true }).first().isVisible()) await page.reload();
  const { name, bytes } = await saveAttachment(page);
  match(name, /^書類_本社_\d{14}\.zip$/);
  await testWithUnzip(unzip!, bytes);
  return await readFilesWithPython(python!, bytes);
}

/** What of `{社員番号}_{氏名}_{書類名}.pdf` names the document. */
const labelsIn = (files: object) =>
  [...new Set(Object.keys(files).map((name) => name.match(/^\d{6}_[^_]+_(.+)\.pdf$/)?.[1]))].sort();

Deno.test({
  name: "by keyboard: nothing ticked is said at the boxes; two ticked documents are PDFs of who has them",
  ignore,
  async fn() {
    await using opened = await open(sharedChromium.browser, shared.app, { as: "download" });
    const { page } = opened;
    await openDocuments(page);
    const button = page.getByRole("button", { name: "ダウンロード", exact: true });
    await tabTo(page, button.first());
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("heading", { name: "書類のダウンロード", exact: true }).waitFor();
    const box = (label: string) => dialog.getByRole("checkbox", { name: label, exact: true });
    strictEqual(await dialog.getByRole("checkbox").count(), 5);
    strictEqual(await dialog.getByRole("checkbox", { checked: true }).count(), 0);
    await examine(page, "the dialog");

    await tabTo(page, dialog.getByRole("button", { name: "ダウンロード", exact: true }));
    await page.keyboard.press("Enter");
    await dialog.getByText(NOTHING).waitFor();
    ok(await isFocused(box(THIS)));
    strictEqual(await box(THIS).getAttribute("aria-invalid"), "true");
    await examine(page, "the dialog with its error");

    await page.keyboard.press("Space");
    await tabTo(page, box(INSURANCE));
    await page.keyboard.press("Space");
    await tabTo(page, box(LOAN));
    await page.keyboard.press("Space");
    await page.keyboard.press("Space");
    deepStrictEqual([await box(INSURANCE).isChecked(), await box(LOAN).isChecked()], [true, false]);
    await tabTo(page, dialog.getByRole("button", { name: "ダウンロード", exact: true }));
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "hidden" });

    await page.goto(`/background-jobs/${await acceptedJob(page)}`);
    const files = await zipOn(page);
    deepStrictEqual(labelsIn(files), [THIS, INSURANCE].sort());
    const [name, bytes] = Object.entries(files).find(([name]) => name.includes(THIS))!;
    const text = await pdfText(pdftotext!, bytes);
    ok(text.includes("給与所得者の扶養控除等（異動）申告書"), text);
    for (const word of name.split("_")[1]!.split(" ")) ok(text.includes(word), word);
  },
});

Deno.test({
  name: "without JavaScript: nothing ticked is said by the server, what is ticked is kept and made",
  ignore,
  async fn() {
    await using opened = await open(sharedChromium.browser, shared.app, {
      as: "download",
      javaScript: false,
    });
    const { page } = opened;
    await openDocuments(page);
    await page.getByRole("link", { name: "ダウンロード", exact: true }).click();
    const main = page.getByRole("main");
    const start = main.getByRole("button", { name: "ダウンロード", exact: true });
    await start.click();
    await main.getByText("「ダウンロードする書類」が選択されていません").waitFor();
    await main.getByRole("checkbox", { name: LOAN, exact: true }).check();
    await start.click();
    await page.locator("#flash").getByRole("link").first().click();
    deepStrictEqual(labelsIn(await zipOn(page)), [LOAN]);
  },
});

Deno.test({
  name: "管理者 prints 個人番号, another role ＊; who may not download has no button and is refused",
  ignore: unjudged,
  async fn() {
    const [admin, other, checker] = await Promise.all(
      ["admin", "download", "check"].map((who) => signIn(shared.app, who)),
    );
    const group = await admin!.group("本社");
    await run(admin!, { operation: "sync_my_numbers", group });
    const what = {
      operation: "download_documents",
      group,
      fields: [["documents", "this_year_dependants"]] as [string, string][],
    };
    const textOf = async (client: typeof admin) => {
      const job = await run(client!, what);
      const files = await readFilesWithPython(python!, await download(client!, job.id));
      return (await pdfText(pdftotext!, Object.values(files)[0]!)).replace(/\s/g, "");
    };
    match(await textOf(admin), /\d{12}/);
    const masked = await textOf(other);
    match(masked, /＊{12}/);
    strictEqual(/(?<!\d)\d{12}(?!\d)/.test(masked), false);

    strictEqual((await post(checker!, what)).status, 403);
    const page = await checker!.fetch(`/groups/${group}/documents`, { headers: { accept: "text/html" } });
    strictEqual((await page.text()).includes("download_documents"), false);
  },
});
