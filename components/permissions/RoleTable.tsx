import { allows } from "../../domain/permission.ts";
import { rangeText } from "../../domain/range_text.ts";
import { isAdminRole, type RoleDefinition, roleOf, SCOPE_LABELS, SCOPES } from "../../domain/role.ts";
import { cls } from "../cls.ts";
import { EmptyState } from "../EmptyState.tsx";
import { Label } from "../StatusLabel.tsx";
import { type Column, Table } from "../Table.tsx";
import { Mark } from "./PermissionMatrix.tsx";

/** Where a 権限 is edited. */
export function roleAddress({ id }: Pick<RoleDefinition, "id">): string {
  return `/settings/permissions/${id}`;
}

const COLUMNS: Column<RoleDefinition>[] = [
  {
    key: "name",
    label: "権限",
    rowHeader: true,
    render: (role) => (
      <span class="inline-flex flex-wrap items-center gap-2">
        <span class="font-bold [overflow-wrap:anywhere]">{role.name}</span>
        {!role.inSource && <Label tone="warning" icon="warning">同期元にありません</Label>}
      </span>
    ),
  },
  // What a role may do: a tick holds what the ones before it do.
  ...SCOPES.map((scope): Column<RoleDefinition> => ({
    key: scope,
    label: SCOPE_LABELS[scope],
    class: cls("wide:text-center"),
    render: (role) => <Mark yes={allows(roleOf(role), scope)} />,
  })),
  { key: "range", label: "操作できる範囲", render: (role) => <RangeLines role={role} /> },
  {
    key: "edit",
    label: "操作",
    bare: true,
    render: (role) => isAdminRole(role) ? "すべての操作" : <EditLink role={role} />,
  },
];

/** The 権限 of the source with what each may do here. */
export function RoleTable({ roles }: { roles: readonly RoleDefinition[] }) {
  return (
    <Table
      caption="権限の一覧"
      columns={COLUMNS}
      rows={roles}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title="権限はまだありません。">
          ［権限を同期］を押すと、基本機能の権限がここに表示されます。
        </EmptyState>
      }
    />
  );
}

/** 操作できる範囲 in words, with what of it was not understood. */
export function RangeLines({ role: { range, rangeNote } }: { role: RoleDefinition }) {
  return (
    <div>
      {rangeText(range).map((line) => <p key={line}>{line}</p>)}
      {rangeNote !== null && (
        <p class="text-sm text-ink-soft">読み取れない条件があるため、本人のみにしています（{rangeNote}）。</p>
      )}
    </div>
  );
}

function EditLink({ role }: { role: RoleDefinition }) {
  return (
    <a href={roleAddress(role)} class="inline-flex items-center min-h-[1.75rem] font-bold">
      編集<span class="sr-only">（{role.name}）</span>
    </a>
  );
}
