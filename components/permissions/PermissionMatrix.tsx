import { allows, type Permission, type Role, ROLE_LABELS } from "../../domain/permission.ts";
import { PERMISSION_MATRIX } from "../../domain/permission_matrix.ts";
import { type Column, Table } from "../Table.tsx";

/** Columns of the matrix, weakest right first, as the roles are ticked. */
const COLUMN_ROLES: readonly Role[] = ["admin", "check", "download", "confirm", "none"];

interface Line {
  key: string;
  area: string;
  functions: readonly string[];
  needs: Permission | null;
}

const LINES: Line[] = PERMISSION_MATRIX.flatMap(({ title, lines }) =>
  lines.map((line, i) => ({ key: `${title}-${i}`, area: title, ...line }))
);

const COLUMNS: Column<Line>[] = [
  { key: "area", label: "分類", class: "wide:whitespace-nowrap", render: ({ area }) => area },
  {
    key: "functions",
    label: "機能",
    rowHeader: true,
    render: ({ functions }) => functions.join("、"),
  },
  ...COLUMN_ROLES.map((role): Column<Line> => ({
    key: role,
    label: ROLE_LABELS[role],
    class: "wide:text-center",
    render: ({ needs }) => <Mark yes={needs === null || allows(role, needs)} />,
  })),
];

/** Which function needs which 機能操作範囲. */
export function PermissionMatrix() {
  return (
    <Table
      caption="機能ごとに必要な機能操作範囲"
      columns={COLUMNS}
      rows={LINES}
      rowKey={({ key }) => key}
    />
  );
}

/** ○ or －, read out as words. */
export function Mark({ yes }: { yes: boolean }) {
  return (
    <>
      <span aria-hidden="true">{yes ? "○" : "－"}</span>
      <span class="sr-only">{yes ? "できる" : "できない"}</span>
    </>
  );
}
