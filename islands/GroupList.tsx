import { useEffect, useState } from "preact/hooks";
import { Button, LinkButton } from "../components/Button.tsx";
import { EmptyState } from "../components/EmptyState.tsx";
import { type GroupAction, GroupDialogs } from "../components/members/GroupDialogs.tsx";
import { GROUP_COLUMNS, type GroupLine } from "../components/members/group_columns.tsx";
import { type Column, Table } from "../components/Table.tsx";

interface Props {
  groups: GroupLine[];
  returnTo: string;
}

const ADD = "＋依頼グループ追加";

/** 依頼グループ, newest first, with the dialogs that change them; without JavaScript each is a page. */
export function GroupList({ groups, returnTo }: Props) {
  const [action, setAction] = useState<GroupAction | null>(null);
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const back = new URLSearchParams({ return_to: returnTo });

  const opener = (label: string, name: string | undefined, href: string, opens: GroupAction) =>
    ready
      ? (
        <Button look="quiet" aria-haspopup="dialog" aria-label={name} onClick={() => setAction(opens)}>
          {label}
        </Button>
      )
      : <LinkButton look="quiet" aria-label={name} href={`${href}?${back}`}>{label}</LinkButton>;

  const actions: Column<GroupLine> = {
    key: "actions",
    label: "操作",
    bare: true,
    render: (group) => {
      const address = `/employees/groups/${group.id}`;
      return (
        <span class="flex flex-wrap -ml-4 wide:-my-2.5">
          <LinkButton
            look="quiet"
            href={`/employees?group=${group.id}`}
            aria-label={`${group.name}の従業員確認`}
          >
            従業員確認
          </LinkButton>
          {opener("編集", `${group.name}の編集`, address, { kind: "rename", group })}
          {opener("削除", `${group.name}の削除`, `${address}/deletion`, { kind: "delete", group })}
        </span>
      );
    },
  };
  return (
    <>
      <Table
        caption="依頼グループの一覧。新しい順に並んでいます。"
        columns={[...GROUP_COLUMNS, actions]}
        rows={groups}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="依頼グループはありません。">
            締切や設定を分けたい単位で、依頼グループを追加してください。
          </EmptyState>
        }
      />
      <div class="p-4 border-t">{opener(ADD, undefined, "/employees/groups/new", { kind: "add" })}</div>
      <GroupDialogs action={action} returnTo={returnTo} onClose={() => setAction(null)} />
    </>
  );
}
