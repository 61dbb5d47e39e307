import { deepStrictEqual, doesNotMatch, match, ok, strictEqual } from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { MOUNTED_NAMES } from "../domain/originals.ts";
import { DOCUMENT_LABELS } from "../domain/request.ts";
import { bookmarksIn } from "../formats/pdf/test_tools.ts";
import { cellsOf } from "../jobs/test_tools.ts";
import { sampleCompany } from "../sources/sample/companies.ts";
import { sampleSource } from "../sources/sample.ts";
import { open } from "./support/browser.ts";
import { PASSWORD, signIn } from "./support/client.ts";
import { examine } from "./support/examine.ts";
import { download, run } from "./support/jobs.ts";
import { tabTo } from "./support/keyboard.ts";
import { acceptedJob, openDialog, openRequests, saveAttachment } from "./support/operating.ts";
import { pdfText } from "./support/pdf_text.ts";
import { chromiumPath, findProgram } from "./support/programs.ts";
import { sharedApp, sharedBrowser } from "./support/shared.ts";

/** PDFs that open from pages: a document and the 台紙 of one person, for staff and for the employee; row 27. */
const EMPLOYEES = 60;
const shared = sharedApp({ env: { SAMPLE_EMPLOYEES: `${EMPLOYEES}` } });
const sharedChromium = sharedBrowser();
const pdftotext = await findProgram("pdftotext");
const ignore = chromiumPath === null || pdftotext === null;

const TITLE = "生命保険等証明書原本の台紙";
const THIS_YEAR = DOCUMENT_LABELS.this_year_dependants;
const HIDDEN = "＊".repeat(12);

/** Somebody of 本社 who is 回答済み and has an original for the 台紙, with the own 個人番号. */
interface Person {
  code: string;
  name: string;
  number: string;
  /** 依頼詳細. */
  home: string;
}

let person: Person;
Deno.test.beforeAll(async () => {
  if (ignore) return;
  const admin = await signIn(shared.app, "admin");
  const group = await admin.group("本社");
  const job = await run(admin, { operation: "download_originals", group });
  const [, ...rows] = await cellsOf(await download(admin, job.id));
  const codes = rows.filter(([, status, , , , original]) =>
    status === "回答済み" && MOUNTED_NAMES.includes(original!.replace(/\d+$/, ""))
  ).map(([, , code]) => code!);
  const source = sampleSource(sampleCompany(EMPLOYEES));
  const people = (await source.employeesByCode(codes)).filter((one) => one !== null);
  const numbers = (await source.myNumbers!(people)).map((all) => all.find(({ relative }) => !relative));
  const at = numbers.findIndex((own) => own !== undefined);
  const { code, lastName, firstName } = people[at]!;
  const found = await admin.fetch(`/groups/${group}/requests?q=${code}`, {
    headers: { accept: "text/html" },
  });
  const home = new RegExp(`/groups/${group}/requests/[\\w-]+`).exec(await found.text())![0];
  person = { code: code!, name: `${lastName} ${firstName}`, number: numbers[at]!.number, home };
});

/** What a browser gets behind a link that the keyboard comes to, whether it shows PDFs or saves them. */
async function pdfBehind(page: Page, link: Locator): Promise<Uint8Array<ArrayBuffer>> {
  const href = (await link.getAttribute("href"))!;
  const [response] = await Promise.all([
    page.waitForResponse((one) => one.url().endsWith(href)),
    page.keyboard.press("Enter"),
  ]);
  strictEqual(response.status(), 200);
  match(response.headers()["content-disposition"]!, /^inline; /);
  const again = await page.request.get(href);
  strictEqual(again.headers()["content-type"], "application/pdf");
  return new Uint8Array(await again.body());
}

/** The text of a PDF without its blanks: letters that stand in cells of their own are words then. */
async function plainText(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return (await pdfText(pdftotext!, bytes)).replace(/\s/g, "");
}

const plainName = () => person.name.replace(" ", "");

Deno.test({
  name:
    "staff open a document by keyboard from 書類一覧, from its page and from 依頼詳細, and see no 個人番号",
  ignore,
  async fn() {
    const places: [path: string, link: string | RegExp][] = [
      [
        `${person.home.replace(/requests\/.*/, "documents")}?q=${person.code}`,
        `PDF：${person.name}の${THIS_YEAR}`,
      ],
      [`${person.home}/documents/this_year_dependants`, "PDFで表示"],
      [person.home, `${THIS_YEAR}のPDF`],
    ];
    for (const [path, name] of places) {
      await using window = await open(sharedChromium.browser, shared.app, {
        as: "check",
        bypassContentPolicy: true,
      });
      const { page } = window;
      await page.goto(path);
      await examine(page, path);
      const link = page.getByRole("link", { name, exact: true });
      await tabTo(page, link);
      const text = await plainText(await pdfBehind(page, link));
      ok(text.includes("給与所得者の扶養控除等（異動）申告書"), path);
      ok(text.includes(plainName()), path);
      ok(text.includes(HIDDEN), path);
      doesNotMatch(text, new RegExp(person.number), path);
    }
  },
});

Deno.test({
  name: "［書類をダウンロード］ of ［書類をチェック］ saves the document under 社員番号, 氏名 and 書類名",
  ignore,
  async fn() {
    await using window = await open(sharedChromium.browser, shared.app, { as: "check" });
    const { page } = window;
    await page.goto(`${person.home}/documents/this_year_dependants`);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "書類をダウンロード" }).click(),
    ]);
    strictEqual(file.suggestedFilename(), `${person.code}_${person.name}_${THIS_YEAR}.pdf`);
    const text = await plainText(await Deno.readFile(await file.path()));
    ok(text.includes(plainName()) && text.includes(HIDDEN));
  },
});

