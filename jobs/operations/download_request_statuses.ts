import { REQUEST_STATUS_LIST } from "../../domain/lists/tables/request_status_list.ts";
import { LEFT_OUT_GROUPS } from "../lists/left_out.ts";
import { readAsked } from "../lists/rows.ts";
import { LEFT_OUT, writeRows } from "../lists/write_lists.ts";
import { defineOperation } from "../operation.ts";
import { GROUP_SCREENS } from "../screens.ts";
import { fileStamp } from "../tokyo_day.ts";

/** Rows 15 and 16: 依頼状況一覧をダウンロード, of one group or of all groups joined, newest group first. */
export const downloadRequestStatuses = defineOperation({
  kind: "download_request_statuses",
  screen: "requests",
  menu: "ダウンロード",
  label: "依頼状況一覧をダウンロード",
  scope: "group",
  permission: "data",
  allGroups: {
    screen: GROUP_SCREENS,
    menu: "情報一括ダウンロード",
    label: "依頼状況一覧をダウンロード",
    permission: "admin",
  },
  rerun: "free",
  title: (group) => group ? `${group.name}の依頼状況一覧ダウンロード` : "依頼状況一覧の一括ダウンロード",
  errorFile: LEFT_OUT_GROUPS,
  dialog: {
    title: "依頼状況一覧のダウンロード",
    description: [
      "依頼のステータスと、書類・前職情報の確認状況の一覧をCSVファイルで作成します。",
      "画面の検索や絞り込みの条件にかかわらず、すべての依頼が含まれます。",
    ],
    button: "ダウンロード",
  },
  async run(job) {
    const file = await job.csv({
      name: `依頼状況一覧_${fileStamp(job.acceptedAt)}.csv`,
      header: REQUEST_STATUS_LIST.header,
      encoding: "utf-8",
      neutralise: true,
    });
    await writeRows(job, [{ list: REQUEST_STATUS_LIST, file }], readAsked);
    return job.summary({ done: { written: "名分の依頼状況一覧を作成しました。" }, skipped: LEFT_OUT });
  },
});
