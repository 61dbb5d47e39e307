import { fullName } from "../domain/employee.ts";
import {
  type DocumentKind,
  EXCLUSION_LABELS,
  type Request,
  REQUEST_STATUS_LABELS,
  REVIEW_STATUS_LABELS,
} from "../domain/request.ts";
import type { Member } from "../domain/stores.ts";
import { dateText, timeText } from "../domain/tokyo_time.ts";

/** The columns of 依頼状況一覧, in order (reference/csv-columns.md §2.20). */
export const REQUEST_STATUS_COLUMNS = [
  "依頼グループ",
  "ステータス",
  "対象外理由",
  "社員番号",
  "部署",
  "氏名",
  "雇用形態",
  "今年扶養控除",
  "来年扶養控除",
  "保険控除",
  "基礎控除兼所得控除兼配偶者控除",
  "前職情報",
  "住宅ローン",
  "差戻し日",
  "コメント日時（直近のみ）",
  "コメント（直近のみ）",
] as const;

const NOT_CREATED = "未作成";

/** One row of 依頼状況一覧; the rules of its document cells are decided in reference/operations.md (15). */
export function requestStatusRow(group: string, employee: Member["employee"], request: Request): string[] {
  const memo = request.memos.at(-1);
  return [
    group,
    REQUEST_STATUS_LABELS[request.status],
    request.exclusion ? EXCLUSION_LABELS[request.exclusion] : "",
    employee.code,
    employee.department ?? "",
    fullName(employee),
    employee.employmentType ?? "",
    documentCell(request, "this_year_dependants"),
    documentCell(request, "next_year_dependants"),
    documentCell(request, "insurance"),
    documentCell(request, "basic_spouse_adjustment"),
    previousJobCell(request),
    documentCell(request, "housing_loan"),
    request.returnedAt === null ? "" : dateText(request.returnedAt),
    memo ? timeText(memo.at) : "",
    memo?.text ?? "",
  ];
}

function documentCell(request: Request, kind: DocumentKind): string {
  switch (request.status) {
    case "not_requested":
    case "requested":
    case "answering":
      return REQUEST_STATUS_LABELS[request.status];
    case "expired":
      return NOT_CREATED;
    default:
      return reviewLabel(request.documents[kind]);
  }
}

/** Unlike the documents, 前職情報 of 未依頼 has a status of its own. */
function previousJobCell(request: Request): string {
  if (request.status === "requested" || request.status === "answering") {
    return REQUEST_STATUS_LABELS[request.status];
  }
  return request.status === "expired" ? NOT_CREATED : reviewLabel(request.previousJob);
}

function reviewLabel(review: Request["previousJob"]): string {
  return review ? REVIEW_STATUS_LABELS[review.status] : NOT_CREATED;
}
