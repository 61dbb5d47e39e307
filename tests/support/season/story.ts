import { deepStrictEqual, strictEqual } from "node:assert/strict";
import type { Page } from "playwright-core";
import { openRequests } from "../operating.ts";
import type { Target } from "./company.ts";

/** The 依頼 of one person, as the 管理者 follows it. */
export interface Story {
  admin: Page;
  who: Target;
  group: string;
  /** Path of 依頼一覧 of the group. */
  list: string;
  /** What ［操作履歴］ has to say, the oldest first. */
  history: string[];
}

/** Begins to follow somebody in a group; `history`: what was said of them before. */
export async function storyOf(
  admin: Page,
  who: Target,
  group: string,
  history: string[] = [],
): Promise<Story> {
  await openRequests(admin, group);
  return { admin, who, group, list: new URL(admin.url()).pathname, history };
}

/** Opens 依頼詳細 from 依頼一覧; the 依頼ステータス that the list says. */
export async function openDetail({ admin, who, list }: Story): Promise<string> {
  await admin.goto(list);
  const link = admin.getByRole("link", { name: who.name, exact: true });
  const row = admin.getByRole("row").filter({ has: link });
  const status = await row.getByRole("cell").nth(1).innerText();
  await link.click();
  await admin.getByRole("heading", { level: 1, name: who.name }).waitFor();
  return status;
}

/**
 * Where a 依頼 must stand, as 依頼一覧 and 依頼詳細 say, and the whole ［操作履歴］.
 * @param since its entries since the last look, the oldest first; 修正内容 on the lines after the sentence
 */
export async function stands(story: Story, status: string, ...since: string[]): Promise<void> {
  const { admin, who, history } = story;
  history.push(...since);
  strictEqual(await openDetail(story), status, "on 依頼一覧");
  strictEqual(await labelOf(admin, who.name), status, "on 依頼詳細");
  deepStrictEqual(await historyShown(admin), history);
}

/** What an employee's own page must say: the 依頼ステータス and what comes next. */
export async function reads(employee: Page, status: string, next: string): Promise<void> {
  await employee.goto("/my");
  await employee.getByRole("heading", { level: 2, name: next, exact: true }).waitFor();
  strictEqual(await labelOf(employee, "あなたの年末調整"), status, "on /my");
}

/** The label before the title of a page. */
function labelOf(page: Page, title: string): Promise<string> {
  return page.getByRole("heading", { level: 1, name: title }).locator("xpath=preceding-sibling::*")
    .innerText();
}

/** The entries of ［操作履歴］, the oldest first, without their times. */
async function historyShown(admin: Page): Promise<string[]> {
  await admin.getByRole("button", { name: "依頼の操作" }).click();
  await admin.getByRole("menuitem", { name: "操作履歴" }).click();
  const dialog = admin.getByRole("dialog", { name: "操作履歴" });
  await dialog.waitFor();
  const entries = await dialog.getByRole("listitem").all();
  const texts = await Promise.all(entries.map((entry) => entry.getByRole("paragraph").allInnerTexts()));
  await admin.keyboard.press("Escape");
  return texts.map(([_time, ...said]) => said.join("\n")).reverse();
}

/** Everything that 収集情報 and 書類確認状況 show of somebody, tab by tab. */
export async function collectedOf(story: Story): Promise<string[]> {
  const { admin } = story;
  await openDetail(story);
  const tabs = admin.getByRole("navigation", { name: "収集情報" }).getByRole("link");
  const addresses = await tabs.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  const shown: string[] = [];
  for (const address of addresses) {
    await admin.goto(address);
    shown.push(await admin.getByRole("main").innerText());
  }
  return shown;
}
