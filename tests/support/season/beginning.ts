import type { Page } from "playwright-core";
import { utf8Csv } from "../csv.ts";
import { untilShown } from "../import_twice.ts";
import { openDialog, upload } from "../operating.ts";
import type { Target } from "./company.ts";

/** Who comes into which 依頼グループ. */
export type Places = readonly (readonly [who: Target, group: string])[];

/** From an empty company to its first 依頼一覧: the source, this year, everybody from the source, groups by CSV. */
export async function begin(admin: Page, places: Places): Promise<void> {
  await chooseSource(admin);
  await admin.goto("/years/start");
  await admin.getByRole("button", { name: "はじめる" }).click();
  await ended(admin, "従業員情報の同期");
  await importGroups(admin, places);
  await admin.goto("/employees");
  await admin.getByRole("link", { name: "次へ" }).click();
  await admin.getByRole("button", { name: "完了" }).click();
  await admin.waitForURL("**/requests");
}

async function chooseSource(admin: Page) {
  await admin.goto("/settings/source");
  await admin.getByLabel("連携先").selectOption({ label: "サンプル企業" });
  await admin.getByRole("button", { name: "保存", exact: true }).click();
  await admin.getByText("データ連携の設定を保存しました。").waitFor();
}

async function importGroups(admin: Page, places: Places) {
  await admin.goto("/employees");
  const dialog = await openDialog(admin, "インポート", "依頼グループをインポート");
  const bytes = utf8Csv([["社員番号", "依頼グループ"], ...places.map(([{ code }, group]) => [code, group])]);
  await upload(admin, dialog, { name: "依頼グループ.csv", bytes });
  await ended(admin, "依頼グループのインポート");
}

/** Follows the message of acceptance to the job and waits until it is done. */
async function ended(admin: Page, title: string) {
  await admin.locator("#flash").getByRole("link", { name: title }).click();
  await untilShown(admin, "完了");
}
