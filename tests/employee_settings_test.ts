import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import type { Page } from "playwright-core";
import { open, type PageOptions, type Window } from "./support/browser.ts";
import { signIn } from "./support/client.ts";
import { utf8Csv } from "./support/csv.ts";
import { examine } from "./support/examine.ts";
import { download, run, untilJob } from "./support/jobs.ts";
import { acceptedJob, openDialog, upload } from "./support/operating.ts";
import { chromiumPath } from "./support/programs.ts";
import { sharedApp, sharedBrowser } from "./support/shared.ts";

/** 対象従業員設定 as a person with a keyboard, and one without JavaScript, works it from its menus to the result. */
const shared = sharedApp({ env: { SAMPLE_EMPLOYEES: "60" } });
const sharedChromium = sharedBrowser();
const ignore = chromiumPath === null;

const TAB = "/employees?tab=groups";

function window(more: Partial<PageOptions> = {}): Promise<Window> {
  return open(sharedChromium.browser, shared.app, { as: "admin", ...more });
}

/** Opens a dialog by its button, with the keyboard. */
async function press(page: Page, button: string | RegExp) {
  await page.getByRole("button", { name: button }).first().focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  return dialog;
}

const flash = (page: Page, text: string) => page.locator("#flash").getByText(text).waitFor();
const groupNames = async () => {
  const groups = await (await signIn(shared.app, "admin")).json<{ name: string; employees: number }[]>(
    "/groups",
  );
  return groups.map(({ name, employees }) => `${name} ${employees}`);
};

Deno.test({
  name: "groups are added, renamed and deleted by keyboard; what is refused is said at the field",
  ignore,
  async fn() {
    await using opened = await window();
    const { page } = opened;
    await page.goto(TAB);
    let dialog = await press(page, "＋依頼グループ追加");
    strictEqual(await dialog.getByRole("heading").innerText(), "依頼グループの追加");
    await page.keyboard.type("本社");
    await page.keyboard.press("Enter");
    await dialog.getByText("同じ名前の依頼グループがすでにあります").waitFor();
    await examine(page, "a refused name");
    const field = dialog.getByLabel("依頼グループ名");
    ok(await field.evaluate((input) => input === document.activeElement));
    await field.fill("大阪");
    await page.keyboard.press("Enter");
    await flash(page, "依頼グループを追加しました。");

    dialog = await press(page, "大阪の編集");
    strictEqual(await dialog.getByRole("heading").innerText(), "依頼グループ名の編集");
    strictEqual(await dialog.getByLabel("依頼グループ名").inputValue(), "大阪");
    await examine(page, "a name being changed");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("関西");
    await page.keyboard.press("Enter");
    await flash(page, "依頼グループ名を変更しました。");

    dialog = await press(page, "本社の削除");
    strictEqual(await dialog.getByRole("heading").innerText(), "依頼グループを削除しますか？");
    await examine(page, "a group being deleted");
    await dialog.getByRole("button", { name: "削除" }).press("Enter");
    await dialog.getByRole("alert").getByText("従業員が所属しています（18名）").waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    strictEqual(await page.evaluate(() => document.activeElement?.getAttribute("aria-label")), "本社の削除");

    dialog = await press(page, "関西の削除");
    await dialog.getByRole("button", { name: "削除" }).press("Enter");
    await flash(page, "依頼グループを削除しました。");
    deepStrictEqual(await groupNames(), ["本社 18", "工場 12", "店舗 6", "役員 0"]);
  },
});

Deno.test({
  name: "a dialog that was left is empty when it is opened again, and the page keeps its filter",
  ignore,
  async fn() {
    await using opened = await window();
    const { page } = opened;
    await page.goto(TAB);
    const dialog = await press(page, "＋依頼グループ追加");
    await page.keyboard.type("あ".repeat(51));
    await page.keyboard.press("Enter");
    await dialog.getByText("51文字").waitFor();
    await page.keyboard.press("Escape");
    await press(page, "＋依頼グループ追加");
    strictEqual(await dialog.getByLabel("依頼グループ名").inputValue(), "");
    strictEqual(await dialog.getByText("51文字").count(), 0);
  },
});

