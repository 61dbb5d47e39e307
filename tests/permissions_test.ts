import { deepStrictEqual, match, strictEqual } from "node:assert/strict";
import type { Page } from "playwright-core";
import type { AuditPageView } from "../jobs/audit_view.ts";
import { open, type PageOptions, type Window } from "./support/browser.ts";
import { newSession, signIn } from "./support/client.ts";
import { examine } from "./support/examine.ts";
import { run } from "./support/jobs.ts";
import { chromiumPath } from "./support/programs.ts";
import { sharedApp, sharedBrowser } from "./support/shared.ts";

/** 権限 from the source to what a person may do, as the people at the screens meet it. */
const shared = sharedApp({ env: { SAMPLE_EMPLOYEES: "60" } });
const sharedChromium = sharedBrowser();
const ignore = chromiumPath === null;

const as = (who: string, more: Partial<PageOptions> = {}): Promise<Window> =>
  open(sharedChromium.browser, shared.app, { as: who, ...more });

/** The row of a 権限 on 権限設定. */
const row = (page: Page, name: string) =>
  page.getByRole("table", { name: "権限の一覧" }).getByRole("row").filter({
    has: page.getByRole("rowheader", { name }),
  });

Deno.test({
  name: "権限を同期, a tick on 権限設定, アカウント情報再取得: the person may do it from the next page on",
  ignore,
  async fn() {
    await using admin = await as("admin");
    const { page } = admin;
    await page.goto("/settings/permissions");
    await page.getByText("権限はまだありません。").waitFor();
    await page.getByRole("button", { name: "権限を同期" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "同期" }).click();
    await page.getByText("権限の同期").first().waitFor();
    const client = await signIn(shared.app, "admin");
    const [job] = (await client.jobs()).jobs;
    strictEqual(job?.title, "権限の同期");
    await page.goto(`/background-jobs/${job.id}`);
    await page.getByText("5件の権限を追加し、0件を更新しました。").first().waitFor();

    await page.goto("/settings/permissions");
    match(await row(page, "管理者").innerText(), /すべての操作/);
    match(await row(page, "営業部の労務担当").innerText(), /本人＋部署：営業部/);
    await examine(page, "権限設定");
    await row(page, "事務担当者").getByRole("link", { name: "編集" }).click();
    await page.getByLabel("依頼グループ設定・データダウンロード").check();
    await examine(page, "a 権限");
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByText("権限の設定を保存しました。").waitFor();
    deepStrictEqual(
      await row(page, "事務担当者").getByRole("cell").locator(".sr-only").allInnerTexts(),
      ["できる", "できる", "できない", "（事務担当者）"],
    );

    await using checker = await as("check");
    const theirs = checker.page;
    strictEqual((await theirs.goto("/background-jobs"))?.status(), 200);
    await theirs.goto("/");
    await theirs.getByRole("link", { name: "アカウント情報再取得" }).click();
    await examine(theirs, "アカウント情報再取得");
    await theirs.getByRole("button", { name: "再取得" }).click();
    await theirs.getByText("アカウント情報を再取得しました。").waitFor();
    match(
      await theirs.locator("main").innerText(),
      /基本機能の権限\s+なし → 事務担当者[\s\S]*依頼と確認 → 依頼グループ設定・データダウンロード/,
    );
    await examine(theirs, "アカウント情報再取得, done");
    await theirs.goto("/groups");
    await theirs.getByRole("button", { name: "ダウンロード", exact: true }).waitFor();

    // Unticked, it is gone with the next page, without a new sign-in.
    await row(page, "事務担当者").getByRole("link", { name: "編集" }).click();
    await page.getByLabel("依頼グループ設定・データダウンロード").uncheck();
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByText("権限の設定を保存しました。").waitFor();
    strictEqual((await theirs.goto("/groups"))?.status(), 403);
  },
});

Deno.test({
  name: "without JavaScript a 権限 is assigned to an account, and a range of its own is edited",
  ignore,
  async fn() {
    await using admin = await as("admin", { javaScript: false });
    const { page } = admin;
    await page.goto("/settings/accounts");
    await page.getByRole("link", { name: "永井 亮" }).click();
    await page.getByLabel("操作できる範囲").selectOption({ label: "本人＋指定した範囲の従業員" });
    await page.getByRole("group", { name: "部署", exact: true }).getByLabel("営業部", { exact: true })
      .check();
    await page.getByRole("button", { name: "変更", exact: true }).click();
    await page.getByText("アカウントを変更しました。").waitFor();
    await page.getByRole("link", { name: "永井 亮" }).click();
    strictEqual(await page.getByLabel("操作できる範囲").inputValue(), "condition");
    strictEqual(await page.getByLabel("営業部", { exact: true }).isChecked(), true);

    const clerk = await newSession(shared.app, "download2");
    const group = (await clerk.json<{ id: string; employees: number | null }[]>("/groups"))[0]!;
    strictEqual(group.employees, null, "a limited range is not told numbers");
    const { message } = await run(clerk, { operation: "download_request_statuses", group: group.id });
    strictEqual(message, "0名分の依頼状況一覧を作成しました。", "no target himself: nobody");
  },
});

Deno.test({
  name: "パスワードの変更: from the account menu, then in with the new one; the audit log tells",
  ignore,
  async fn() {
    await using window = await as("confirm", { viewport: { width: 390, height: 844 } });
    const { page } = window;
    await page.getByRole("button", { name: /^アカウント/ }).click();
    await page.getByRole("link", { name: "パスワードの変更" }).click();
    await examine(page, "パスワードの変更");
    const fill = async (present: string) => {
      await page.getByLabel("今のパスワード").fill(present);
      await page.locator("#password").fill("mushi-no-koe-99x");
      await page.getByLabel("新しいパスワード（確認）").fill("mushi-no-koe-99x");
      await page.getByRole("button", { name: "変更" }).click();
    };
    await fill("nencho-wrong");
    await page.getByText("パスワードが正しくありません。").waitFor();
    await examine(page, "a wrong password");
    await fill("nencho-sample");
    await page.getByText("パスワードを設定しました。サインインしてください。").waitFor();
    await page.getByLabel("メールアドレスまたは社員番号").fill("confirm@sample.example");
    await page.getByLabel("パスワード").fill("mushi-no-koe-99x");
    await page.getByRole("button", { name: "サインイン" }).click();
    await page.waitForURL("/");

    const admin = await signIn(shared.app, "admin");
    const { entries } = await admin.json<AuditPageView>("/settings/audit?person=confirm@sample.example");
    deepStrictEqual(entries.map(({ eventLabel }) => eventLabel), [
      "サインイン",
      "パスワードを変更",
      "サインイン",
    ]);
  },
});
