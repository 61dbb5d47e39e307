import { deepStrictEqual, match, ok } from "node:assert/strict";
import type { Page } from "playwright-core";
import { tenantCommand } from "../tasks/tenant.ts";
import { startApp } from "./support/app.ts";
import { open } from "./support/browser.ts";
import { PASSWORD } from "./support/client.ts";
import { utf8Csv } from "./support/csv.ts";
import { examine } from "./support/examine.ts";
import { untilShown } from "./support/import_twice.ts";
import { openDialog, upload } from "./support/operating.ts";
import { chromiumPath } from "./support/programs.ts";
import { sharedBrowser } from "./support/shared.ts";

/** A company's first 年末調整, from the invitation of its 管理者 to ［完了］. */
const sharedChromium = sharedBrowser();
const HOST = "kaisha.localhost";
const EMAIL = "admin@kaisha.example";
const SIZES = [{ width: 390, height: 844 }, { width: 640, height: 450 }, { width: 1280, height: 900 }];

/** What axe and the width say of the page on a phone, at 200 % and on a desk. */
async function examineAll(page: Page, where: string) {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await examine(page, `${where}, ${size.width} px`);
  }
}

async function connect(page: Page) {
  await page.goto("/settings/source");
  await page.getByLabel("連携先").selectOption({ label: "サンプル企業" });
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await page.getByText("データ連携の設定を保存しました。").waitFor();
}

/** 社員番号 on the page of 対象従業員設定. */
async function codesOn(page: Page): Promise<string[]> {
  const boxes = await page.getByRole("checkbox", { name: /を選択$/ }).all();
  const names = await Promise.all(boxes.map((box) => box.getAttribute("aria-label")));
  return names.flatMap((name) => /（(\d{6})）/.exec(name!)?.[1] ?? []);
}

Deno.test({
  name:
    "はじめる: both first syncs, 年末調整設定1/2 with groups by CSV, 2/2, 完了; axe finds nothing on the way",
  ignore: chromiumPath === null,
  async fn() {
    const dir = await Deno.makeTempDir({ prefix: "nencho-test-" });
    const said: string[] = [];
    await tenantCommand(
      ["create", HOST, "株式会社新規", EMAIL],
      { DENO_KV_PATH: `${dir}/nencho.db` },
      (line) => void said.push(line),
    );
    try {
      await using app = await startApp({ dir, env: { SAMPLE_EMPLOYEES: "100" } });
      await using window = await open(sharedChromium.browser, app, { as: null, host: HOST });
      const { page } = window;
      await page.goto(new URL(/http\S+/.exec(said.join("\n"))![0]).pathname);
      await page.locator("#password").fill(PASSWORD);
      await page.getByLabel("（確認）").fill(PASSWORD);
      await page.getByRole("button").last().click();
      await page.getByLabel("メールアドレスまたは社員番号").fill(EMAIL);
      await page.getByLabel("パスワード").fill(PASSWORD);
      await page.getByRole("button", { name: "サインイン" }).click();
      await page.waitForURL("/");
      await page.goto("/years/start");
      await page.getByText("基本機能との連携がまだ設定されていないため").waitFor();
      await examineAll(page, "はじめる without a source");
      await page.getByRole("main").getByRole("link", { name: "データ連携" }).click();
      await page.getByRole("heading", { level: 1, name: "データ連携" }).waitFor();
      await connect(page);

      await page.goto("/");
      await examineAll(page, "the menu before はじめる");
      await page.getByRole("link", { name: "はじめる" }).click();
      await page.getByRole("heading", { name: /年末調整をはじめる/ }).waitFor();
      ok(!await page.getByText("連携がまだ設定されていない").isVisible());
      await examineAll(page, "はじめる");
      await page.getByRole("button", { name: "はじめる" }).click();
      await page.locator("#flash").getByRole("link", { name: "従業員情報の同期" }).click();
      await untilShown(page, "完了（エラーあり）");
      match(await page.getByRole("main").innerText(), /9\d名を追加し、0名を更新しました。/);
      await page.getByRole("link", { name: "バックグラウンド処理", exact: true }).click();
      const jobs = page.getByRole("rowheader").or(page.getByRole("cell")).getByRole("link");
      await page.getByRole("link", { name: "事業所情報の同期" }).waitFor();
      deepStrictEqual(await jobs.allInnerTexts(), ["従業員情報の同期", "事業所情報の同期"]);

      await page.goto("/");
      await page.getByRole("link", { name: "設定を続ける" }).click();
      const steps = page.getByRole("region", { name: "年末調整設定" });
      await steps.getByText("年末調整設定1/2").waitFor();
      await examineAll(page, "年末調整設定1/2");
      const rows = (await codesOn(page)).map((code, i) => [code, i % 2 ? "営業～１" : "𠮷祥寺"]);
      ok(rows.length === 50);
      const dialog = await openDialog(page, "インポート", "依頼グループをインポート");
      await upload(page, dialog, { name: "a.csv", bytes: utf8Csv([["社員番号", "依頼グループ"], ...rows]) });
      await page.locator("#flash").getByRole("link", { name: "依頼グループのインポート" }).click();
      await untilShown(page, "完了");

      await page.goto("/employees");
      await steps.getByRole("link", { name: "次へ" }).click();
      const table = page.getByRole("table", { name: "依頼グループと設定" });
      await table.waitFor();
      await examineAll(page, "年末調整設定2/2");
      const groups = (await table.getByRole("row").allInnerTexts()).slice(1).map((row) =>
        row.split(/\s/).slice(0, 2)
      );
      deepStrictEqual(groups, [["営業～１", "25名"], ["𠮷祥寺", "25名"]]);
      await page.getByRole("button", { name: "完了" }).click();
      await page.waitForURL("**/requests");
      await page.goto("/");
      await page.getByRole("link", { name: "管理画面へ" }).waitFor();
      await page.goto("/employees");
      await page.getByRole("heading", { level: 1, name: "対象従業員設定" }).waitFor();
      ok(!await steps.isVisible());
    } finally {
      await Deno.remove(dir, { recursive: true });
    }
  },
});