Deno.test({
  name: "［グループを変更］ puts one person into a group by its name, and the list stays as it was filtered",
  ignore,
  async fn() {
    await using opened = await window();
    const { page } = opened;
    await page.goto("/employees?group=none");
    const before = await page.getByRole("checkbox", { name: /を選択$/ }).count();
    const dialog = await press(page, /のグループを変更$/);
    const combobox = dialog.getByRole("combobox", { name: "所属させる依頼グループ" });
    ok(await combobox.evaluate((input) => input === document.activeElement));
    const offered = await dialog.locator("datalist option").evaluateAll((all) =>
      all.map((one) => (one as unknown as { value: string }).value)
    );
    deepStrictEqual(offered, ["本社", "工場", "店舗", "役員"]);
    await examine(page, "a group being chosen");
    await page.keyboard.type("新しいグループ");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await flash(page, "従業員の依頼グループを変更しました。");
    match(page.url(), /group=none/);
    strictEqual(await page.getByRole("checkbox", { name: /を選択$/ }).count(), before - 1);
    strictEqual((await groupNames())[0], "新しいグループ 1");
  },
});

Deno.test({
  name: "ticked people are deleted at once; who was asked stays and is named",
  ignore,
  async fn() {
    await using opened = await window();
    const { page } = opened;
    await page.goto("/employees?status=not_requested");
    const free = page.getByRole("checkbox", { name: /を選択$/ });
    const count = await free.count();
    await free.first().focus();
    await page.keyboard.press("Space");
    await page.getByText("1名の従業員が選択されています。").waitFor();
    let dialog = await press(page, "選択した従業員を削除");
    await dialog.getByText("1名の従業員を削除しますか？").waitFor();
    await examine(page, "a deletion");
    await dialog.getByRole("button", { name: "削除" }).press("Enter");
    await flash(page, "1名の従業員を削除しました。");
    strictEqual(await free.count(), count - 1);

    await page.goto("/employees?status=confirmed&status=requested");
    await page.getByRole("checkbox", { name: /を選択$/ }).first().check();
    dialog = await press(page, "選択した従業員を削除");
    await dialog.getByRole("button", { name: "削除" }).press("Enter");
    await page.getByRole("heading", { level: 1, name: "従業員の削除の結果" }).waitFor();
    await page.getByText("0名の従業員を削除しました。次の1名は削除していません。").waitFor();
    await page.getByText("依頼ステータスが「未依頼」ではありません").waitFor();
    await examine(page, "who was not deleted");
  },
});

Deno.test({
  name: "all who match are counted, and deleted behind the page",
  ignore,
  async fn() {
    await using opened = await window();
    const { page } = opened;
    await page.goto("/employees?group=none");
    const total = await page.getByRole("checkbox", { name: /を選択$/ }).count();
    await page.getByRole("checkbox", { name: "このページの従業員をすべて選択" }).check();
    const dialog = await press(page, "選択した従業員を削除");
    await dialog.getByText(`条件に合う従業員は${total}名です。このうち${total}名を削除できます。`).waitFor();
    await examine(page, "a deletion of all");
    await dialog.getByRole("button", { name: "削除" }).press("Enter");
    await dialog.waitFor({ state: "hidden" });
    const admin = await signIn(shared.app, "admin");
    const job = await untilJob(admin, await acceptedJob(page));
    strictEqual(job.title, "対象従業員の一括削除");
    strictEqual(job.message, `${total}名の対象従業員を削除しました。`);
    await page.reload();
    await page.getByText("該当する従業員はありません。").waitFor();
  },
});

