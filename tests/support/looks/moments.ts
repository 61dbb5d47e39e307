import type { Browser, Page } from "playwright-core";
import type { App } from "../app.ts";
import { open } from "../browser.ts";
import { signIn } from "../client.ts";
import { utf8Csv } from "../csv.ts";
import { run, start } from "../jobs.ts";
import { HEADER } from "../members_csv.ts";
import { openDialog, openRequests } from "../operating.ts";
import { type Camera, cameraOf, press, type Size } from "./camera.ts";

/** Rows that keep an import running while its pictures are taken. */
const MANY = Array.from({ length: 190_000 }, (_, i) => [String(700_000 + i), "", ""]);

/** Dialogs of 依頼一覧, by menu. */
const DIALOGS = [
  ["依頼グループ設定", "従業員を一括追加（CSV）"],
  ["依頼グループ設定", "マイナンバーを同期"],
  ["ダウンロード", "収集情報をダウンロード"],
  ["ダウンロード", "依頼状況一覧をダウンロード"],
] as const;

/** What stands on a page for a moment only: menus, dialogs, what is being sent, what runs, what was refused. */
export async function drawMoments(browser: Browser, app: App, folder: string): Promise<void> {
  const camera = cameraOf(folder, "moment");
  await using opened = await open(browser, app, { as: "admin" });
  const { page } = opened;
  await drawMenus(page, camera);
  await drawDialogs(page, camera);
  await drawSending(page, camera);
  // What never arrived was told by the console.
  opened.complaints.length = 0;
  await drawRunning(page, camera, app);
  await using stranger = await open(browser, app, { as: null });
  await drawSignIn(stranger.page, camera);
  await using plain = await open(browser, app, { as: "admin", javaScript: false });
  await openRequests(plain.page, "本社");
  await camera.page(plain.page, plain.page.url());
  await camera.page(plain.page, "/employees");
}

async function drawMenus(page: Page, camera: Camera) {
  await camera.moment(page, "account", async () => {
    await page.goto("/");
    await page.getByRole("button", { name: /^アカウント/ }).click();
  });
  await camera.moment(page, "navigation", async (size: Size) => {
    await page.goto("/");
    if (size === "phone") await press(page, "メニュー");
  });
  for (const menu of ["依頼グループ設定", "ダウンロード", "情報一括ダウンロード"]) {
    await camera.moment(page, menu, async () => {
      await openRequests(page, "本社");
      await press(page, menu);
    });
  }
  await camera.moment(page, "インポート", async () => {
    await page.goto("/employees");
    await press(page, "インポート");
  });
}

async function drawDialogs(page: Page, camera: Camera) {
  for (const [menu, label] of DIALOGS) {
    await camera.moment(page, `dialog-${label}`, async () => {
      await openRequests(page, "本社");
      await openDialog(page, menu, label);
    });
  }
  for (const label of ["昨年の保険料をインポート", "団体保険料をインポート", "団体保険料を削除"]) {
    await camera.moment(page, `dialog-${label}`, async () => {
      await page.goto("/employees");
      await openDialog(page, "インポート", label);
    });
  }
  await camera.moment(page, "dialog-refused", async () => {
    await openRequests(page, "本社");
    const dialog = await openDialog(page, "依頼グループ設定", "従業員を一括追加（CSV）");
    await dialog.getByRole("button", { name: "アップロード" }).click();
    await dialog.getByText("ファイルが選択されていません").first().waitFor();
  });
  await camera.moment(page, "chosen-people", async () => {
    await openRequests(page, "本社");
    await page.getByRole("checkbox").nth(1).check();
    await page.evaluate(() => scrollTo(0, 300));
  });
}

/** A form on its way, and one that never arrives. */
async function drawSending(page: Page, camera: Camera) {
  const states = { sending: () => {}, offline: (route: { abort(): Promise<void> }) => route.abort() };
  for (const [name, answer] of Object.entries(states)) {
    await page.route("**/background-jobs", answer);
    await camera.moment(page, name, async () => {
      await openRequests(page, "本社");
      const dialog = await openDialog(page, "ダウンロード", "依頼状況一覧をダウンロード");
      await dialog.getByRole("button", { name: "ダウンロード" }).click();
      await dialog.getByRole(name === "sending" ? "status" : "alert").filter({ hasText: /./ }).first()
        .waitFor();
    });
    await page.unroute("**/background-jobs");
  }
}

async function drawRunning(page: Page, camera: Camera, app: App) {
  const admin = await signIn(app, "admin");
  const group = await admin.group("工場");
  const file = { name: "追加する従業員.csv", bytes: utf8Csv([HEADER, ...MANY]) };
  const id = await start(admin, { operation: "add_employees_to_group", group, file });
  for (const address of ["/background-jobs", `/background-jobs/${id}`]) {
    await camera.moment(page, "running", async () => {
      await page.goto(address);
      await page.getByRole("progressbar").first().waitFor();
    });
  }
  await camera.moment(page, "cancelling", async () => {
    await page.goto(`/background-jobs/${id}`);
    await press(page, "中断");
  });
  await admin.fetch(`/background-jobs/${id}/cancellation`, { method: "POST" });
  await camera.page(page, `/background-jobs/${id}`);
  const form: [string, string] = ["documents", "insurance"];
  const nothing = { operation: "download_documents", group: await admin.group("役員"), fields: [form] };
  const failed = await run(admin, nothing);
  for (const address of ["/background-jobs", `/background-jobs/${failed.id}`]) {
    await camera.page(page, address);
  }
}

async function drawSignIn(page: Page, camera: Camera) {
  await camera.moment(page, "sign-in-refused", async () => {
    await page.goto("/login");
    await page.getByLabel("メールアドレスまたは社員番号").fill("admin@sample.example");
    await page.getByLabel("パスワード").fill("wrong");
    await press(page, "サインイン");
    await page.getByRole("alert").waitFor();
  });
}