Deno.test({
  name: "the 台紙 of one employee from 依頼の操作, by keyboard and without JavaScript",
  ignore,
  async fn() {
    for (const javaScript of [true, false]) {
      await using window = await open(sharedChromium.browser, shared.app, { as: "check", javaScript });
      const { page } = window;
      await page.goto(person.home);
      const menu = page.locator("summary, button").filter({ hasText: "依頼の操作" });
      if (javaScript) await page.getByRole("button", { name: "依頼の操作" }).waitFor();
      await tabTo(page, menu);
      await page.keyboard.press("Enter");
      const item = page.getByText(`${TITLE}ダウンロード`, { exact: true });
      if (javaScript) await page.keyboard.press("ArrowDown");
      else await tabTo(page, item);
      const bytes = await pdfBehind(page, item);
      const text = await plainText(bytes);
      for (const part of [TITLE, person.code, plainName(), "本社"]) ok(text.includes(part), part);
      deepStrictEqual(bookmarksIn(bytes), [TITLE]);
    }
  },
});

Deno.test({
  name: "row 27 from ダウンロード▼: one PDF of the group, by 社員番号; who may not download has no such menu",
  ignore,
  async fn() {
    await using window = await open(sharedChromium.browser, shared.app, { as: "download" });
    const { page } = window;
    await openRequests(page, "本社");
    const dialog = await openDialog(page, "ダウンロード", `${TITLE}をダウンロード`);
    await dialog.getByRole("heading", { name: `${TITLE}のダウンロード`, exact: true }).waitFor();
    await dialog.getByRole("button", { name: "ダウンロード", exact: true }).click();
    await page.goto(`/background-jobs/${await acceptedJob(page)}`);
    await page.getByText("完了", { exact: true }).filter({ visible: true }).first().waitFor();
    await page.getByRole("heading", { level: 1, name: `本社${TITLE}`, exact: true }).waitFor();
    const { name, bytes } = await saveAttachment(page);
    match(name, new RegExp(`^${TITLE}_本社_\\d{14}\\.pdf$`));
    const codes = bookmarksIn(bytes).map((bookmark) => bookmark.split(" ")[0]!);
    deepStrictEqual(codes, codes.toSorted());
    ok(codes.includes(person.code));
    const pages = (await pdfText(pdftotext!, bytes)).split("\f").map((text) => text.replace(/\s/g, ""));
    for (const code of codes) ok(pages.some((text) => text.includes(code)), code);
    ok(pages.slice(0, -1).every((text) => text.includes(TITLE) && text.includes("依頼グループ本社")));

    await using other = await open(sharedChromium.browser, shared.app, { as: "check" });
    await openRequests(other.page, "本社");
    strictEqual(await other.page.getByRole("button", { name: "ダウンロード", exact: true }).count(), 0);
  },
});

/** Gives the person an account, as an invitation does. */
async function invite(): Promise<string> {
  const admin = await signIn(shared.app, "admin");
  const email = "own@sample.example";
  const post = (path: string, fields: Record<string, string>) =>
    admin.fetch(path, {
      method: "POST",
      headers: { accept: "text/html", "sec-fetch-site": "same-origin" },
      body: new URLSearchParams(fields),
    });
  const fields = { name: person.name, email, code: person.code, role: "none" };
  const invited = await (await post("/settings/accounts", fields)).text();
  const [link] = /\/invitations\/[\w-]+/.exec(invited)!;
  strictEqual((await post(link, { password: PASSWORD, again: PASSWORD })).status, 303);
  return email;
}

Deno.test({
  name:
    "an employee opens the own document with the own 個人番号, which is on record, and the 台紙 of the group",
  ignore,
  async fn() {
    const admin = await signIn(shared.app, "admin");
    await run(admin, { operation: "sync_my_numbers", group: await admin.group("本社") });
    await using staff = await open(sharedChromium.browser, shared.app, { as: "admin" });
    await staff.page.goto(`${person.home.replace(/requests\/.*/, "settings/documents")}`);
    await staff.page.getByLabel(`${TITLE}を使って提出する`).check();
    await staff.page.getByRole("button", { name: "保存" }).click();
    await staff.page.getByText("保存しました").first().waitFor();
    const preview = await staff.page.request.get(`${person.home}/documents/this_year_dependants/pdf`);
    const shown = await plainText(new Uint8Array(await preview.body()));
    ok(shown.includes(HIDDEN) && !shown.includes(person.number), "not even for a 管理者");

    await using window = await open(sharedChromium.browser, shared.app, {
      as: await invite(),
      bypassContentPolicy: true,
    });
    const { page } = window;
    await page.goto("/my");
    await examine(page, "/my with documents");
    const own = page.getByRole("link", { name: `${THIS_YEAR}（PDF）` });
    await tabTo(page, own);
    const text = await plainText(await pdfBehind(page, own));
    ok(text.includes(person.number), "the own number");
    ok(text.includes(plainName()));

    await page.goto("/my");
    const sheet = page.getByRole("link", { name: `${TITLE}（PDF）` });
    await tabTo(page, sheet);
    ok((await plainText(await pdfBehind(page, sheet))).includes(person.code));

    await staff.page.goto("/settings/my-numbers");
    await staff.page.getByText("本人が開いた書類に印字").first().waitFor();
    doesNotMatch(await staff.page.content(), new RegExp(person.number));
  },
});
