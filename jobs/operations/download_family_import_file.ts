import { FAMILY_BULK_UPDATE } from "../../domain/lists/tables/family_bulk_update.ts";
import { LEFT_OUT_GROUPS } from "../lists/left_out.ts";
import { LEFT_OUT, writeLists } from "../lists/write_lists.ts";
import { defineOperation } from "../operation.ts";
import { GROUP_SCREENS } from "../screens.ts";
import { fileStamp } from "../tokyo_day.ts";

const LABEL = "家族情報インポートファイルをダウンロード";

/**
 * Rows 23 and 24: 家族情報インポートファイルをダウンロード, of one group or of all groups joined, newest group first. What is
 * 確定 only. Nothing is neutralised: the master reads the file.
 */
export const downloadFamilyImportFile = defineOperation({
  kind: "download_family_import_file",
  screen: "requests",
  menu: "ダウンロード",
  label: LABEL,
  scope: "group",
  permission: "data",
  allGroups: { screen: GROUP_SCREENS, menu: "情報一括ダウンロード", label: LABEL, permission: "admin" },
  rerun: "free",
  title: (group) =>
    group ? `${group.name}の家族情報一括更新用CSVダウンロード` : "家族情報一括更新用CSVの一括ダウンロード",
  errorFile: LEFT_OUT_GROUPS,
  dialog: {
    title: "家族情報インポートファイルのダウンロード",
    description: [
      "「確定」の依頼で収集した今年の配偶者と家族の情報を、基本機能に取り込むためのCSVファイルで作成します。",
      "基本機能に取り込む前に、「依頼グループ」と「依頼ステータス」の列を削除してください。",
      "社会保険の扶養状況は対象従業員に追加したときの基本機能の情報で、年末調整で追加された家族は99（不明）です。",
      "画面の検索や絞り込みの条件は反映されません。",
    ],
    button: "ダウンロード",
  },
  async run(job) {
    const file = await job.csv({
      name: `家族情報一括更新用_${fileStamp(job.acceptedAt)}.csv`,
      header: FAMILY_BULK_UPDATE.header,
      encoding: "utf-8",
      neutralise: false,
    });
    await writeLists(job, [{ list: FAMILY_BULK_UPDATE, file }], {
      of: ({ request }) => request?.status === "confirmed",
    });
    return job.summary({
      done: { written: "名分の家族情報インポートファイルを作成しました。" },
      skipped: LEFT_OUT,
    });
  },
});
