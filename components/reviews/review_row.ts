import { SLIP_LABELS, SLIPS } from "../../domain/declaration/previous_job.ts";
import type { PreviousJob } from "../../domain/declaration/previous_job.ts";
import { fullName } from "../../domain/employee.ts";
import type { Asked } from "../../domain/perform.ts";
import { isRefused } from "../../domain/request_acts/acted.ts";
import { reviewOf } from "../../domain/request_acts/documents.ts";
import { check } from "../../domain/request_acts/reviewing.ts";
import {
  REVIEW_STATUS_LABELS,
  type Reviewed,
  REVIEWED_LABELS,
  type ReviewStatus,
} from "../../domain/request.ts";
import { reviewWord } from "../../domain/reviews.ts";
import { checkAddress, fromList, pdfAddress } from "./addresses.ts";

/** What 書類一覧 and 前職情報一覧 show of one row, plain enough to go to the browser. */
export interface ReviewRow {
  /** The row's word (domain/reviews.ts). */
  id: string;
  /** Address of its page. */
  href: string;
  /** Address of the document as it is printed; null: 前職情報. */
  pdf: string | null;
  code: string;
  /** Names the row among all: whose, and what. */
  name: string;
  person: string;
  /** 書類名, or 前職情報. */
  label: string;
  status: ReviewStatus;
  statusLabel: string;
  department: string;
  employmentType: string;
  /** 原本の所在; "" of documents. */
  slip: string;
  /** ［チェック済みにする］ would do something. */
  checkable: boolean;
}

/**
 * A row of the list at the address `list`.
 * @param jobs 前職情報 that were entered; none of documents
 */
export function reviewRow(
  { employee, request }: Asked,
  of: Reviewed,
  { list, jobs = [] }: { list: string; jobs?: readonly PreviousJob[] },
): ReviewRow {
  const { status } = reviewOf(request, of)!;
  const key = { id: employee.id, of };
  const person = fullName(employee);
  return {
    id: reviewWord(key),
    href: fromList(checkAddress(employee.groupId!, key), list),
    pdf: pdfAddress(employee.groupId!, key),
    code: employee.code,
    name: `${person}の${REVIEWED_LABELS[of]}`,
    person,
    label: REVIEWED_LABELS[of],
    status,
    statusLabel: REVIEW_STATUS_LABELS[status],
    department: employee.department ?? "",
    employmentType: employee.employmentType ?? "",
    slip: of === "previous_job" ? slipOf(jobs) : "",
    checkable: status !== "checked" && !isRefused(check(request, of, 0)),
  };
}

/** 原本の所在 of several 源泉徴収票 together: that of the one that is furthest away. */
export function slipOf(jobs: readonly PreviousJob[]): string {
  const gravest = SLIPS.find((slip) => jobs.some((job) => job.slip === slip));
  return gravest ? SLIP_LABELS[gravest] : "";
}
