import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import type { Page } from "playwright-core";
import { questionOf, QUESTIONS } from "../domain/questionnaire.ts";
import { open, type Window } from "./support/browser.ts";
import { type Client, signIn } from "./support/client.ts";
import { utf8Csv } from "./support/csv.ts";
import { examine } from "./support/examine.ts";
import { run, untilJob } from "./support/jobs.ts";
import { openDialog, openRequests, saveAttachment, upload } from "./support/operating.ts";
import { chromiumPath } from "./support/programs.ts";
import { sharedApp, sharedBrowser } from "./support/shared.ts";

/** ヒントメッセージ: row 12 from its menu to its result, and the page that sets one. */
const shared = sharedApp({ env: { SAMPLE_EMPLOYEES: "60" } });
const sharedChromium = sharedBrowser();
const ignore = chromiumPath === null;

const MENU = ["依頼グループ設定", "アンケートのヒントメッセージ一括設定（CSV）"] as const;
const PAGE = "アンケートのヒントメッセージ設定";
const HEADER = ["設問番号", "アンケートタイトル", "ヒント"];

const window = (as: string, javaScript = true): Promise<Window> =>
  open(sharedChromium.browser, shared.app, { as, javaScript });

/** The current settings of a group as its CSV has them: 設問番号 → ヒント. */
async function settings(client: Client, group: string): Promise<Map<string, string>> {
  const answer = await client.fetch(`/groups/${group}/settings/hints/export`);
  strictEqual(answer.status, 200);
  match(answer.headers.get("content-disposition")!, /^attachment; .*%E3%83%92%E3%83%B3%E3%83%88/);
  // Hints of this test hold neither commas nor quotes.
  const [, ...lines] = (await answer.text()).trimEnd().split("\r\n");
  return new Map(lines.map((line) => [line.split(",")[0]!, line.split(",").at(-1)!]));
}

const text = (page: Page) => page.getByRole("textbox", { name: "ヒント", exact: true });
const save = (page: Page) => page.getByRole("button", { name: "保存する" }).click();

Deno.test({
  name: "row 12 from its menu: 1,000 rows, the bad ones come back, corrected they are taken",
  ignore,
  async fn() {
    await using opened = await window("download");
    const { page } = opened;
    await openRequests(page, "工場");
    const dialog = await openDialog(page, ...MENU);
    const sample = dialog.getByRole("link", { name: "サンプルCSVファイルのダウンロード" });
    const [template] = await Promise.all([page.waitForEvent("download"), sample.click()]);
    strictEqual(template.suggestedFilename(), "default_question_hints.csv");
    const current = dialog.getByRole("link", { name: "現在の設定状態をCSVファイルとしてダウンロード" });
    const [before] = await Promise.all([page.waitForEvent("download"), current.click()]);
    match(before.suggestedFilename(), /^アンケートのヒント_工場_\d{14}\.csv$/);
    deepStrictEqual(
      await Deno.readFile(await before.path()),
      await Deno.readFile(await template.path()),
      "nothing is set yet",
    );
    await examine(page, "the dialog of row 12");

    const good = QUESTIONS.map(({ number, title }) => [String(number), title, `工場の${number}`]);
    const bad = [
      ["5", "", "設問がない"],
      ["", "", "番号がない"],
      ["300", "", "<b>強調</b>"],
      ["x".repeat(300), "", "長い"],
    ];
    const many = Array.from({ length: 1_000 - good.length - bad.length }, (_, i) => [`n${i}`, "", ""]);
    const csv = utf8Csv([HEADER, ...bad, ...good, ...many]);
    const id = await upload(page, dialog, { name: "工場.csv", bytes: csv });
    const client = await signIn(shared.app, "download");
    const job = await untilJob(client, id);
    strictEqual(job.title, "工場のアンケートのヒントメッセージ一括設定");
    strictEqual(job.status, "completed_with_errors");
    match(job.message, new RegExp(`^${good.length}件のヒントを設定しました。`));
    strictEqual(job.errorCount, bad.length + many.length);
    const group = await client.group("工場");
    const now = await settings(client, group);
    for (const [number, , hint] of good) strictEqual(now.get(number!), hint);

    await page.goto(`/background-jobs/${id}`);
    const file = await saveAttachment(page);
    strictEqual(file.name, "工場_エラー.csv");
    const lines = new TextDecoder().decode(file.bytes).split("\r\n");
    const corrected = [lines[0], lines[1]!.replace(/^5,/, "4,"), ""].join("\r\n");
    const again = await run(client, {
      operation: "import_hint_messages",
      group,
      file: { name: file.name, bytes: corrected },
    });
    strictEqual(again.message, "1件のヒントを設定しました。0件のヒントを初期設定に戻しました。");
    strictEqual((await settings(client, group)).get("4"), "設問がない");
    ok(
      ![...(await settings(client, await client.group("本社"))).values()].some((hint) =>
        hint.startsWith("工場")
      ),
    );
  },
});

