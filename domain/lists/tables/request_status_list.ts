import { fullName } from "../../employee.ts";
import {
  type DocumentKind,
  EXCLUSION_LABELS,
  type Request,
  REQUEST_STATUS_LABELS,
  REVIEW_STATUS_LABELS,
} from "../../request.ts";
import { dateText, timeText } from "../../tokyo_time.ts";
import { horizontal, type List } from "../list.ts";
import type { AskedRow, Columns } from "../row.ts";

const NOT_CREATED = "未作成";

const COLUMNS: Columns<AskedRow> = {
  "依頼グループ": ({ group }) => group,
  "ステータス": ({ request }) => REQUEST_STATUS_LABELS[request.status],
  "対象外理由": ({ request }) => request.exclusion && EXCLUSION_LABELS[request.exclusion],
  "社員番号": ({ employee }) => employee.code,
  "部署": ({ employee }) => employee.department,
  "氏名": ({ employee }) => fullName(employee),
  "雇用形態": ({ employee }) => employee.employmentType,
  "今年扶養控除": document("this_year_dependants"),
  "来年扶養控除": document("next_year_dependants"),
  "保険控除": document("insurance"),
  "基礎控除兼所得控除兼配偶者控除": document("basic_spouse_adjustment"),
  "前職情報": ({ request }) => previousJob(request),
  "住宅ローン": document("housing_loan"),
  "差戻し日": ({ request }) => request.returnedAt === null ? "" : dateText(request.returnedAt),
  "コメント日時（直近のみ）": ({ request }) => {
    const memo = request.memos.at(-1);
    return memo && timeText(memo.at);
  },
  "コメント（直近のみ）": ({ request }) => request.memos.at(-1)?.text,
};

/**
 * 依頼状況一覧, a row a 依頼 (reference/csv-columns.md 2.20); the rules of its document cells are decided in
 * reference/operations.md (15).
 */
export const REQUEST_STATUS_LIST: List<AskedRow> = horizontal(Object.keys(COLUMNS), COLUMNS);

function document(kind: DocumentKind) {
  return ({ request }: AskedRow): string => {
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
  };
}

/** Unlike the documents, 前職情報 of 未依頼 has a status of its own. */
function previousJob(request: Request): string {
  if (request.status === "requested" || request.status === "answering") {
    return REQUEST_STATUS_LABELS[request.status];
  }
  return request.status === "expired" ? NOT_CREATED : reviewLabel(request.previousJob);
}

function reviewLabel(review: Request["previousJob"]): string {
  return review ? REVIEW_STATUS_LABELS[review.status] : NOT_CREATED;
}
