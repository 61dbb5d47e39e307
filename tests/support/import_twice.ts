import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { badRowsOf, bytesOf, givenBack, type HandFile } from "./handmade.ts";
import { type ChosenFile, saveAttachment, upload } from "./operating.ts";
import { readCsvWithPython } from "./python.ts";
import { shiftJisCsv, utf8Csv } from "./csv.ts";

/** An import as a person goes through it: twice, the second time with what was refused. */
export interface HandImport {
  file: HandFile;
  /** 処理名. */
  title: string;
  /** Opens the dialog from its screen and fills in all but the file. */
  open(page: Page): Promise<Locator>;
  /** How メッセージ begins when `n` rows were done. */
  done(n: number): string;
  /** What the page of the first round says besides. */
  says?: RegExp;
  /** Name of the file of refused rows; default: `{元の名前}_エラー.csv`. */
  errorName?: string;
  /** What the file of refused rows gives back of a row, where not all of it. */
  returned?(cells: readonly string[]): string[];
}

/**
 * Uploads the file, follows the link of the message, waits on the job's page and reads everything it says; opens the
 * file of refused rows with Python, corrects it, uploads it again. Answers the ids of both jobs.
 */
export async function importTwice(page: Page, python: string, what: HandImport): Promise<[string, string]> {
  const { file, title, done, returned = (cells) => [...cells] } = what;
  const bad = badRowsOf(file);
  const good = file.rows.length - bad.length;
  const first = await start(page, what, { name: file.name, bytes: bytesOf(file) });
  await untilShown(page, "完了（エラーあり）");
  const text = await page.getByRole("main").innerText();
  ok(text.includes(title));
  ok(text.includes(done(good)), `${done(good)}: ${text}`);
  ok(text.includes(`${bad.length}件はエラーです（`), text);
  if (what.says) match(text, what.says);

  const errors = await saveAttachment(page);
  strictEqual(errors.name, what.errorName ?? file.name.replace(/\.csv$/, "_エラー.csv"));
  const read = await readWithPython(python, errors, file.encoding);
  const reasons = read.slice(1).map((row) => row.at(-1)!);
  deepStrictEqual(
    read.map((row) => row.slice(0, -1)),
    [file.header, ...bad.map(({ cells }) => givenBack(file, cells))].map(returned),
  );
  strictEqual(read[0]!.at(-1), "エラー内容");
  bad.forEach(({ bad: { reason }, line }, i) => match(reasons[i]!, reason, `line ${line}`));
  await sameOnPage(page, bad.map(({ line }, i) => [line, reasons[i]!]));

  // As a person does it: the row put right, エラー内容 left as it is.
  const corrected = bad.map(({ bad }, i) => [...bad.corrected, reasons[i]!]);
  const write = file.encoding === "utf-8" ? utf8Csv : shiftJisCsv;
  const again = { name: "訂正.csv", bytes: write([[...file.header, "エラー内容"], ...corrected]) };
  const second = await start(page, what, again);
  await untilShown(page, "完了");
  const after = await page.getByRole("main").innerText();
  ok(after.includes(done(bad.length)), after);
  ok(after.includes("エラーはありません。") && after.includes("添付ファイルはありません。"), after);
  return [first, second];
}

async function start(page: Page, { open, title }: HandImport, file: ChosenFile): Promise<string> {
  return await follow(page, title, await upload(page, await open(page), file));
}

/** Reads the message of acceptance and follows its link to the job. */
export async function follow(page: Page, title: string, job: string): Promise<string> {
  const message = page.locator("#flash");
  strictEqual(
    (await message.innerText()).replaceAll(/\s/g, ""),
    `${title}を受け付けました。処理の結果は［バックグラウンド処理］で確認してください`,
  );
  await message.getByRole("link", { name: title }).click();
  await page.waitForURL(`**/background-jobs/${job}`);
  return job;
}

/** Waits on a job's page, without reloading it, until it shows this status. */
export async function untilShown(page: Page, status: string): Promise<void> {
  await page.getByText(status, { exact: true }).filter({ visible: true }).first().waitFor();
}

/** エラー詳細 names the same lines with the same reasons as the file. */
async function sameOnPage(page: Page, errors: [line: number, reason: string][]) {
  const lines = await page.getByRole("region", { name: "エラー詳細" }).getByRole("listitem").allInnerTexts();
  strictEqual(lines.length, errors.length);
  errors.forEach(([line, reason], i) => {
    ok(lines[i]!.startsWith(`${line}行目：`), `${lines[i]} on line ${line}`);
    ok(lines[i]!.endsWith(reason), `${lines[i]}: ${reason}`);
  });
}

/** The records of a file in the encoding it must have; UTF-8 with the mark that Excel looks for. */
export function readWithPython(
  python: string,
  { bytes }: ChosenFile,
  encoding: HandFile["encoding"],
): Promise<string[][]> {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  strictEqual(marked, encoding === "utf-8");
  return readCsvWithPython(python, bytes, encoding === "utf-8" ? "utf-8-sig" : "cp932");
}
