import { unconfirm } from "../../domain/request_acts/asking.ts";
import { requestOperation } from "../request_operation.ts";

/** Row 34: 確定を取り消す. A 対象外理由 stays until 未依頼に戻す (reference/screens.md §7.2). */
export const unconfirmRequests = requestOperation({
  kind: "unconfirm_requests",
  menu: "その他操作",
  label: "まとめて確定を取り消す",
  permission: "confirm",
  title: (group) => `${group?.name ?? ""}の確定の一括取り消し`,
  dialog: {
    title: "確定の取り消し",
    description: [
      "依頼を確定する前の依頼状況に戻します。従業員にメールは送りません。",
      "対象外理由は残ります。取り消すときは、続けて［まとめて未依頼に戻す］を行なってください。",
    ],
    button: "実行",
  },
  act: unconfirm,
  done: "名の依頼の確定を取り消しました。",
});
