import { Refusal } from "../../domain/errors.ts";
import { DOCUMENT_KINDS, DOCUMENT_LABELS, type DocumentKind } from "../../domain/request.ts";
import { withSuffix } from "../../formats/filename.ts";
import { writeDocuments } from "../documents/write_documents.ts";
import { LEFT_OUT } from "../engine/counts.ts";
import type { Job } from "../job.ts";
import { defineOperation, type SeveralField } from "../operation.ts";
import { fileStamp } from "../tokyo_day.ts";

const DOCUMENTS: SeveralField = {
  type: "several",
  name: "documents",
  legend: "ダウンロードする書類",
  choices: DOCUMENT_KINDS.map((value) => ({ value, label: DOCUMENT_LABELS[value] })),
};

/** Rows 36 to 40: the documents of one group as PDFs in a ZIP, of one or several kinds. */
export const downloadDocuments = defineOperation({
  kind: "download_documents",
  screen: "documents",
  menu: null,
  label: "ダウンロード",
  scope: "group",
  permission: "data",
  rerun: "free",
  printsNumbers: true,
  title: (group) => `${group?.name ?? ""}の書類ダウンロード`,
  dialog: {
    title: "書類のダウンロード",
    description: [
      "作成済みの書類を、従業員と書類ごとのPDFファイルにし、1つのZIPファイルにまとめます。画面の検索や絞り込みの条件は反映されません。",
      "マイナンバーは、管理者がダウンロードし、依頼グループの［書類へのマイナンバー印字］が［印字する］のときに限り印字されます。",
    ],
    button: "ダウンロード",
  },
  fields: [DOCUMENTS],
  async run(job) {
    const { group, options, acceptedAt } = job;
    if (!group) throw new Error("rows 36 to 40 are started for a group");
    const bundle = await job.zip(withSuffix(`書類_${group.name}.zip`, `_${fileStamp(acceptedAt)}`)).bundle();
    await writeDocuments(job, { group, kinds: kindsOf(options), bundle });
    if (job.counted("written") + job.counted(LEFT_OUT) === 0) {
      throw new Refusal("no_pages", { who: "選択した書類が作成されている従業員" });
    }
    return job.summary({ done: { written: "名分の書類を作成しました。" }, lines: LINES });
  },
});

/** 結果詳細: how many people, and how many of each document. */
const LINES = {
  written: "名分の書類を作成しました。",
  ...Object.fromEntries(DOCUMENT_KINDS.map((kind) => [kind, `${DOCUMENT_LABELS[kind]}：{n}件`])),
};

function kindsOf({ documents = [] }: Job["options"]): DocumentKind[] {
  return DOCUMENT_KINDS.filter((kind) => documents.includes(kind));
}
