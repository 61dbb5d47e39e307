import { ORIGINALS_LIST } from "../../domain/lists/tables/originals_list.ts";
import { isHandedIn } from "../../domain/request.ts";
import { LEFT_OUT_GROUPS } from "../lists/left_out.ts";
import { LEFT_OUT, writeLists } from "../lists/write_lists.ts";
import { defineOperation } from "../operation.ts";
import { GROUP_SCREENS } from "../screens.ts";
import { fileStamp } from "../tokyo_day.ts";

const LABEL = "原本一覧をダウンロード";

/** Rows 25 and 26: 原本一覧をダウンロード, of one group or of all groups joined, newest group first; a row an original. */
export const downloadOriginals = defineOperation({
  kind: "download_originals",
  screen: "requests",
  menu: "ダウンロード",
  label: LABEL,
  scope: "group",
  permission: "data",
  allGroups: { screen: GROUP_SCREENS, menu: "情報一括ダウンロード", label: LABEL, permission: "admin" },
  rerun: "free",
  title: (group) => group ? `${group.name}の提出原本一覧CSVダウンロード` : "提出原本一覧の一括ダウンロード",
  errorFile: LEFT_OUT_GROUPS,
  dialog: {
    title: "原本一覧のダウンロード",
    description: [
      "従業員が提出する証明書などの原本の一覧を、1行に原本1点のCSVファイルで作成します。",
      "「回答済み」「再回答」「確定」の依頼のうち、提出する原本があるものが含まれます。画面の検索や絞り込みの条件は反映されません。",
    ],
    button: "ダウンロード",
  },
  async run(job) {
    const file = await job.csv({
      name: `提出原本一覧_${fileStamp(job.acceptedAt)}.csv`,
      header: ORIGINALS_LIST.header,
      encoding: "utf-8",
      neutralise: true,
    });
    // reference/csv-columns.md 2.23.
    await writeLists(job, [{ list: ORIGINALS_LIST, file }], {
      of: ({ request }) => request !== null && isHandedIn(request),
    });
    return job.summary({ done: { written: "名分の原本一覧を作成しました。" }, skipped: LEFT_OUT });
  },
});
