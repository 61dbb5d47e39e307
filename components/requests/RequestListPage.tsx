import { isUnfiltered, type MemberFilter } from "../../domain/member_filter.ts";
import { RequestList } from "../../islands/RequestList.tsx";
import { Card } from "../Card.tsx";
import { everybodyFields } from "../members/selection_fields.ts";
import { OperationButtons } from "../operation/OperationButtons.tsx";
import { Pagination } from "../Pagination.tsx";
import { besideList, GroupFrame, type GroupFrameProps } from "./GroupFrame.tsx";
import type { RequestRow } from "./request_row.ts";
import { RequestFilter } from "./RequestFilter.tsx";
import { StatusCounts } from "./StatusCounts.tsx";
import { viewAddress } from "./views.ts";

export interface RequestListProps extends GroupFrameProps {
  filter: MemberFilter;
  departments: string[];
  employmentTypes: string[];
  rows: RequestRow[];
  pages: { previous: string | null; next: string | null };
  scanLimited: boolean;
  /** 依頼 of each status in the whole group; null where this person may not see them. */
  counts: Record<string, number> | null;
  /** How many match in all; null where that is not known. */
  total: number | null;
}

/** 依頼一覧 of one group. */
export function RequestListPage(props: RequestListProps) {
  return (
    <GroupFrame {...props} view="requests">
      <Requests {...props} />
    </GroupFrame>
  );
}

function Requests(props: RequestListProps) {
  const {
    group,
    filter,
    departments,
    employmentTypes,
    rows,
    pages,
    scanLimited,
    counts,
    total,
    menus,
    returnTo,
  } = props;
  const action = viewAddress(group.id, "requests");
  const downloads = besideList(menus.group);
  const [only, ...others] = filter.statuses;
  const current = others.length === 0 && isUnfiltered({ ...filter, statuses: [] }) ? only ?? null : null;
  return (
    <>
      <h2 class="text-lg mb-2">依頼状況</h2>
      <StatusCounts action={action} counts={counts} current={current} />
      <div class="flex flex-wrap items-center justify-between gap-2 mb-3">
        <h2 class="text-lg">依頼一覧</h2>
        <div class="flex flex-wrap gap-2">
          <OperationButtons items={downloads} group={group.id} returnTo={returnTo} alignRight />
        </div>
      </div>
      <Card flush open>
        <RequestFilter
          action={action}
          filter={filter}
          departments={departments}
          employmentTypes={employmentTypes}
        />
        <RequestList
          rows={rows}
          total={total}
          more={pages.previous !== null || pages.next !== null}
          filtered={!isUnfiltered(filter) || scanLimited}
          group={group.id}
          items={menus.group.filter(({ selection }) => selection)}
          everybody={everybodyFields(filter, "")}
          returnTo={returnTo}
        />
      </Card>
      <Pagination {...pages} scanLimited={scanLimited} />
    </>
  );
}
