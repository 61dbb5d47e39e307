import { type Reviewed, REVIEWED_LABELS } from "../../../domain/request.ts";
import { openDetail, type Story } from "./story.ts";

/** Opens ［書類をチェック］ of a document from 書類一覧. */
async function openCheck({ admin, who, list }: Story, document: Reviewed) {
  await admin.goto(list.replace(/requests$/, "documents"));
  const row = admin.getByRole("row").filter({ hasText: who.name })
    .filter({ hasText: REVIEWED_LABELS[document] });
  await row.getByRole("link", { name: /^書類チェック/ }).click();
  await admin.getByRole("heading", { level: 1, name: "書類をチェック" }).waitFor();
}

/** ［ダブルチェック待ちにする］. */
export async function doubleCheck(story: Story, document: Reviewed): Promise<void> {
  await openCheck(story, document);
  await story.admin.getByRole("button", { name: "ダブルチェック待ちにする" }).click();
  await story.admin.getByText("ダブルチェック待ちにしました。").waitFor();
}

/** ［ダブルチェック待ちを取り消す］. */
export async function takeBackDoubleCheck(story: Story, document: Reviewed): Promise<void> {
  await openCheck(story, document);
  await story.admin.getByRole("button", { name: "ダブルチェック待ちを取り消す" }).click();
  await story.admin.getByText("確認状況を「チェック待ち」に戻しました。").waitFor();
}

/** ［差し戻す］ with the 修正項目 that are ticked beforehand. */
export async function sendBack(story: Story, document: Reviewed, comment: string): Promise<void> {
  const { admin } = story;
  await openCheck(story, document);
  await admin.getByRole("button", { name: "差し戻す", exact: true }).click();
  const dialog = admin.getByRole("dialog", { name: "書類情報を差し戻す" });
  await dialog.getByLabel(/^修正内容/).fill(comment);
  await dialog.getByRole("button", { name: "差し戻す", exact: true }).click();
  await admin.getByText("差し戻しました。").waitFor();
}

/** ［修正依頼］ on 依頼詳細, of one 修正項目. */
export async function askForCorrection(story: Story, part: string, comment: string): Promise<void> {
  const { admin } = story;
  await openDetail(story);
  await admin.getByRole("button", { name: "修正依頼", exact: true }).click();
  const dialog = admin.getByRole("dialog", { name: "従業員への修正依頼" });
  await dialog.getByRole("checkbox", { name: part }).check();
  await dialog.getByLabel(/^修正内容/).fill(comment);
  await dialog.getByRole("button", { name: "修正依頼", exact: true }).click();
  await admin.getByText("修正依頼をしました。").waitFor();
}

/** ［修正依頼を取り消し］. */
export async function cancelCorrection(story: Story): Promise<void> {
  const { admin } = story;
  await openDetail(story);
  await admin.getByRole("button", { name: "修正依頼を取り消し" }).click();
  await admin.getByRole("dialog").getByRole("button", { name: "修正依頼を取り消し" }).click();
  await admin.getByText("修正依頼を取り消しました。").waitFor();
}

/** ［選択した書類をチェック済みにする］ of all on the page, of which `n` can be. */
export async function checkAll({ admin, list }: Story, n: number): Promise<void> {
  await admin.goto(list.replace(/requests$/, "documents"));
  await admin.getByRole("checkbox", { name: "このページの書類をすべて選択" }).check();
  await admin.getByRole("button", { name: "選択した書類をチェック済みにする" }).click();
  await admin.getByRole("dialog").getByRole("button", { name: "チェック済みにする" }).click();
  await admin.getByText(`${n}件をチェック済みにしました。`).waitFor();
}