Deno.test({
  name: "the page of one hint: what is typed is shown as it will appear, saved, refused, and set back",
  ignore,
  async fn() {
    await using opened = await window("confirm");
    const { page } = opened;
    await openRequests(page, "本社");
    await page.getByRole("button", { name: MENU[0], exact: true }).click();
    await page.getByRole("menuitem", { name: PAGE, exact: true }).click();
    await page.getByRole("heading", { level: 2, name: "この設問のヒントを設定する" }).waitFor();
    await page.getByRole("link", { name: questionOf(106)!.title }).click();
    strictEqual(await text(page).inputValue(), questionOf(106)!.hint);
    ok(await page.locator("nav a[aria-current=page]", { hasText: "106" }).isVisible());
    await examine(page, PAGE);

    await text(page).fill('<a href="https://x.example/ideco">社内の案内</a>を読む');
    const shown = page.getByRole("region", { name: "アンケートでの表示" });
    await shown.getByText("株式会社サンプル商事からのお知らせ").waitFor();
    strictEqual(
      await shown.getByRole("link", { name: /^社内の案内/ }).getAttribute("href"),
      "https://x.example/ideco",
    );
    await save(page);
    await page.locator("#flash").getByText("設問106のヒントを保存しました。").waitFor();
    await page.locator("nav a[aria-current=page]", { hasText: "設定済み" }).waitFor();

    await text(page).fill('<a href="javascript:alert(1)">x</a>');
    await shown.getByText("表示できません").waitFor();
    await save(page);
    await page.getByText("ヒントのリンク先に使えないアドレスがあります").waitFor();
    strictEqual(await text(page).getAttribute("aria-invalid"), "true");
    strictEqual(await text(page).inputValue(), '<a href="javascript:alert(1)">x</a>');
    await examine(page, "a refused hint");

    await text(page).fill("");
    await save(page);
    await page.locator("#flash").getByText("設問106のヒントを保存しました。").waitFor();
    strictEqual(await text(page).inputValue(), questionOf(106)!.hint);
  },
});

Deno.test({
  name: "without JavaScript a hint is saved, and what is refused can be corrected",
  ignore,
  async fn() {
    await using opened = await window("admin", false);
    const { page } = opened;
    const admin = await signIn(shared.app, "admin");
    const group = await admin.group("店舗");
    await page.goto(`/groups/${group}/settings/hints?question=13`);
    await text(page).fill("<i>斜体</i>");
    await save(page);
    await page.getByText("ヒントに使えないタグがあります（<i>）").waitFor();
    await text(page).fill("人事課に相談");
    await save(page);
    match(await page.locator("#flash").innerText(), /設問13のヒントを保存しました。/);
    match(
      await page.getByRole("region", { name: "アンケートでの表示" }).innerText(),
      /からのお知らせ\s+人事課に相談/,
    );
    strictEqual((await settings(admin, group)).get("13"), "人事課に相談");
    for (const [path, status] of [["?question=5", 404], ["?question=013", 404]] as const) {
      strictEqual((await admin.fetch(`/groups/${group}/settings/hints${path}`)).status, status);
    }
  },
});

Deno.test({
  name: "what is typed before the scripts of a page run is what it shows once they do",
  ignore,
  async fn() {
    await using opened = await window("admin");
    const { page } = opened;
    const group = await (await signIn(shared.app, "admin")).group("工場");
    const fields = {
      "hints?question=13": ["ヒント", "アンケートでの表示"],
      mails: ["本文", "プレビュー"],
    } as const;
    for (const [path, [field, region]] of Object.entries(fields)) {
      const typed = Promise.withResolvers<void>();
      await page.route("**/*.js", async (route) => {
        await typed.promise;
        await route.continue();
      });
      await page.goto(`/groups/${group}/settings/${path}`, { waitUntil: "commit" });
      await page.getByRole("textbox", { name: new RegExp(`^${field}`) }).fill("先に入力した文");
      typed.resolve();
      await page.getByRole("region", { name: region }).getByText("先に入力した文").waitFor();
      await page.unroute("**/*.js");
    }
  },
});
