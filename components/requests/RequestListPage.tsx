import type { MemberFilter } from "../../domain/member_filter.ts";
import { isUnfiltered } from "../../domain/member_filter.ts";
import { RequestList } from "../../islands/RequestList.tsx";
import type { MenuItem } from "../../jobs/service.ts";
import { LinkButton } from "../Button.tsx";
import { Card } from "../Card.tsx";
import { EmptyState } from "../EmptyState.tsx";
import { everybodyFields } from "../members/selection_fields.ts";
import type { MenuLink } from "../operation/menu_link.ts";
import { OperationButtons } from "../operation/OperationButtons.tsx";
import { PageTitle } from "../PageTitle.tsx";
import { Pagination } from "../Pagination.tsx";
import { type GroupLink, GroupNav } from "./GroupNav.tsx";
import type { RequestRow } from "./request_row.ts";
import { RequestFilter } from "./RequestFilter.tsx";
import { StatusCounts } from "./StatusCounts.tsx";

export interface RequestListProps {
  group: { id: string; name: string };
  /** Newest first. */
  groups: GroupLink[];
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
  /** True when this person sees nobody, because of a range without being a target. */
  outside: boolean;
  menus: { group: MenuItem[]; all: MenuItem[] };
  /** Pages of 依頼グループ設定 that this person may open. */
  settings: MenuLink[];
  /** May open 対象従業員設定. */
  maySetUp: boolean;
  returnTo: string;
}

const SETTINGS = "依頼グループ設定";

/** 依頼一覧: the groups at the left, the requests of one at the right. */
export function RequestListPage(props: RequestListProps) {
  const { group, groups, menus, maySetUp, returnTo } = props;
  const settings = menus.group.filter((item) => item.menu === SETTINGS);
  return (
    <div class="grid gap-6 wide:gap-8 wide:grid-cols-[15rem_minmax(0,1fr)]">
      <div class="grid gap-4 content-start">
        <GroupNav groups={groups} current={group.id} />
        <div class="flex flex-wrap gap-2">
          {maySetUp && <LinkButton href="/employees">対象従業員設定</LinkButton>}
          <OperationButtons items={menus.all} group={null} returnTo={returnTo} />
        </div>
      </div>
      <div class="min-w-0">
        <PageTitle title={`${group.name}の年末調整`}>
          <OperationButtons
            items={settings}
            links={{ menu: SETTINGS, pages: props.settings }}
            group={group.id}
            returnTo={returnTo}
            alignRight
          />
        </PageTitle>
        {props.outside ? <Outside /> : <Requests {...props} />}
      </div>
    </div>
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
  const action = `/groups/${group.id}/requests`;
  const downloads = menus.group.filter((item) => item.menu !== SETTINGS);
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
      <Card flush>
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

function Outside() {
  return (
    <Card>
      <EmptyState title="表示できる依頼はありません。">
        操作できる範囲に制限があり、ご自身が年末調整の対象従業員ではないため、依頼を表示できません。必要な場合は管理者に連絡してください。
      </EmptyState>
    </Card>
  );
}
