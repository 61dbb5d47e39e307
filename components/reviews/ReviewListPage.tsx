import { isWholeReview, reviewFieldsOf, type ReviewFilter } from "../../domain/review_filter.ts";
import type { ReviewView } from "../../domain/reviews.ts";
import { ReviewList } from "../../islands/ReviewList.tsx";
import { Card } from "../Card.tsx";
import { OperationButtons } from "../operation/OperationButtons.tsx";
import { Pagination } from "../Pagination.tsx";
import { besideList, GroupFrame, type GroupFrameProps } from "../requests/GroupFrame.tsx";
import { VIEW_LABELS, viewAddress } from "../requests/views.ts";
import type { ReviewRow } from "./review_row.ts";
import { ReviewCounts } from "./ReviewCounts.tsx";
import { ReviewFilterForm } from "./ReviewFilterForm.tsx";

export interface ReviewListProps extends GroupFrameProps {
  view: ReviewView;
  filter: ReviewFilter;
  departments: string[];
  employmentTypes: string[];
  rows: ReviewRow[];
  pages: { previous: string | null; next: string | null };
  scanLimited: boolean;
  /** By `reviewCount`, of the whole group; null where this person may not see them. */
  counts: Record<string, number> | null;
  /** How many match in all; null where that is not known. */
  total: number | null;
}

/** 書類一覧 or 前職情報一覧 of one group. */
export function ReviewListPage(props: ReviewListProps) {
  return (
    <GroupFrame {...props}>
      <Reviews {...props} />
    </GroupFrame>
  );
}

function Reviews(props: ReviewListProps) {
  const { view, group, filter, rows, pages, scanLimited, counts, total, menus, returnTo } = props;
  const action = viewAddress(group.id, view);
  return (
    <>
      <h2 class="text-lg mb-2">確認状況</h2>
      <ReviewCounts view={view} action={action} counts={counts} current={cellOf(props)} />
      <div class="flex flex-wrap items-center justify-between gap-2 mb-3">
        <h2 class="text-lg">{view === "documents" ? VIEW_LABELS[view] : "前職一覧"}</h2>
        <div class="flex flex-wrap gap-2">
          <OperationButtons items={besideList(menus.group)} group={group.id} returnTo={returnTo} alignRight />
        </div>
      </div>
      <Card flush open>
        <ReviewFilterForm
          view={view}
          action={action}
          filter={filter}
          departments={props.departments}
          employmentTypes={props.employmentTypes}
        />
        <ReviewList
          view={view}
          rows={rows}
          total={total}
          more={pages.previous !== null || pages.next !== null}
          filtered={!isWholeReview(filter) || scanLimited}
          group={group.id}
          filter={reviewFieldsOf(filter)}
          returnTo={returnTo}
        />
      </Card>
      <Pagination {...pages} scanLimited={scanLimited} />
    </>
  );
}

/** The cell of the matrix that the list is narrowed to. */
function cellOf({ view, filter }: Pick<ReviewListProps, "view" | "filter">) {
  const [status, ...statuses] = filter.statuses;
  const [of, ...others] = view === "documents" ? filter.documents : ["previous_job" as const];
  const alone = isWholeReview({ ...filter, statuses: [], documents: [] });
  if (!alone || !status || !of || statuses.length > 0 || others.length > 0) return null;
  return { of, status };
}
