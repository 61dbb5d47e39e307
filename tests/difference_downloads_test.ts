import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import type { Page } from "playwright-core";
import described from "../domain/lists/testdata/differences.json" with { type: "json" };
import { open } from "./support/browser.ts";
import { acceptedJob, openDialog, openRequests, saveAttachment } from "./support/operating.ts";
import { chromiumPath, findProgram } from "./support/programs.ts";
import { sharedApp, sharedBrowser } from "./support/shared.ts";
import { readZipWithPython, testWithUnzip } from "./support/zip.ts";

/** Rows 21 and 22 from their menus to the files that open, in a browser; read by unzip and Python, not by us. */
const shared = sharedApp();
const sharedChromium = sharedBrowser();
const [python, unzip] = await Promise.all([findProgram("python3"), findProgram("unzip")]);
const ignore = chromiumPath === null || python === null || unzip === null;

type Csvs = Record<string, string[][]>;

/** Starts the download in the menu, waits for its end on the job's page, saves the ZIP and reads it. */
async function take(page: Page, menu: string, label: string, title: string, choice?: string): Promise<Csvs> {
  await openRequests(page, "本社");
  const dialog = await openDialog(page, menu, label);
  await dialog.getByRole("heading", { name: "差分リストのダウンロード", exact: true }).waitFor();
  const list = dialog.getByRole("group", { name: "ダウンロード対象リスト" });
  if (choice) await list.getByRole("radio", { name: choice, exact: true }).check();
  else strictEqual(await list.count(), 0);
  await dialog.getByRole("button", { name: "ダウンロード", exact: true }).click();
  await page.goto(`/background-jobs/${await acceptedJob(page)}`);
  await page.getByText("完了", { exact: true }).filter({ visible: true }).first().waitFor();
  await page.getByRole("heading", { level: 1, name: title, exact: true }).waitFor();
  const { name, bytes } = await saveAttachment(page);
  match(name, menu === "ダウンロード" ? /^差分リスト_本社_\d{14}\.zip$/ : /^差分リスト_\d{14}\.zip$/);
  await testWithUnzip(unzip!, bytes);
  return await readZipWithPython(python!, bytes);
}

/** The two CSVs with the headers and under the names that they should have. */
function check(csvs: Csvs, files: readonly [key: keyof typeof described, name: RegExp][]): string[][][] {
  strictEqual(Object.keys(csvs).length, files.length);
  return Object.entries(csvs).map(([name, [header, ...rows]], i) => {
    const [key, expected] = files[i]!;
    match(name, expected);
    deepStrictEqual(header, described[key].map((column) => column.header));
    ok(rows.length > 0);
    for (const cells of rows) strictEqual(cells.length, header!.length);
    return rows;
  });
}

const groupsIn = (rows: string[][]) => [...new Set(rows.map((cells) => cells[1]))];

Deno.test({
  name: "差分リスト of 本社, from ダウンロード▼: 今年の本人情報 and 今年の扶養親族, without a choice",
  ignore,
  async fn() {
    await using opened = await open(sharedChromium.browser, shared.app, { as: "download" });
    const csvs = await take(
      opened.page,
      "ダウンロード",
      "差分リストをダウンロード",
      "本社の差分リストダウンロード",
    );
    const [self, family] = check(csvs, [
      ["this_year_self_diff", /^今年の本人情報差分リスト_本社_\d{12}\.csv$/],
      ["this_year_dependents_diff", /^今年の扶養親族差分リスト_本社_\d{12}\.csv$/],
    ]) as [string[][], string[][]];
    deepStrictEqual([groupsIn(self), groupsIn(family)], [["本社"], ["本社"]]);
    // ★扶養親族情報の差分有無 of one file is what has rows in the other.
    const flagged = self.filter((cells) => cells[13] === "差分あり").map((cells) => cells[6]);
    deepStrictEqual([...new Set(family.map((cells) => cells[4]))], flagged);
  },
});

Deno.test({
  name: "差分リスト of all groups, from 情報一括ダウンロード▼: either choice",
  ignore,
  async fn() {
    await using opened = await open(sharedChromium.browser, shared.app, { as: "admin" });
    const [menu, label] = ["情報一括ダウンロード", "差分リストのダウンロード"] as const;
    const thisYear = await take(
      opened.page,
      menu,
      label,
      "今年の差分リストの一括ダウンロード",
      "今年の差分リスト",
    );
    const [self] = check(thisYear, [
      ["this_year_self_diff", /^すべての依頼グループの今年の本人情報差分リスト_\d{12}\.csv$/],
      ["this_year_dependents_diff", /^すべての依頼グループの今年の扶養親族差分リスト_\d{12}\.csv$/],
    ]);
    deepStrictEqual(groupsIn(self!), ["本社", "工場", "店舗"]);
    const bothYears = await take(
      opened.page,
      menu,
      label,
      "今年・来年の差分リストの一括ダウンロード",
      "今年と来年の差分リスト",
    );
    check(bothYears, [
      ["this_next_year_self_diff", /^すべての依頼グループの今年と来年の本人情報差分リスト_\d{12}\.csv$/],
      [
        "this_next_year_dependents_diff",
        /^すべての依頼グループの今年と来年の扶養親族情報差分リスト_\d{12}\.csv$/,
      ],
    ]);
  },
});
