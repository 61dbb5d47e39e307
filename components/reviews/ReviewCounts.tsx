import {
  DOCUMENT_KINDS,
  DOCUMENT_LABELS,
  REVIEW_STATUS_LABELS,
  REVIEW_STATUSES,
  reviewCount,
  type Reviewed,
  REVIEWED_LABELS,
  type ReviewStatus,
} from "../../domain/request.ts";
import { REVIEW_FIELDS } from "../../domain/review_filter.ts";
import type { ReviewView } from "../../domain/reviews.ts";
import { cls } from "../cls.ts";
import { type Column, Table } from "../Table.tsx";

interface Props {
  view: ReviewView;
  /** Address of the list without filters. */
  action: string;
  /** How many there are (`reviewCount`); null where this person may not see it. */
  counts: Record<string, number> | null;
  /** The one cell that the list is narrowed to, if it is narrowed to one. */
  current: { of: Reviewed; status: ReviewStatus } | null;
}

interface Line {
  of: Reviewed;
  label: string;
}

const LINES: Record<ReviewView, readonly Line[]> = {
  documents: DOCUMENT_KINDS.map((of) => ({ of, label: DOCUMENT_LABELS[of] })),
  previous_jobs: [{ of: "previous_job", label: REVIEWED_LABELS.previous_job }],
};

/** 確認状況: how many of each document stand where; each number leads to those, the one that is shown to all. */
export function ReviewCounts({ view, action, counts, current }: Props) {
  const statuses = REVIEW_STATUSES.map((status): Column<Line> => ({
    key: status,
    label: REVIEW_STATUS_LABELS[status],
    numeric: true,
    render: ({ of, label }) => {
      const on = current?.of === of && current.status === status;
      const fields = [
        ...(view === "documents" ? [[REVIEW_FIELDS.documents, of]] : []),
        [REVIEW_FIELDS.statuses, status],
      ];
      return (
        <a
          href={on ? action : `${action}?${new URLSearchParams(fields)}`}
          aria-current={on ? "true" : undefined}
          aria-label={cellName(label, status, counts?.[reviewCount(of, status)] ?? (counts ? 0 : null))}
          class={cls("inline-block min-w-[1.75rem] min-h-[1.75rem] px-1", on && "font-bold bg-main-soft")}
        >
          {counts ? (counts[reviewCount(of, status)] ?? 0).toLocaleString("ja-JP") : "表示"}
        </a>
      );
    },
  }));
  const name: Column<Line> = {
    key: "name",
    label: view === "documents" ? "書類" : "前職情報",
    rowHeader: true,
    render: ({ label }) => label,
  };
  return (
    <div class="mb-6 bg-surface rounded-card shadow-card overflow-hidden">
      <Table
        caption="確認状況ごとの件数。件数を選ぶと、一覧がその確認状況だけになります。"
        columns={[name, ...statuses]}
        rows={LINES[view]}
        rowKey={({ of }) => of}
      />
    </div>
  );
}

function cellName(label: string, status: ReviewStatus, count: number | null): string {
  const what = `${label}の${REVIEW_STATUS_LABELS[status]}`;
  return count === null ? `${what}を表示` : `${count.toLocaleString("ja-JP")}件 ${what}`;
}
