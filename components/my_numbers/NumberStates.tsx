import type { NumberState } from "../../domain/my_number.ts";
import { Label } from "../StatusLabel.tsx";
import { type Column, Table } from "../Table.tsx";

const COLUMNS: Column<NumberState>[] = [
  { key: "relation", label: "続柄", render: ({ relation }) => relation },
  { key: "name", label: "氏名", rowHeader: true, render: ({ name }) => name },
  {
    key: "held",
    label: "マイナンバー",
    render: ({ held }) => <Label tone={held ? "green" : "grey"}>{held ? "有" : "無"}</Label>,
  },
];

/** Whose マイナンバー there is, of an employee and the family: 有 or 無, never the number. */
export function NumberStates({ states }: { states: readonly NumberState[] }) {
  return (
    <Table
      caption="マイナンバーの有無"
      columns={COLUMNS}
      rows={states}
      rowKey={(state) => `${state.relation}/${state.name}`}
    />
  );
}
