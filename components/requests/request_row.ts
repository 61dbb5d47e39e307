import { fullName } from "../../domain/employee.ts";
import {
  DOCUMENT_KINDS,
  DOCUMENT_SHORT_LABELS,
  EXCLUSION_LABELS,
  REQUEST_STATUS_LABELS,
  type RequestStatus,
} from "../../domain/request.ts";
import type { Member } from "../../domain/stores.ts";

/** What 依頼一覧 shows of one 依頼, plain enough to go to the browser. */
export interface RequestRow {
  id: string;
  /** Address of 依頼詳細. */
  href: string;
  code: string;
  name: string;
  status: RequestStatus;
  statusLabel: string;
  department: string;
  employmentType: string;
  /** Short names of the documents that exist. */
  documents: string[];
  exclusion: string;
}

/** The row of a member; none for people in no group. */
export function requestRow({ employee, request }: Member): RequestRow | null {
  if (!request || employee.groupId === null) return null;
  return {
    id: request.id,
    href: `/groups/${employee.groupId}/requests/${request.id}`,
    code: employee.code,
    name: fullName(employee),
    status: request.status,
    statusLabel: REQUEST_STATUS_LABELS[request.status],
    department: employee.department ?? "",
    employmentType: employee.employmentType ?? "",
    documents: DOCUMENT_KINDS.filter((kind) => request.documents[kind]).map((kind) =>
      DOCUMENT_SHORT_LABELS[kind]
    ),
    exclusion: request.exclusion ? EXCLUSION_LABELS[request.exclusion] : "",
  };
}
