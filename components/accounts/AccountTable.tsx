import { ROLE_LABELS } from "../../domain/permission.ts";
import type { AccountLine } from "../../domain/user.ts";
import { EmptyState } from "../EmptyState.tsx";
import { Label, type Tone } from "../StatusLabel.tsx";
import { type Column, Table } from "../Table.tsx";

/** Where an account stands, with its word and look. */
export const ACCOUNT_STATES = {
  ready: { label: "有効", tone: "green" },
  invited: { label: "招待中", tone: "blue" },
  link_expired: { label: "リンク期限切れ", tone: "warning" },
  inactive: { label: "無効", tone: "grey" },
} as const satisfies Record<AccountLine["state"], { label: string; tone: Tone }>;

const COLUMNS: Column<AccountLine>[] = [
  {
    key: "name",
    label: "氏名",
    rowHeader: true,
    render: ({ user }) => <a href={`/settings/accounts/${user.id}`}>{user.name}</a>,
  },
  { key: "email", label: "メールアドレス", render: ({ user }) => user.email ?? "-" },
  { key: "code", label: "社員番号", render: ({ user }) => user.employeeCode ?? "-" },
  { key: "role", label: "権限", render: ({ user }) => ROLE_LABELS[user.role] },
  {
    key: "state",
    label: "ステータス",
    render: ({ state }) => <Label tone={ACCOUNT_STATES[state].tone}>{ACCOUNT_STATES[state].label}</Label>,
  },
];

/** The accounts of a tenant; each name leads to where it is changed. */
export function AccountTable({ rows }: { rows: readonly AccountLine[] }) {
  return (
    <Table
      caption="アカウントの一覧"
      columns={COLUMNS}
      rows={rows}
      rowKey={({ user }) => user.id}
      empty={<EmptyState title="アカウントはありません。" />}
    />
  );
}
