import { ok } from "node:assert/strict";
import { Buffer } from "node:buffer";
import type { Locator, Page } from "playwright-core";
import { PASSWORD } from "../client.ts";
import { shiftJisCsv } from "../csv.ts";
import { follow, untilShown } from "../import_twice.ts";
import { acceptedJob } from "../operating.ts";
import type { Target } from "./company.ts";
import type { Story } from "./story.ts";

/** An operation on ticked 依頼, as the person who starts it sees it. */
interface Operation {
  button: string;
  /** The button is in その他操作▼. */
  more?: boolean;
  /** 未依頼に戻す asks for the password first. */
  password?: boolean;
  /** Title of the dialog, and the button that starts it. */
  dialog: string;
  start: string;
  /** 対象外理由. */
  reason?: string;
  /** 処理名 without the group, and メッセージ for one person. */
  title: string;
  done: string;
}

/** Row 29. */
export const SEND: Operation = {
  button: "まとめて依頼を送信",
  dialog: "依頼の送信",
  start: "送信",
  title: "依頼の一括送信",
  done: "1名の依頼を送信しました。",
};

/** Row 30, with 紙による提出. */
export const EXCLUDE: Operation = {
  button: "まとめて対象外にする",
  dialog: "対象外の設定",
  start: "実行",
  reason: "対象外(紙による提出)",
  title: "依頼の一括対象外設定",
  done: "1名の依頼を対象外にしました。",
};

/** Row 31. */
export const CONFIRM: Operation = {
  button: "まとめて確定する",
  dialog: "依頼の確定",
  start: "確定",
  title: "依頼の一括確定",
  done: "1名の依頼を確定しました。",
};

/** Row 32. */
export const REMIND: Operation = {
  button: "まとめて再通知する",
  more: true,
  dialog: "依頼の再通知",
  start: "再通知",
  title: "依頼の一括再通知",
  done: "1名の依頼を再通知しました。",
};

/** Row 33. */
export const RESET: Operation = {
  button: "まとめて未依頼に戻す",
  more: true,
  password: true,
  dialog: "未依頼に戻す",
  start: "実行",
  title: "未依頼への一括変更",
  done: "1名の依頼を未依頼に戻しました。",
};

/** Row 34. */
export const UNCONFIRM: Operation = {
  button: "まとめて確定を取り消す",
  more: true,
  dialog: "確定の取り消し",
  start: "実行",
  title: "確定の一括取り消し",
  done: "1名の依頼の確定を取り消しました。",
};

/** Ticks the 依頼 on 依頼一覧, starts the operation and waits on the job's page for its end. */
export async function operate({ admin, who, group, list }: Story, operation: Operation): Promise<void> {
  const { button, more, password, dialog: title, start, reason } = operation;
  await admin.goto(list);
  await admin.getByRole("checkbox", { name: `${who.name}（${who.code}）を選択` }).check();
  if (more) await admin.getByRole("button", { name: "その他操作", exact: true }).click();
  await admin.getByRole(more ? "menuitem" : "button", { name: button }).click();
  if (password) {
    await passwordIn(admin.getByRole("dialog", { name: "パスワードの確認" })).fill(PASSWORD);
    await admin.getByRole("button", { name: "確認する" }).click();
  }
  const dialog = admin.getByRole("dialog", { name: title });
  if (reason) await dialog.getByRole("radio", { name: reason, exact: true }).check();
  await dialog.getByText("選択した依頼1件のうち、1件を処理できます。").waitFor();
  await dialog.getByRole("button", { name: start, exact: true }).click();
  await ended(admin, `${group}の${operation.title}`, operation.done);
}

/** Row 28: ［依頼状況を一括更新］ with one line. */
export async function updateStatus({ admin, who, group, list }: Story, code: "1" | "2" | "99", done: string) {
  await admin.goto(list);
  await uploadWithPassword(admin, "依頼状況を一括更新", [["社員番号", "依頼"], [who.code, code]]);
  await ended(admin, `${group}の依頼状況の一括更新`, done);
}

const REVIEW_HEADER = [
  "今年のマルフ",
  "来年のマルフ",
  "基配所",
  "保険料控除申告書",
  "住宅借入金等控除申告書",
  "前職情報",
];

/** Row 35: ［確認状況を一括更新］ with one line, whose codes stand in the order of the columns. */
export async function updateReviews({ admin, who, group, list }: Story, ...codes: string[]): Promise<void> {
  await admin.goto(list.replace(/requests$/, "documents"));
  const line = REVIEW_HEADER.map((_, i) => codes[i] ?? "");
  await uploadWithPassword(admin, "確認状況を一括更新", [["社員番号", ...REVIEW_HEADER], [
    who.code,
    ...line,
  ]]);
  await ended(
    admin,
    `${group}の書類・前職情報確認状況の一括更新`,
    "1名の書類・前職情報の確認状況を更新しました。",
  );
}

async function uploadWithPassword(page: Page, button: string, rows: string[][]) {
  await page.getByRole("button", { name: button, exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.locator("input[type=file]").setInputFiles({
    name: "一括更新.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(shiftJisCsv(rows)),
  });
  await passwordIn(dialog).fill(PASSWORD);
  await page.keyboard.press("Enter");
}

const passwordIn = (where: Locator) => where.getByRole("textbox", { name: /^パスワード/ });

/** Follows the message of acceptance and waits for 完了 with this メッセージ. */
async function ended(page: Page, title: string, done: string) {
  await follow(page, title, await acceptedJob(page));
  await untilShown(page, "完了");
  const text = await page.getByRole("main").innerText();
  ok(text.includes(done), text);
}

/** ［グループを変更］ on 対象従業員設定. */
export async function moveTo(admin: Page, { name, code }: Target, group: string): Promise<void> {
  await admin.goto("/employees");
  await admin.getByRole("button", { name: `${name}（${code}）のグループを変更` }).click();
  await admin.getByLabel("所属させる依頼グループ").fill(group);
  await admin.getByRole("dialog").getByRole("button", { name: "変更", exact: true }).click();
  await admin.getByText("従業員の依頼グループを変更しました。").waitFor();
}
