import { LinkButton } from "../Button.tsx";
import { Card } from "../Card.tsx";
import { cls } from "../cls.ts";
import { DocumentTitle } from "../DocumentTitle.tsx";
import { NotificationBar } from "../NotificationBar.tsx";
import { PageTitle } from "../PageTitle.tsx";
import { type Column, Table } from "../Table.tsx";

interface Left {
  id: string;
  code: string;
  name: string;
  label: string;
  reason: string;
}

interface Props {
  title: string;
  /** How many are チェック済み now. */
  checked: number;
  left: Left[];
  returnTo: string;
}

const COLUMNS: readonly Column<Left>[] = [
  { key: "code", label: "社員番号", render: ({ code }) => code || "-" },
  {
    key: "name",
    label: "氏名",
    rowHeader: true,
    class: cls("wide:min-w-[8rem]"),
    render: ({ name }) => name,
  },
  { key: "label", label: "書類・前職情報", render: ({ label }) => label },
  { key: "reason", label: "理由", render: ({ reason }) => reason },
];

/** What became of ticked rows of which some could not be set チェック済み. */
export function CheckedResult({ title, checked, left, returnTo }: Props) {
  return (
    <>
      <DocumentTitle title={`${title}：結果`} />
      <PageTitle title={title} back={{ href: returnTo, label: "一覧に戻る" }} />
      <NotificationBar tone="warning">
        {checked}件をチェック済みにしました。次の{left.length}件は変更していません。
      </NotificationBar>
      <div class="mt-6">
        <Card flush>
          <Table
            caption="チェック済みにしなかったものと、その理由"
            columns={COLUMNS}
            rows={left}
            rowKey={({ id }) => id}
          />
        </Card>
      </div>
      <div class="mt-6">
        <LinkButton href={returnTo}>一覧に戻る</LinkButton>
      </div>
    </>
  );
}
