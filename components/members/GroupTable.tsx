import type { Group } from "../../domain/group.ts";
import { cls } from "../cls.ts";
import { EmptyState } from "../EmptyState.tsx";
import { type Column, Table } from "../Table.tsx";

/** A group with the number of its people. */
export interface GroupLine {
  group: Group;
  employees: number;
}

const COLUMNS: readonly Column<GroupLine>[] = [
  {
    key: "name",
    label: "依頼グループ",
    rowHeader: true,
    class: cls("[overflow-wrap:anywhere]"),
    render: ({ group }) => <a href={`/groups/${group.id}/requests`} class="font-bold">{group.name}</a>,
  },
  {
    key: "employees",
    label: "従業員数",
    numeric: true,
    render: ({ employees }) => `${employees.toLocaleString("ja-JP")}名`,
  },
  {
    key: "closesOn",
    label: "受付終了日",
    render: ({ group }) => group.closesOn?.replaceAll("-", "/") ?? "-",
  },
  {
    key: "people",
    label: "操作",
    bare: true,
    render: ({ group }) => (
      <a href={`/employees?group=${group.id}`} aria-label={`${group.name}の従業員確認`}>従業員確認</a>
    ),
  },
];

/** 依頼グループ, newest first. */
export function GroupTable({ groups }: { groups: readonly GroupLine[] }) {
  return (
    <Table
      caption="依頼グループの一覧。新しい順に並んでいます。"
      columns={COLUMNS}
      rows={groups}
      rowKey={({ group }) => group.id}
      empty={<EmptyState title="依頼グループはありません。" />}
    />
  );
}
