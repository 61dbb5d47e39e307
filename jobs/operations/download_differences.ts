import type { List } from "../../domain/lists/list.ts";
import { THIS_NEXT_YEAR_DEPENDENTS_DIFF } from "../../domain/lists/tables/this_next_year_dependents_diff.ts";
import { THIS_NEXT_YEAR_SELF_DIFF } from "../../domain/lists/tables/this_next_year_self_diff.ts";
import { THIS_YEAR_DEPENDENTS_DIFF } from "../../domain/lists/tables/this_year_dependents_diff.ts";
import { THIS_YEAR_SELF_DIFF } from "../../domain/lists/tables/this_year_self_diff.ts";
import { withSuffix } from "../../formats/filename.ts";
import type { Job } from "../job.ts";
import { LEFT_OUT_GROUPS } from "../lists/left_out.ts";
import { LEFT_OUT, type ListFile, writeLists } from "../lists/write_lists.ts";
import { type ChoiceField, defineOperation } from "../operation.ts";
import { GROUP_SCREENS } from "../screens.ts";
import { fileStamp } from "../tokyo_day.ts";

/** What of the differences is downloaded: its names, and its lists under the names of their files. */
const CHOICES = {
  this_year: {
    label: "今年の差分リスト",
    title: "今年の差分リストの一括ダウンロード",
    lists: {
      今年の本人情報差分リスト: THIS_YEAR_SELF_DIFF,
      今年の扶養親族差分リスト: THIS_YEAR_DEPENDENTS_DIFF,
    },
  },
  this_and_next_year: {
    label: "今年と来年の差分リスト",
    title: "今年・来年の差分リストの一括ダウンロード",
    lists: {
      今年と来年の本人情報差分リスト: THIS_NEXT_YEAR_SELF_DIFF,
      今年と来年の扶養親族情報差分リスト: THIS_NEXT_YEAR_DEPENDENTS_DIFF,
    },
  },
} satisfies Record<string, { label: string; title: string; lists: Record<string, List> }>;

const LIST: ChoiceField = {
  type: "choice",
  name: "list",
  legend: "ダウンロード対象リスト",
  choices: Object.entries(CHOICES).map(([value, { label }]) => ({ value, label })),
};

/**
 * Rows 21 and 22: 差分リストをダウンロード. Of one group what was declared against what the master said when people were
 * taken in; of all groups, newest first, that or 今年 against 来年.
 */
export const downloadDifferences = defineOperation({
  kind: "download_differences",
  screen: "requests",
  menu: "ダウンロード",
  label: "差分リストをダウンロード",
  scope: "group",
  permission: "data",
  allGroups: {
    screen: GROUP_SCREENS,
    menu: "情報一括ダウンロード",
    label: "差分リストのダウンロード",
    permission: "admin",
    fields: [LIST],
  },
  rerun: "free",
  title: (group, options) => group ? `${group.name}の差分リストダウンロード` : choiceOf(options).title,
  dialog: {
    title: "差分リストのダウンロード",
    description: [
      "従業員情報を取り込んだときと申告された内容の違いなどを、本人情報と扶養親族のCSVファイルにまとめたZIPファイルを作成します。",
      "従業員の回答が済んでいない依頼の内容は、正しい差分にならないことがあります。画面の検索や絞り込みの条件は反映されません。",
    ],
    button: "ダウンロード",
  },
  errorFile: LEFT_OUT_GROUPS,
  async run(job) {
    const choice = choiceOf(job.options);
    await writeLists(job, await filesOf(job, choice.lists));
    const what = job.group ? "差分リスト" : choice.label;
    return job.summary({ done: { written: `名分の${what}を作成しました。` }, skipped: LEFT_OUT });
  },
});

/** One group has no choice, nor has a menu yet: 今年の差分リスト. */
function choiceOf({ list }: Job["options"]) {
  return list === "this_and_next_year" ? CHOICES.this_and_next_year : CHOICES.this_year;
}

/** The CSVs of the ZIP, side by side. Their names tell the time in minutes, that of the ZIP in seconds. */
async function filesOf(job: Job, lists: Readonly<Record<string, List>>): Promise<ListFile[]> {
  const stamp = fileStamp(job.acceptedAt);
  const of = job.group ? `_${job.group.name}` : "";
  const zip = job.zip(withSuffix(`差分リスト${of}.zip`, `_${stamp}`));
  const files: ListFile[] = [];
  for (const [name, list] of Object.entries(lists)) {
    const file = await zip.csv({
      name: withSuffix(
        `${job.group ? "" : "すべての依頼グループの"}${name}${of}.csv`,
        `_${stamp.slice(0, 12)}`,
      ),
      header: list.header,
      encoding: "utf-8",
      neutralise: true,
    });
    files.push({ list, file, empty: noDifference(list) });
  }
  return files;
}

/** The row of a file without any other. */
function noDifference({ header }: List): string[] {
  return header.map((_, i) => i === 0 ? "差分はありませんでした" : "");
}
