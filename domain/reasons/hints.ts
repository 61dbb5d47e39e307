import { type Reason, rowReason } from "./reason.ts";

/** ヒントメッセージ of the questionnaire. */
export const HINTS = {
  question_unknown: rowReason(
    "この番号の設問はありません（{number}）",
    "設問番号をサンプルCSVファイルと見比べて修正してください",
  ),
  hint_too_long: rowReason(
    "ヒントの文字数が上限を超えています（{count}文字）",
    "{max}文字以内にしてください",
  ),
  hint_markup: rowReason(
    "ヒントに使えないタグがあります（{found}）",
    '使えるタグはリンクだけです。<a href="https://…">文字</a>の形で入力してください',
  ),
  hint_address: rowReason(
    "ヒントのリンク先に使えないアドレスがあります（{found}）",
    "リンク先にはhttps://またはhttp://で始まるアドレスを入力してください",
  ),
  hint_characters: rowReason(
    "ヒントに使えない文字があります",
    "目に見えない文字（制御文字など）を取り除いてください",
  ),
} satisfies Record<string, Reason>;
