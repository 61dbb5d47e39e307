import { isUnfiltered, type MemberFilter } from "../../domain/member_filter.ts";
import { Card } from "../Card.tsx";
import { EmptyState } from "../EmptyState.tsx";
import { PEOPLE_SCREENS } from "../help/people_screens.ts";
import { PageTitle } from "../PageTitle.tsx";
import { Pagination } from "../Pagination.tsx";
import { REQUEST_COLUMNS } from "../requests/columns.tsx";
import type { RequestRow } from "../requests/request_row.ts";
import { RequestFilter } from "../requests/RequestFilter.tsx";
import { StatusCounts } from "../requests/StatusCounts.tsx";
import { Table } from "../Table.tsx";
import { japaneseYear } from "../year.ts";

export interface PastRequestsProps {
  year: number;
  group: { id: string; name: string };
  filter: MemberFilter;
  departments: string[];
  employmentTypes: string[];
  counts: Record<string, number>;
  rows: RequestRow[];
  pages: { previous: string | null; next: string | null };
  scanLimited: boolean;
}

/** 依頼一覧 of a past year, to be read. */
export function PastRequestsPage(props: PastRequestsProps) {
  const { year, group, filter, counts, rows, pages, scanLimited } = props;
  const action = `/years/${year}/groups/${group.id}`;
  const [only, ...others] = filter.statuses;
  const current = others.length === 0 && isUnfiltered({ ...filter, statuses: [] }) ? only ?? null : null;
  return (
    <>
      <PageTitle
        title={`${group.name}（${japaneseYear(year)}）`}
        lead="過去の年末調整は閲覧だけができます。"
        help={PEOPLE_SCREENS.past_year}
        back={{ href: `/years/${year}`, label: `${japaneseYear(year)}の年末調整に戻る` }}
      />
      <StatusCounts action={action} counts={counts} current={current} />
      <Card flush>
        <RequestFilter
          action={action}
          filter={filter}
          departments={props.departments}
          employmentTypes={props.employmentTypes}
        />
        <Table
          caption="依頼の一覧。社員番号の順に並んでいます。"
          columns={REQUEST_COLUMNS}
          rows={rows}
          rowKey={(row) => row.id}
          empty={<EmptyState title="該当する依頼はありません。">別の条件を試してください。</EmptyState>}
        />
      </Card>
      <Pagination {...pages} scanLimited={scanLimited} />
    </>
  );
}
