import { type Reason, reason, REJECTED, rowReason } from "./reason.ts";

const FAILED = "取り込みに失敗しました";
const UNTOUCHED = "受け取ったファイルを、開いたり保存し直したりせずに、そのまま選択してください";
const AS_CSV = "CSVファイルで取り込んでください";

/** DAT files of 団体保険 (LINC形式, 損保標準形式); the texts that reference/imports.md §1.1 gives, as it gives them. */
export const DAT = {
  dat_other_format: reason(
    422,
    REJECTED,
    "{actual}のファイルが選択されました（選択した形式：{chosen}）",
    "形式を選び直すか、{chosen}のファイルを選択してください",
  ),
  dat_no_format: reason(
    422,
    REJECTED,
    "データのフォーマットが正しくありません（{chosen}ではないファイル）",
    UNTOUCHED,
  ),
  dat_records: reason(
    422,
    FAILED,
    "データのフォーマットが正しくありません（{record}番目のレコード）",
    UNTOUCHED,
  ),
  dat_nothing: reason(
    422,
    FAILED,
    "インポートするデータがありませんでした",
    "保険料の明細が入ったファイルを選択してください",
  ),
  dat_zeros: reason(
    422,
    FAILED,
    "先頭の0の数だけが違う社員番号があり、氏名コードと照合できません（{codes}）",
    AS_CSV,
  ),
  dat_field: rowReason(
    "データのフォーマットが正しくありません（{fields}）",
    `ファイルの発行元に確認するか、${AS_CSV}`,
  ),
  dat_company: rowReason("会社コードが定義されていません（{code}）", AS_CSV),
} satisfies Record<string, Reason>;
