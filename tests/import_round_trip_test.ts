import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import type { Page } from "playwright-core";
import { type ChosenFile, openDialog, openRequests, saveAttachment, upload } from "./support/operating.ts";
import { open } from "./support/browser.ts";
import { signIn } from "./support/client.ts";
import { shiftJisCsv } from "./support/csv.ts";
import { untilJob } from "./support/jobs.ts";
import { badRows, HEADER, scatter } from "./support/members_csv.ts";
import { listPeople } from "./support/people.ts";
import { chromiumPath, findProgram } from "./support/programs.ts";
import { readCsvWithPython } from "./support/python.ts";
import { sharedApp, sharedBrowser } from "./support/shared.ts";

// Enough people in no group for 1,000 rows.
const EMPLOYEES = 3_600;
const MENU = ["依頼グループ設定", "従業員を一括追加（CSV）"] as const;

const python = await findProgram("python3");
const shared = sharedApp({ env: { SAMPLE_EMPLOYEES: String(EMPLOYEES) } });
const sharedChromium = sharedBrowser();

/** Uploads through the dialog, follows the link of the message and waits on the job's page, without reloading it. */
async function importThroughPage(page: Page, file: ChosenFile, end: string): Promise<string> {
  await openRequests(page, "工場");
  const job = await upload(page, await openDialog(page, ...MENU), file);
  const message = page.locator("#flash");
  strictEqual(
    (await message.innerText()).replaceAll(/\s/g, ""),
    "工場の従業員情報の取り込みを受け付けました。処理の結果は［バックグラウンド処理］で確認してください",
  );
  await message.getByRole("link", { name: "工場の従業員情報の取り込み" }).click();
  await page.waitForURL(`**/background-jobs/${job}`);
  await page.getByText(end, { exact: true }).filter({ visible: true }).first().waitFor();
  return job;
}

Deno.test({
  name: "1,000 rows in Shift_JIS, 20 of them bad: added once, corrected, uploaded again",
  ignore: chromiumPath === null || python === null,
  async fn() {
    const { app } = shared;
    const admin = await signIn(app, "admin");
    const before = await listPeople(admin);
    const free = before.filter(({ group }) => group === "");
    const good = free.slice(0, 980);
    const spare = free.slice(980, 1_000);
    const bad = badRows(EMPLOYEES, before.filter(({ group }) => group === "本社"), spare);
    strictEqual(bad.length, 20);
    // 姓 and 名 are there to be read by people: what cannot be written in Shift_JIS is left out, as Excel's user does.
    const rows = good.map(({ code }, i) => [code, i % 3 ? "表示" : "ソ,十", `能"${i}`]);
    const records = [HEADER, ...scatter(rows, bad.map(({ cells }) => cells))];
    strictEqual(records.length, 1_001);

    await using window = await open(sharedChromium.browser, app, { as: "admin" });
    const { page } = window;
    const file = { name: "追加する従業員.csv", bytes: shiftJisCsv(records) };
    const first = await importThroughPage(page, file, "完了（エラーあり）");
    const main = page.getByRole("main");
    ok((await main.innerText()).includes("980名を追加しました。"));
    ok((await main.innerText()).includes("20件はエラーです"));
    strictEqual((await admin.job(first)).errorCount, 20);

    const errors = await saveAttachment(page);
    strictEqual(errors.name, "追加する従業員_エラー.csv");
    const read = await readCsvWithPython(python!, errors.bytes, "cp932");
    const widest = HEADER.length;
    deepStrictEqual(read[0], [...HEADER, "エラー内容"]);
    strictEqual(read.length, 21);
    bad.forEach(({ cells, reason }, i) => {
      const row = read[i + 1]!;
      const padded = Array.from({ length: Math.max(widest, cells.length) }, (_, n) => cells[n] ?? "");
      deepStrictEqual(row.slice(0, -1), padded);
      match(row.at(-1)!, reason);
    });

    // Corrected as a person does it: the number put right, the エラー内容 left as it is.
    const corrected = read.slice(1).map((row, i) => [spare[i]!.code, row[1]!, row[2]!, row.at(-1)!]);
    const again = { name: "訂正.csv", bytes: shiftJisCsv([read[0]!, ...corrected]) };
    const second = await importThroughPage(page, again, "完了");
    ok((await main.innerText()).includes("20名を追加しました。"));
    ok((await main.innerText()).includes("エラーはありません。"));
    strictEqual((await untilJob(admin, second)).errorCount, 0);

    const after = await listPeople(admin);
    const added = new Set([...good, ...spare].map(({ code }) => code));
    const expected = before.map((person) => added.has(person.code) ? { ...person, group: "工場" } : person);
    const byCode = (a: { code: string }, b: { code: string }) => a.code < b.code ? -1 : 1;
    deepStrictEqual(after.toSorted(byCode), expected.toSorted(byCode));
  },
});
