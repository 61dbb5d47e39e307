import type { Page } from "playwright-core";
import { open } from "./support/browser.ts";
import { signIn } from "./support/client.ts";
import { everyPage, textOf } from "./support/every_page.ts";
import { examine, examineLayout, examineWidth } from "./support/examine.ts";
import { openDialog, openRequests } from "./support/operating.ts";
import { chromiumPath } from "./support/programs.ts";
import { sharedApp, sharedBrowser } from "./support/shared.ts";

const shared = sharedApp();
const sharedChromium = sharedBrowser();
const ignore = chromiumPath === null;

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 900 };
/** A desk at 200 % zoom: the page gets half of the pixels each way. */
const ZOOMED = { width: DESK.width / 2, height: DESK.height / 2 };

/** The main part of a page as it is sent, without what differs from one sending to the next. */
function mainOf(html: string): string {
  const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
  return main.replaceAll(/[0-9A-HJKMNP-TV-Z]{26}/g, "").replaceAll(/\d\d:\d\d/g, "");
}

/** The main parts that were examined: who sees the same with less around it finds nothing else wrong in it. */
const examined = new Set<string>();

/** Every page in one of two windows: what examines is a process of each, and there are two cores. */
async function inTwoWindows(as: string, look: (page: Page, path: string) => Promise<void>) {
  const paths = prepared.pages.values();
  await Promise.all(["one", "other"].map(async () => {
    await using opened = await open(sharedChromium.browser, shared.app, { as });
    for (const path of paths) await look(opened.page, path);
  }));
}

let prepared: Awaited<ReturnType<typeof everyPage>>;
Deno.test.beforeAll(async () => {
  if (!ignore) prepared = await everyPage(await signIn(shared.app, "admin"));
});

Deno.test({
  name: "axe finds nothing on any page of 管理者, at any size",
  ignore,
  async fn() {
    const admin = await signIn(shared.app, "admin");
    await inTwoWindows("admin", async (page, path) => {
      await page.setViewportSize(DESK);
      examined.add(mainOf(await textOf(admin, path)));
      await page.goto(path);
      await examine(page, path);
      await page.setViewportSize(ZOOMED);
      await examineWidth(page, `${path}, 200 %`);
      await page.setViewportSize(PHONE);
      await examineLayout(page, `${path}, on a phone`);
    });
  },
});

for (const [size, viewport] of Object.entries({ desk: DESK, phone: PHONE })) {
  Deno.test({
    name: `axe finds nothing before the sign-in, ${size}`,
    ignore,
    async fn() {
      await using window = await open(sharedChromium.browser, shared.app, { as: null, viewport });
      const { page } = window;
      for (const path of ["/login", prepared.invitation, "/invitations/gone"]) {
        await page.goto(path);
        await examine(page, path);
      }
      await page.goto("/login");
      await page.getByLabel("メールアドレスまたは社員番号").fill("admin@sample.example");
      await page.getByLabel("パスワード").fill("wrong");
      await page.getByRole("button", { name: "サインイン" }).click();
      await page.getByRole("alert").waitFor();
      await examine(page, "a failed sign-in");
    },
  });

  Deno.test({
    name: `axe finds nothing in menus and dialogs, ${size}`,
    ignore,
    async fn() {
      await using window = await open(sharedChromium.browser, shared.app, { as: "admin", viewport });
      const { page } = window;
      await openRequests(page, "本社");
      await page.getByRole("button", { name: "依頼グループ設定", exact: true }).click();
      await page.getByRole("menuitem").first().waitFor();
      await examine(page, "an open menu");
      await page.keyboard.press("Escape");
      const dialog = await openDialog(page, "依頼グループ設定", "従業員を一括追加（CSV）");
      await examine(page, "an open dialog");
      await dialog.getByRole("button", { name: "アップロード" }).click();
      await dialog.getByText("ファイルが選択されていません").waitFor();
      await examine(page, "a dialog with an error");
      await page.keyboard.press("Escape");
      const steps = await openDialog(page, "ダウンロード", "収集情報をダウンロード");
      await steps.getByRole("button", { name: "次へ" }).click();
      await steps.getByLabel("扶養家族の情報").check();
      await examine(page, "the second step of a dialog");

      await page.goto("/employees");
      await page.getByText("この画面の使い方").click();
      await page.getByRole("link", { name: /^使い方ガイドの/ }).waitFor();
      await examine(page, "この画面の使い方, open");
      await page.getByRole("button", { name: "インポート", exact: true }).click();
      await page.getByRole("menuitem").first().waitFor();
      await examine(page, "インポート, open");
      await page.keyboard.press("Escape");
      for (const label of ["団体保険料を削除", "昨年の保険料をインポート", "団体保険ファイルを確認"]) {
        await openDialog(page, "インポート", label);
        await examine(page, label);
        await page.keyboard.press("Escape");
      }
      const buttons = [["/employees", "従業員情報を同期"], ["/settings/permissions", "権限を同期"], [
        "/",
        "事業所情報同期",
      ]] as const;
      for (const [path, label] of buttons) {
        await page.goto(path);
        await page.getByRole("button", { name: label }).click();
        await page.getByRole("dialog").waitFor();
        await examine(page, label);
      }
    },
  });
}

for (const role of ["confirm", "download", "check", "none", "range", "employee"]) {
  Deno.test({
    name: `axe finds nothing on the pages of ${role}@, the refused ones included`,
    ignore,
    async fn() {
      const client = await signIn(shared.app, role);
      let around = false;
      await inTwoWindows(role, async (page, path) => {
        const main = mainOf(await textOf(client, path));
        if (around && examined.has(main)) return;
        around = true;
        examined.add(main);
        await page.goto(path);
        await examine(page, `${path} as ${role}`);
      });
    },
  });
}