Deno.test({
  name: "the employee list, edited in its 依頼グループ column, goes back in by its menu",
  ignore,
  async fn() {
    const admin = await signIn(shared.app, "admin");
    const { id } = await run(admin, { operation: "download_employee_list" });
    const text = new TextDecoder().decode(await download(admin, id));
    const [header, ...lines] = text.trim().split("\r\n").map((line) => line.split(","));
    const moved = lines.slice(0, 2).map((cells) => cells.with(5, "第2本社"));
    await using opened = await window();
    const { page } = opened;
    await page.goto("/employees");
    const dialog = await openDialog(page, "インポート", "依頼グループをインポート");
    await examine(page, "row 3");
    const bytes = utf8Csv([header!, ...moved, ["999999", "", "", "", "", "本社"]]);
    const job = await untilJob(admin, await upload(page, dialog, { name: "一覧.csv", bytes }));
    strictEqual(
      job.message,
      "2名の依頼グループを変更しました。1件はエラーです（該当する従業員が見つかりませんでした：1件）。",
    );
    strictEqual((await groupNames())[0], "第2本社 2");
  },
});

Deno.test({
  name: "all of it works without JavaScript, on a phone",
  ignore,
  async fn() {
    const viewport = { width: 390, height: 844 };
    await using opened = await window({ javaScript: false, viewport });
    const { page } = opened;
    await page.goto(TAB);
    await page.getByRole("link", { name: "＋依頼グループ追加" }).click();
    await page.getByLabel("依頼グループ名").fill("本社");
    await page.getByRole("button", { name: "追加" }).click();
    await page.getByText("同じ名前の依頼グループがすでにあります").waitFor();
    await page.getByLabel("依頼グループ名").fill("九州");
    await page.getByRole("button", { name: "追加" }).click();
    await flash(page, "依頼グループを追加しました。");
    await page.getByRole("link", { name: "九州の編集" }).click();
    await page.getByLabel("依頼グループ名").fill("福岡");
    await page.getByRole("button", { name: "保存" }).click();
    await flash(page, "依頼グループ名を変更しました。");

    await page.goto("/employees?status=not_requested");
    await page.getByRole("link", { name: /のグループを変更$/ }).first().click();
    await page.getByLabel("所属させる依頼グループ").fill("福岡");
    await page.getByRole("button", { name: "変更" }).click();
    await flash(page, "従業員の依頼グループを変更しました。");
    strictEqual((await groupNames())[0], "福岡 1");

    await page.goto("/employees");
    await page.getByRole("checkbox", { name: /を選択$/ }).first().check();
    await page.getByRole("button", { name: "選択した従業員を削除" }).click();
    await page.getByText("1名の従業員を削除しますか？").waitFor();
    await page.getByRole("button", { name: "削除" }).click();
    await flash(page, "1名の従業員を削除しました。");

    await page.getByRole("link", { name: "条件に合う従業員すべてを削除" }).click();
    await page.getByText(/条件に合う従業員は\d+名です/).waitFor();
    await page.getByRole("button", { name: "削除" }).click();
    await page.locator("#flash").getByRole("link", { name: "対象従業員の一括削除" }).waitFor();
  },
});

Deno.test({
  name: "axe finds nothing on the plain pages, at any size",
  ignore,
  async fn() {
    const group = await (await signIn(shared.app, "admin")).group("本社");
    const people = await (await signIn(shared.app, "admin")).fetch("/employees", {
      headers: { accept: "text/html" },
    });
    const change = /\/employees\/[\w-]+\/group/.exec(await people.text())![0];
    for (
      const viewport of [{ width: 390, height: 844 }, { width: 640, height: 450 }, {
        width: 1280,
        height: 900,
      }]
    ) {
      await using opened = await window({ viewport });
      for (
        const path of [
          "/employees",
          TAB,
          "/employees/groups/new",
          `/employees/groups/${group}`,
          `/employees/groups/${group}/deletion`,
          change,
          "/employees/deletions?all=1",
          `/employees/deletions?ids=${change.split("/")[2]}`,
          `/groups/${group}/settings/deadline`,
        ]
      ) {
        await opened.page.goto(path);
        await examine(opened.page, `${path} at ${viewport.width}`);
      }
    }
  },
});
