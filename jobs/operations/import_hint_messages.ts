import { Refusal } from "../../domain/errors.ts";
import type { Group } from "../../domain/group.ts";
import { hintReason, MAX_HINT, ownHintOf } from "../../domain/hint.ts";
import { questionOf } from "../../domain/questionnaire.ts";
import { HINT_COLUMNS, hintRows } from "../hint_csv.ts";
import { csvInput, type Row } from "../input.ts";
import type { Change, Effect, Job } from "../job.ts";
import { defineOperation } from "../operation.ts";
import { GROUP_SCREENS } from "../screens.ts";

/** Of a 設問番号 that there is none of, so much is told. */
const NUMBER_SHOWN = 20;

/** Row 12: アンケートのヒントメッセージ一括設定（CSV）; reference/imports.md §2.10. */
export const importHintMessages = defineOperation({
  kind: "import_hint_messages",
  screen: GROUP_SCREENS,
  menu: "依頼グループ設定",
  label: "アンケートのヒントメッセージ一括設定（CSV）",
  scope: "group",
  permission: "data",
  rerun: "free",
  title: (group) => `${group?.name ?? ""}のアンケートのヒントメッセージ一括設定`,
  dialog: {
    title: "アンケートのヒントメッセージ一括設定",
    description: [
      "この依頼グループのアンケートに表示するヒントを、CSVファイルの内容に置き換えます。ファイルにない設問のヒントは変わりません。",
      "ヒントを空にした設問は、初期設定のヒントに戻ります。アンケートタイトルは確認用の項目です。",
      `ヒントは1つの設問につき${MAX_HINT.toLocaleString("ja-JP")}文字までです。` +
      '使えるタグはリンク（<a href="https://…">文字</a>）だけです。',
    ],
    button: "アップロード",
    links: (group) =>
      group
        ? [{
          label: "現在の設定状態をCSVファイルとしてダウンロード",
          href: `/groups/${group.id}/settings/hints/export`,
        }]
        : [],
  },
  input: csvInput(
    [
      { name: HINT_COLUMNS.number, required: true, example: "2" },
      { name: HINT_COLUMNS.title, required: false, example: "退職予定はありますか？" },
      { name: HINT_COLUMNS.hint, required: true, example: "" },
    ],
    { name: "default_question_hints.csv", encoding: "utf-8", rows: hintRows() },
    { key: HINT_COLUMNS.number },
  ),
  async run(job) {
    if (!job.group) throw new Error("row 12 is started for a group");
    const effect = hintsOf(job.group, job);
    for await (const rows of job.rows()) await job.apply(rows, effect);
    const done = { set: "件のヒントを設定しました。", reset: "件のヒントを初期設定に戻しました。" };
    return job.summary({ done, lines: { ...done, same: "件は変更がありませんでした。" } });
  },
});

/** What the group says of each question, as its row wants it. */
function hintsOf(group: Group, { data }: Pick<Job, "data">): Effect<Row, string | null> {
  return {
    guards: [data.members.guard(group.id)],
    async read(rows) {
      const [present, own] = await Promise.all([data.groups.get(group.id), data.hints.of(group.id)]);
      // Hints of a deleted group would stay for ever.
      if (!present) throw new Refusal("job_group_gone");
      return rows.map(({ key }) => own.get(Number(key)) ?? null);
    },
    change({ key, cells }, present): Change {
      const question = questionOf(key);
      if (!question) return { refuse: "question_unknown", params: { number: key.slice(0, NUMBER_SHOWN) } };
      const setting = ownHintOf(question, cells[HINT_COLUMNS.hint] ?? "");
      if ("problem" in setting) {
        const { code, params } = hintReason(setting.problem);
        return { refuse: code, params };
      }
      const { own } = setting;
      if (own === present) return { count: "same", writes: [] };
      const writes = data.hints.put(group.id, question.number, own);
      return { count: own === null ? "reset" : "set", writes };
    },
  };
}
