import { send } from "../../domain/request_acts/asking.ts";
import { requestOperation } from "../request_operation.ts";

/** Row 29: 依頼を送信. Takes the restore point of 未依頼に戻す, and posts 依頼メール (reference/screens.md §7.2). */
export const sendRequests = requestOperation({
  kind: "send_requests",
  menu: null,
  label: "まとめて依頼を送信",
  permission: "review",
  title: (group) => `${group?.name ?? ""}の依頼の一括送信`,
  dialog: {
    title: "依頼の送信",
    description: ["従業員に依頼メールを送り、依頼を「依頼中」にします。"],
    button: "送信",
  },
  act: send,
  done: "名の依頼を送信しました。",
});
