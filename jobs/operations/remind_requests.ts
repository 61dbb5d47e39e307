import { remind } from "../../domain/request_acts/asking.ts";
import { requestOperation } from "../request_operation.ts";

/** Row 32: 再通知. The mail again, nothing else (reference/screens.md §7.2). */
export const remindRequests = requestOperation({
  kind: "remind_requests",
  menu: "その他操作",
  label: "まとめて再通知する",
  permission: "review",
  title: (group) => `${group?.name ?? ""}の依頼の一括再通知`,
  dialog: {
    title: "依頼の再通知",
    description: ["提出が済んでいない従業員に、依頼再通知メールを送ります。依頼状況は変わりません。"],
    button: "再通知",
  },
  act: remind,
  done: "名の依頼を再通知しました。",
});
