import {
  COLLECTED_ITEMS,
  type CollectedChoice,
  collectedLists,
  ITEM_OPTIONS,
} from "../../domain/lists/collected_lists.ts";
import type { Job } from "../job.ts";
import { bugyoFiles, lostTable } from "../lists/bugyo_files.ts";
import { LEFT_OUT_GROUPS } from "../lists/left_out.ts";
import { LEFT_OUT, type ListFile, writeLists } from "../lists/write_lists.ts";
import { type ChoiceField, defineOperation } from "../operation.ts";
import { GROUP_SCREENS } from "../screens.ts";
import { fileStamp } from "../tokyo_day.ts";

const OF_GENERIC = { field: "format", is: ["generic"] };
const ofItems = (is: readonly string[]) => ({ field: "item", is });

/** The two steps of the dialog: ダウンロード形式, then what hangs on it (reference/screens.md §6.2). */
const FIELDS: readonly ChoiceField[] = [
  {
    type: "choice",
    name: "format",
    legend: "ダウンロード形式",
    choices: [{ value: "generic", label: "汎用データ形式" }, { value: "bugyo", label: "給与奉行形式" }],
  },
  {
    type: "choice",
    name: "item",
    legend: "ダウンロード対象項目",
    choices: Object.entries(COLLECTED_ITEMS).map(([value, label]) => ({ value, label })),
    when: OF_GENERIC,
  },
  {
    type: "choice",
    name: "include_non_dependants",
    legend: "税扶養控除対象でない配偶者と家族",
    choices: [{ value: "1", label: "含める" }, { value: "0", label: "含めない" }],
    absent: "0",
    when: ofItems(ITEM_OPTIONS.included),
  },
  {
    type: "choice",
    name: "year",
    legend: "ダウンロード対象年度",
    choices: [{ value: "this", label: "今年" }, { value: "next", label: "来年" }],
    when: ofItems(ITEM_OPTIONS.year),
  },
  {
    type: "choice",
    name: "layout",
    legend: "項目の並び",
    choices: [{ value: "horizontal", label: "横並び" }, { value: "vertical", label: "縦並び" }],
    when: ofItems(ITEM_OPTIONS.layout),
  },
];

/** What the file of 給与奉行 leaves out (reference/screens.md §6.9). */
const BUGYO_NOTES = [
  "給与奉行に取り込むCSVファイルを、今年分と来年分の2つ、ZIPファイルにまとめて作成します。",
  "税扶養控除の対象でない家族と、他の所得者が控除を受ける扶養親族は含まれません。家族は10人までです。",
  "前職は、最後に退職した1社の情報です。金額は、すべての前職の合計です。",
];

/** Rows 19 and 20: 収集情報をダウンロード, of one group or of all groups joined, newest group first. */
export const downloadCollectedInformation = defineOperation({
  kind: "download_collected_information",
  screen: "requests",
  menu: "ダウンロード",
  label: "収集情報をダウンロード",
  scope: "group",
  permission: "data",
  allGroups: {
    screen: GROUP_SCREENS,
    menu: "情報一括ダウンロード",
    label: "収集情報をダウンロード",
    permission: "admin",
  },
  rerun: "free",
  title: (group) => group ? `${group.name}の収集情報ダウンロード` : "収集情報の一括ダウンロード",
  dialog: {
    title: "収集情報をダウンロード",
    description: [
      "従業員から収集した情報をCSVファイルで作成します。個人番号は含まれません。",
      "画面の検索や絞り込みの条件にかかわらず、すべての依頼が含まれます。",
    ],
    button: "ダウンロード",
    notes: [{ when: { field: "format", is: ["bugyo"] }, text: BUGYO_NOTES }],
  },
  fields: FIELDS,
  errorFile: {
    ...LEFT_OUT_GROUPS,
    table: (job, refused) =>
      isBugyo(job) && job.bugyoEncoding === "shift_jis"
        ? lostTable(refused)
        : LEFT_OUT_GROUPS.table!(job, refused),
  },
  async run(job) {
    if (isBugyo(job)) {
      await writeLists(job, await bugyoFiles(job));
      return job.summary({
        done: { written: "名分の給与奉行形式のデータを作成しました。" },
        skipped: LEFT_OUT,
      });
    }
    const choice = choiceOf(job.options);
    await writeLists(job, await genericFiles(job, choice));
    return job.summary({
      done: { written: `名分の${COLLECTED_ITEMS[choice.item]}を作成しました。` },
      skipped: LEFT_OUT,
    });
  },
});

const isBugyo = ({ options }: Job) => options.format === "bugyo";

/** The options as they were accepted; what was not asked for has any value. */
function choiceOf(options: Job["options"]): CollectedChoice {
  return {
    item: options.item as CollectedChoice["item"],
    year: options.year === "next" ? "next" : "this",
    layout: options.layout === "vertical" ? "vertical" : "horizontal",
    nonDependants: options.include_non_dependants === "1",
  };
}

/** Nothing is neutralised: payroll reads the files, and an apostrophe would become part of a name. */
const STYLE = { encoding: "utf-8", neutralise: false } as const;

/** One CSV, or a ZIP where a choice makes several. */
async function genericFiles(job: Job, choice: CollectedChoice): Promise<ListFile[]> {
  const stamp = fileStamp(job.acceptedAt);
  const lists = Object.entries(collectedLists(choice));
  if (lists.length === 1) {
    const [[name, list]] = lists as [typeof lists[number]];
    return [{ list, file: await job.csv({ name: `${name}_${stamp}.csv`, header: list.header, ...STYLE }) }];
  }
  const zip = job.zip(`年末調整_保険料控除_${stamp}.zip`);
  const files: ListFile[] = [];
  for (const [name, list] of lists) {
    files.push({ list, file: await zip.csv({ name: `${name}.csv`, header: list.header, ...STYLE }) });
  }
  return files;
}
