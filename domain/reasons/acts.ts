import { type Reason, reason } from "./reason.ts";

const KEPT = "依頼を変更できませんでした";
const REVIEW_KEPT = "確認状況を変更できませんでした";
const RELOAD = "画面を再読み込みして、今の状態を確認してください";

/** Acts on a 依頼 that its 依頼ステータス, its 対象外理由 or the 確認状況 of a document does not allow. */
export const ACTS = {
  send_status: reason(
    422,
    KEPT,
    "依頼を送信できるのは「未依頼」だけです（現在は{status}）",
    "もう一度送信するときは、先に未依頼に戻してください",
  ),
  send_excluded: reason(
    422,
    KEPT,
    "対象外理由が設定されています（{exclusion}）",
    "送信するときは、先に［まとめて未依頼に戻す］で対象外理由を取り消してください",
  ),
  exclude_status: reason(
    422,
    KEPT,
    "対象外にできるのは「未依頼」と、対象外候補か対象外理由のある「回答済み」「再回答」だけです（現在は{status}）",
    "対象外にするときは、先に未依頼に戻してください",
  ),
  exclude_other_reason: reason(
    422,
    KEPT,
    "別の対象外理由か対象外候補が設定されています（{exclusion}）",
    "同じ理由を選ぶか、先に未依頼に戻してください",
  ),
  confirm_status: reason(
    422,
    KEPT,
    "確定できるのは「未依頼」「回答済み」「再回答」だけです（現在は{status}）",
    "従業員の回答を待つか、対象の依頼を確認してください",
  ),
  unconfirm_status: reason(
    422,
    KEPT,
    "確定を取り消せるのは「確定」だけです（現在は{status}）",
    "対象の依頼を確認してください",
  ),
  remind_status: reason(
    422,
    KEPT,
    "再通知できるのは「依頼中」「入力中」「修正依頼中」だけです（現在は{status}）",
    "対象の依頼を確認してください",
  ),
  reset_status: reason(
    422,
    KEPT,
    "この依頼ステータスからは未依頼に戻せません（現在は{status}）",
    "対象の依頼を確認してください",
  ),
  reset_confirmed: reason(
    422,
    KEPT,
    "「確定」のままでは未依頼に戻せません",
    "先に確定を取り消してから未依頼に戻してください",
  ),
  expire_status: reason(
    422,
    KEPT,
    "回答期限切れになるのは「依頼中」「入力中」だけです（現在は{status}）",
    RELOAD,
  ),
  correct_status: reason(
    422,
    KEPT,
    "差し戻しと修正依頼ができるのは「回答済み」「再回答」「修正依頼中」だけです（現在は{status}）",
    "確定した依頼は、先に確定を取り消してください",
  ),
  cancel_correction_status: reason(
    422,
    KEPT,
    "取り消せるのは「修正依頼中」の間だけです（現在は{status}）",
    RELOAD,
  ),
  no_correction: reason(422, KEPT, "取り消す修正依頼がありません", RELOAD),
  review_request_status: reason(
    422,
    REVIEW_KEPT,
    "確認状況を変更できるのは、依頼が「未依頼」「回答済み」「再回答」「修正依頼中」の間だけです（現在は{status}）",
    "対象の依頼を確認してください",
  ),
  review_missing: reason(
    422,
    REVIEW_KEPT,
    "書類または前職情報が作成されていません（{document}）",
    "収集情報を確認してください",
  ),
  review_status: reason(
    422,
    REVIEW_KEPT,
    "今の確認状況からは変更できません（{document}は{review}）",
    "書類の確認状況を確認してください",
  ),
  delete_document_status: reason(
    422,
    "書類を削除できませんでした",
    "書類を削除できるのは、依頼が「未依頼」「回答済み」「再回答」の間だけです（現在は{status}）",
    "対象の依頼を確認してください",
  ),
  answer_status: reason(
    422,
    "回答を保存できませんでした",
    "今は回答を受け付けていません（{status}）",
    "内容を変更したいときは、担当者に連絡してください",
  ),
  answer_closed: reason(
    422,
    "回答を保存できませんでした",
    "受付終了日を過ぎました",
    "提出がまだのときは、担当者に連絡してください",
  ),
  restart_status: reason(
    422,
    "アンケートをやり直せませんでした",
    "やり直せるのは、提出してから確定するまでの間だけです（{status}）",
    "内容を変更したいときは、担当者に連絡してください",
  ),
  nothing_changed: reason(
    422,
    "保存できませんでした",
    "変更点がない場合は保存できません",
    "担当者に差し戻しの取り消しを連絡してください",
  ),
  collect_status: reason(
    422,
    "収集情報を保存できませんでした",
    "依頼中・入力中・修正依頼中・確定の間は編集できません（現在は{status}）",
    "従業員の提出を待つか、確定を取り消してから編集してください",
  ),
} satisfies Record<string, Reason>;
