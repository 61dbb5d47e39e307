import { perform, type Performer, performerOf, type Subject } from "../../domain/perform.ts";
import { askedSubjects, isNotAsked, type NotAsked } from "../asked_rows.ts";
import { csvInput, type Row } from "../input.ts";
import type { Change, Effect, Job, Unit } from "../job.ts";
import { defineOperation } from "../operation.ts";
import {
  type CellCount,
  changeReviews,
  REVIEW_COLUMNS,
  type ReviewCell,
  reviewCells,
} from "../review_cells.ts";

/** 結果詳細: how many documents and 前職情報 came to what. */
const LINES: Record<CellCount, string> = {
  checked: "件の書類・前職情報をチェック済みにしました。",
  double_waiting: "件の書類・前職情報をダブルチェック待ちにしました。",
  waiting: "件の書類・前職情報をチェック待ちにしました。",
  deleted: "件の書類を削除しました。",
};

const DONE = "名の書類・前職情報の確認状況を更新しました。";

/**
 * Row 35: 確認状況を一括更新. One file for 書類 and 前職情報; a row is one 依頼 of the group on screen, and is done as a whole or
 * not at all (reference/screens.md §7.1). What stands so already is no error: its time is that of now.
 */
export const updateReviewStatuses = defineOperation({
  kind: "update_review_statuses",
  screen: ["documents", "previous_jobs"],
  menu: null,
  label: "確認状況を一括更新",
  scope: "group",
  permission: "review",
  rerun: "confirm",
  password: true,
  title: (group) => `${group?.name ?? ""}の書類・前職情報確認状況の一括更新`,
  dialog: {
    title: "書類・前職情報確認状況の一括更新（CSVファイルの取り込み）",
    description: [
      "書類と前職情報の列に書いた値で、この依頼グループの従業員の確認状況を変更します。1はチェック済み、2はダブルチェック待ち、3はチェック待ち、99は書類の削除です。空欄の項目は変更しません。",
      "1から3は「未依頼」「回答済み」「再回答」「修正依頼中」、99は「未依頼」「回答済み」「再回答」の依頼に使えます。差し戻しの書類は変更できません。99を使えるのは「管理者」だけで、前職情報は削除できません。",
      "1行に変更できない項目がひとつでもあると、その従業員の確認状況はどれも変更しません。",
    ],
    button: "アップロード",
  },
  input: csvInput(
    [
      { name: "社員番号", required: true, example: "000123" },
      ...REVIEW_COLUMNS.map(({ name }) => ({ name, required: true, example: "1" })),
    ],
    { name: "書類・前職情報ステータス一括更新用CSVサンプル.csv", encoding: "shift_jis" },
  ),
  async run(job) {
    if (!job.group) throw new Error("row 35 is started for a group");
    const effect = updating(job, await performerOf(job.data, job.actor, job.group));
    for await (const rows of job.rows()) await job.apply(rows.map(unitOf), effect);
    return job.summary({
      done: { updated: DONE },
      lines: { updated: DONE, ...LINES },
      skipped: { blank: "名はすべての項目が空欄のため変更しませんでした。" },
      left: "{n}名はすべての項目が空欄のため変更しませんでした。",
    });
  },
});

/** A row with what it says. */
interface ReviewRow extends Unit {
  said: ReviewCell[];
}

function unitOf({ line, key, cells, problem }: Row): ReviewRow {
  const said = reviewCells(cells);
  return problem ? { line, key, said, problem } : { line, key, said };
}

/** Null for a row that changes nothing. */
type Found = Subject | NotAsked | null;

function updating(
  job: Pick<Job, "data" | "group" | "sees" | "may">,
  performer: Performer,
): Effect<ReviewRow, Found> {
  const means = { mayDelete: job.may("admin"), at: performer.at };
  return {
    guards: [job.data.members.guard(job.group!.id)],
    async read(rows) {
      const codes = rows.flatMap(({ key, said }) => said.length > 0 ? [key] : []);
      const found = await askedSubjects(codes, job, () => "none");
      let i = 0;
      return rows.map(({ said }) => said.length > 0 ? found[i++]! : null);
    },
    change({ said }, found): Change {
      if (!found) return { skip: "blank" };
      if (isNotAsked(found)) return found;
      const changed = changeReviews(found.member.request, said, means);
      if ("refuse" in changed) return changed;
      return {
        count: ["updated", ...changed.counts],
        writes: perform(performer, found, changed.done).writes,
      };
    },
  };
}
