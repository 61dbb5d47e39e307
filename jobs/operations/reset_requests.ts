import { reset } from "../../domain/request_acts/asking.ts";
import { requestOperation } from "../request_operation.ts";

/** Row 33: 未依頼に戻す. Everything since the request is lost but 管理者メモ and 操作履歴 (reference/screens.md §7.2). */
export const resetRequests = requestOperation({
  kind: "reset_requests",
  menu: "その他操作",
  label: "まとめて未依頼に戻す",
  permission: "admin",
  password: true,
  title: (group) => `${group?.name ?? ""}の未依頼への一括変更`,
  dialog: {
    title: "未依頼に戻す",
    description: [
      "依頼を「未依頼」に戻し、収集情報を依頼の送信前の状態に戻します。依頼のあとに従業員が回答した内容と、担当者が編集した内容は失われます。",
      "前職情報は空になり、住宅借入金情報は年末調整を始めたときの状態に戻ります。この操作は元に戻せません。",
    ],
    button: "実行",
    destroys: true,
  },
  act: (request, _options, before) => reset(request, before),
  done: "名の依頼を未依頼に戻しました。",
});
