import type { Group } from "../../domain/group.ts";
import { REQUEST_STATUS_LABELS, REQUEST_STATUSES } from "../../domain/request.ts";
import { Card } from "../Card.tsx";
import { EmptyState } from "../EmptyState.tsx";
import { PEOPLE_SCREENS } from "../help/people_screens.ts";
import { PageTitle } from "../PageTitle.tsx";
import { type Column, Table } from "../Table.tsx";
import { japaneseYear } from "../year.ts";

/** A group of a past year with its counts. */
export interface PastGroup {
  group: Group;
  employees: number;
  byStatus: Record<string, number>;
}

/** A past year: its groups and how their 依頼 ended. */
export function PastYearPage({ year, groups }: { year: number; groups: PastGroup[] }) {
  const columns: readonly Column<PastGroup>[] = [
    {
      key: "name",
      label: "依頼グループ",
      rowHeader: true,
      bare: true,
      render: ({ group }) => <a href={`/years/${year}/groups/${group.id}`} class="font-bold">{group.name}</a>,
    },
    {
      key: "employees",
      label: "従業員数",
      numeric: true,
      render: ({ employees }) => `${employees.toLocaleString("ja-JP")}名`,
    },
    { key: "statuses", label: "依頼状況", render: ({ byStatus }) => statusText(byStatus) || "-" },
  ];
  return (
    <>
      <PageTitle
        title={`${japaneseYear(year)}（${year}年）の年末調整`}
        lead="過去の年末調整は閲覧だけができます。"
        help={PEOPLE_SCREENS.past_year}
        back={{ href: "/years", label: "過去の年末調整に戻る" }}
      />
      <Card flush>
        <Table
          caption="依頼グループと依頼状況"
          columns={columns}
          rows={groups}
          rowKey={({ group }) => group.id}
          empty={<EmptyState title="依頼グループはありません。">この年の記録は残っていません。</EmptyState>}
        />
      </Card>
    </>
  );
}

function statusText(byStatus: Record<string, number>): string {
  return REQUEST_STATUSES.filter((status) => (byStatus[status] ?? 0) > 0)
    .map((status) => `${REQUEST_STATUS_LABELS[status]} ${byStatus[status]!.toLocaleString("ja-JP")}`).join(
      "、",
    );
}
