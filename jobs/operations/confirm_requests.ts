import { confirm } from "../../domain/request_acts/asking.ts";
import { requestOperation } from "../request_operation.ts";

/** Row 31: 確定. 収集情報 cannot be edited then; 確定通知 goes out as ［通知設定］ says (reference/screens.md §7.2). */
export const confirmRequests = requestOperation({
  kind: "confirm_requests",
  menu: null,
  label: "まとめて確定する",
  permission: "confirm",
  title: (group) => `${group?.name ?? ""}の依頼の一括確定`,
  dialog: {
    title: "依頼の確定",
    description: ["依頼を「確定」にします。収集情報は、確定を取り消すまで編集できなくなります。"],
    button: "確定",
  },
  act: confirm,
  done: "名の依頼を確定しました。",
});
