import { EXCLUSION_LABELS } from "../../domain/request.ts";
import { exclude, STAFF_EXCLUSIONS, type StaffExclusion } from "../../domain/request_acts/asking.ts";
import { requestOperation } from "../request_operation.ts";

/** Row 30: 対象外にする, for one of six reasons. A 候補 takes its own reason only (reference/screens.md §5.2). */
export const excludeRequests = requestOperation({
  kind: "exclude_requests",
  menu: null,
  label: "まとめて対象外にする",
  permission: "review",
  title: (group) => `${group?.name ?? ""}の依頼の一括対象外設定`,
  dialog: {
    title: "対象外の設定",
    description: [
      "依頼に対象外理由を付けて「確定」にします。従業員にメールは送りません。",
      "対象外候補の依頼は、候補と同じ理由を選んだときだけ対象外にできます。",
    ],
    button: "実行",
  },
  fields: [{
    type: "choice",
    name: "reason",
    legend: "対象外理由",
    choices: STAFF_EXCLUSIONS.map((value) => ({ value, label: EXCLUSION_LABELS[value] })),
  }],
  // Acceptance let no other value pass.
  act: (request, { reason }) => exclude(request, reason as StaffExclusion),
  done: "名の依頼を対象外にしました。",
});
