import { type Reason, reason } from "./reason.ts";

/** What employees are told of their own answers (/my); see also ACTS. */
export const ANSWERING = {
  answers_moved: reason(
    409,
    "保存していません",
    "この画面を開いたあとに、ほかの画面（タブ）で回答が変更されました",
    "入力した内容を確認して、もう一度保存してください",
  ),
  not_answerable: reason(
    409,
    "今は回答できません",
    "依頼の状態は「{status}」です",
    "［あなたの年末調整］で、今の状態を確認してください",
  ),
  answering_closed: reason(
    409,
    "今は回答できません",
    "受付終了日を過ぎました",
    "提出がまだのときは、会社の担当者に連絡してください",
  ),
  answers_lacking: reason(
    422,
    "まだ提出できません",
    "回答していない設問があります（{page}）",
    "「入力が必要」と表示された画面を開いて、回答してください",
  ),
  picture_type: reason(
    415,
    "画像を追加できませんでした",
    "JPEG・PNG・PDF以外のファイルです",
    "写真を撮り直すか、JPEG・PNG・PDFのファイルを選んでください",
  ),
  picture_gone: reason(
    410,
    "画像を表示できません",
    "画像は削除されたか、保存されていません",
    "必要な場合は、従業員にもう一度添付を依頼してください",
  ),
  pictures_full: reason(
    422,
    "画像を追加できませんでした",
    "添付できる画像は{most}枚までです",
    "不要な画像を削除してから追加してください",
  ),
  pictures_missing: reason(
    422,
    "まだ提出できません",
    "画像の添付が必要なものがあります（{proof}）",
    "［証明書の画像］の画面で添付してください",
  ),
  list_full: reason(
    422,
    "追加できません",
    "登録できる件数の上限です（{list}）",
    "不要なものを削除してから追加してください",
  ),
} satisfies Record<string, Reason>;
