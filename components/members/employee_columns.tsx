import { cls } from "../cls.ts";
import { type Column, WRITTEN, WRITTEN_LONGER } from "../Table.tsx";
import type { EmployeeRow } from "./employee_row.ts";

/** The columns of 対象従業員設定 that show (reference/screens.md §3); the name leads to the person. */
export const EMPLOYEE_COLUMNS: readonly Column<EmployeeRow>[] = [
  { key: "code", label: "社員番号", class: cls("tabular-nums"), render: ({ code }) => code },
  {
    key: "name",
    label: "氏名",
    rowHeader: true,
    class: cls("wide:min-w-[8rem] [overflow-wrap:anywhere]"),
    render: ({ id, name }) => <a href={`/employees/${id}`} class="font-bold">{name}</a>,
  },
  { key: "department", label: "部署", class: WRITTEN_LONGER, render: ({ department }) => department },
  { key: "employment", label: "雇用形態", class: WRITTEN, render: ({ employmentType }) => employmentType },
  {
    key: "group",
    label: "依頼グループ",
    class: WRITTEN,
    render: ({ group }) => group ?? "-",
  },
];
