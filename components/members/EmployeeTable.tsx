import { fullName } from "../../domain/employee.ts";
import type { Member } from "../../domain/stores.ts";
import { cls } from "../cls.ts";
import { EmptyState } from "../EmptyState.tsx";
import { type Column, Table } from "../Table.tsx";

interface Props {
  members: readonly Member[];
  /** Group id → name. */
  groupNames: ReadonlyMap<string, string>;
  filtered: boolean;
}

/** 対象従業員 (reference/screens.md §3); the name of a person who has a 依頼 leads to it. */
export function EmployeeTable({ members, groupNames, filtered }: Props) {
  const columns: Column<Member>[] = [
    {
      key: "code",
      label: "社員番号",
      class: cls("tabular-nums"),
      render: ({ employee }) => employee.code,
    },
    {
      key: "name",
      label: "氏名",
      rowHeader: true,
      class: cls("[overflow-wrap:anywhere]"),
      render: ({ employee, request }) =>
        request
          ? (
            <a href={`/groups/${employee.groupId}/requests/${request.id}`} class="font-bold">
              {fullName(employee)}
            </a>
          )
          : <span class="font-bold">{fullName(employee)}</span>,
    },
    { key: "department", label: "部署", render: ({ employee }) => employee.department ?? "" },
    { key: "employment", label: "雇用形態", render: ({ employee }) => employee.employmentType ?? "" },
    {
      key: "group",
      label: "依頼グループ",
      render: ({ employee }) => employee.groupId === null ? "-" : groupNames.get(employee.groupId) ?? "",
    },
  ];
  return (
    <Table
      caption="年末調整の対象従業員。依頼グループごとに、社員番号の順に並んでいます。"
      columns={columns}
      rows={members}
      rowKey={({ employee }) => employee.id}
      empty={filtered
        ? <EmptyState title="該当する従業員はありません。">別の条件を試してください。</EmptyState>
        : <EmptyState title="従業員はありません。" />}
    />
  );
}
