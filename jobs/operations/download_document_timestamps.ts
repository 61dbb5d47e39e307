import { DOCUMENT_DATETIME_LIST } from "../../domain/lists/tables/document_datetime_list.ts";
import { LEFT_OUT_GROUPS } from "../lists/left_out.ts";
import { readAsked } from "../lists/rows.ts";
import { LEFT_OUT, writeRows } from "../lists/write_lists.ts";
import { defineOperation } from "../operation.ts";
import { GROUP_SCREENS } from "../screens.ts";
import { fileStamp } from "../tokyo_day.ts";

const LABEL = "書類作成更新日時リストをダウンロード";

/** Rows 17 and 18: 書類作成更新日時リストをダウンロード, of one group or of all groups joined, newest group first. */
export const downloadDocumentTimestamps = defineOperation({
  kind: "download_document_timestamps",
  screen: "requests",
  menu: "ダウンロード",
  label: LABEL,
  scope: "group",
  permission: "data",
  allGroups: { screen: GROUP_SCREENS, menu: "情報一括ダウンロード", label: LABEL, permission: "admin" },
  rerun: "free",
  title: (group) =>
    group ? `${group.name}の書類作成更新日時リストダウンロード` : "書類作成更新日時リストの一括ダウンロード",
  errorFile: LEFT_OUT_GROUPS,
  dialog: {
    title: "書類作成更新日時リストのダウンロード",
    description: [
      "書類と前職情報がいつ作成され、差し戻され、修正され、確認されたかの一覧をCSVファイルで作成します。",
      "画面の検索や絞り込みの条件にかかわらず、すべての依頼が含まれます。",
    ],
    button: "ダウンロード",
  },
  async run(job) {
    const file = await job.csv({
      name: `書類作成更新日時リスト_${fileStamp(job.acceptedAt)}.csv`,
      header: DOCUMENT_DATETIME_LIST.header,
      encoding: "utf-8",
      neutralise: true,
    });
    await writeRows(job, [{ list: DOCUMENT_DATETIME_LIST, file }], readAsked);
    return job.summary({
      done: { written: "名分の書類作成更新日時リストを作成しました。" },
      skipped: LEFT_OUT,
    });
  },
});
