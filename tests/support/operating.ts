import { Buffer } from "node:buffer";
import type { Locator, Page } from "playwright-core";

/** A file as a person would choose it. */
export interface ChosenFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Opens 依頼一覧 of the group with this name. */
export async function openRequests(page: Page, group: string): Promise<void> {
  await page.goto("/groups");
  await page.getByRole("link", { name: new RegExp(`^${group}`) }).click();
  await page.getByRole("heading", { level: 1, name: `${group}の年末調整` }).waitFor();
}

/** Opens a dropdown, chooses an operation, and returns the dialog that comes. */
export async function openDialog(page: Page, menu: string, label: string): Promise<Locator> {
  await page.getByRole("button", { name: menu, exact: true }).click();
  await page.getByRole("menuitem", { name: label }).click();
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  return dialog;
}

/** Puts a file into the dialog and presses its button; the id of the job in the acceptance message. */
export async function upload(page: Page, dialog: Locator, { name, bytes }: ChosenFile): Promise<string> {
  await dialog.locator("input[type=file]").setInputFiles({
    name,
    mimeType: "text/csv",
    buffer: Buffer.from(bytes),
  });
  await dialog.getByRole("button", { name: "アップロード" }).click();
  return await acceptedJob(page);
}

/** The id of the job in the acceptance message that the page shows now. */
export async function acceptedJob(page: Page): Promise<string> {
  const link = page.locator("#flash a[href^='/background-jobs/']").first();
  const address = await link.getAttribute("href");
  return address!.split("/").at(-1)!;
}

/** Presses the download button of the n-th attachment on a job's page and reads the file. */
export async function saveAttachment(page: Page, n = 1): Promise<ChosenFile> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: /ダウンロード$/ }).nth(n - 1).click(),
  ]);
  return { name: file.suggestedFilename(), bytes: await Deno.readFile(await file.path()) };
}
