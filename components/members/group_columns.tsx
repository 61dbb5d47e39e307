import { cls } from "../cls.ts";
import type { Column } from "../Table.tsx";

/** A group with the number of its people, as the browser gets it. */
export interface GroupLine {
  id: string;
  name: string;
  /** 受付終了日 as YYYY-MM-DD, or null. */
  closesOn: string | null;
  employees: number;
}

/** What the 依頼グループ tab shows of a group. */
export const GROUP_COLUMNS: readonly Column<GroupLine>[] = [
  {
    key: "name",
    label: "依頼グループ",
    rowHeader: true,
    class: cls("[overflow-wrap:anywhere]"),
    render: ({ id, name }) => <a href={`/groups/${id}/requests`} class="font-bold">{name}</a>,
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
    render: ({ closesOn }) => closesOn?.replaceAll("-", "/") ?? "-",
  },
];
