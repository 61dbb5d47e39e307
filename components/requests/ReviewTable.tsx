import { type Request, type Review, REVIEWED, type Reviewed, REVIEWED_LABELS } from "../../domain/request.ts";
import { isRefused } from "../../domain/request_acts/acted.ts";
import { reviewOf } from "../../domain/request_acts/documents.ts";
import { deleteDocument } from "../../domain/request_acts/reviewing.ts";
import { DocumentDeleter } from "../../islands/DocumentDeleter.tsx";
import { LinkButton } from "../Button.tsx";
import { cls } from "../cls.ts";
import { AbsoluteTime } from "../RelativeTime.tsx";
import { type Column, Table } from "../Table.tsx";
import { PAGES_OF } from "./addresses.ts";
import type { RequestTools } from "./RequestDetail.tsx";
import { ReviewLabel } from "./RequestLabels.tsx";

interface Row {
  of: Reviewed;
  review: Review | undefined;
}

const COLUMNS: readonly Column<Row>[] = [
  { key: "name", label: "書類・前職情報", rowHeader: true, render: ({ of }) => REVIEWED_LABELS[of] },
  {
    key: "status",
    label: "確認状況",
    bare: true,
    render: ({ review }) => <ReviewLabel review={review} />,
  },
  { key: "created", label: "作成日時", render: ({ review }) => time(review?.createdAt) },
  { key: "updated", label: "更新日時", render: ({ review }) => time(review?.updatedAt) },
];

function time(at: number | null | undefined) {
  return at === null || at === undefined ? "-" : <AbsoluteTime at={at} wraps />;
}

interface Props {
  request: Request;
  /** Null: nothing can be done. */
  tools: Pick<RequestTools, "home" | "returnTo" | "mayDelete"> | null;
}

/** The five documents and 前職情報 of a 依頼 with their 確認状況. */
export function ReviewTable({ request, tools }: Props) {
  const columns = tools ? [...COLUMNS, actions(request, tools)] : COLUMNS;
  return (
    <Table
      caption="書類と前職情報の確認状況"
      columns={columns}
      rows={REVIEWED.map((of) => ({ of, review: reviewOf(request, of) }))}
      rowKey={({ of }) => of}
    />
  );
}

/** ［書類チェック］, ［PDF］ and ［削除］, each where there is something to look at, or to delete. */
function actions(request: Request, { home, returnTo, mayDelete }: NonNullable<Props["tools"]>): Column<Row> {
  return {
    key: "actions",
    label: "操作",
    bare: true,
    class: cls("whitespace-nowrap"),
    render: ({ of, review }) => (
      <span class="flex flex-wrap -ml-4 wide:-my-2.5">
        {review && (
          <LinkButton
            look="quiet"
            href={PAGES_OF.check(home, of)}
            aria-label={of === "previous_job" ? undefined : `${REVIEWED_LABELS[of]}の書類チェック`}
          >
            {of === "previous_job" ? "前職情報チェック" : "書類チェック"}
          </LinkButton>
        )}
        {review && of !== "previous_job" && (
          <LinkButton
            look="quiet"
            href={PAGES_OF.pdf(home, of)}
            aria-label={`${REVIEWED_LABELS[of]}のPDF`}
          >
            PDF
          </LinkButton>
        )}
        {mayDelete && of !== "previous_job" && !isRefused(deleteDocument(request, of)) && (
          <DocumentDeleter home={home} returnTo={returnTo} document={of} />
        )}
      </span>
    ),
  };
}
