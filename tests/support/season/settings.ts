import type { Page } from "playwright-core";
import { openRequests } from "../operating.ts";

/** Opens a page of ［依頼グループ設定］, fills it in and saves it. */
async function save(
  admin: Page,
  { group, page }: { group: string; page: string },
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  await openRequests(admin, group);
  await admin.goto(new URL(admin.url()).pathname.replace(/requests$/, `settings/${page}`));
  for (const [label, value] of Object.entries(fields)) {
    await admin.getByRole("main").getByLabel(new RegExp(`^${label}`)).fill(value);
  }
  await admin.getByRole("button", { name: "保存", exact: true }).click();
  await admin.getByText("設定を保存しました。").waitFor();
}

/** 管理者からのお知らせ設定. */
export function saveNotice(admin: Page, group: string, notice: string): Promise<void> {
  return save(admin, { group, page: "notice" }, { 管理者からのお知らせ: notice });
}

/** メールフォーマット設定: the text of 依頼通知. */
export function saveMailBody(admin: Page, group: string, body: string): Promise<void> {
  return save(admin, { group, page: "mails?mail=requested" }, { 本文: body });
}

/** 再通知・締切設定: a mail every day up to `baseOn` (YYYY-MM-DD), from `daysBefore` days before it. */
export function saveReminder(admin: Page, group: string, baseOn: string, daysBefore: number): Promise<void> {
  return save(admin, { group, page: "reminder" }, {
    再通知基準日: baseOn,
    再通知開始日: String(daysBefore),
    再通知送信間隔: "1",
  });
}

/** 再通知・締切設定: the day (YYYY-MM-DD) on which the group closes, and what its people read then. */
export function saveDeadline(admin: Page, group: string, closesOn: string, message: string): Promise<void> {
  return save(admin, { group, page: "deadline" }, {
    受付終了日: closesOn,
    受付終了後表示メッセージ: message,
  });
}
