import { LinkButton } from "../Button.tsx";
import { Card } from "../Card.tsx";
import { DocumentTitle } from "../DocumentTitle.tsx";
import { NotificationBar } from "../NotificationBar.tsx";
import { PageTitle } from "../PageTitle.tsx";
import { type Column, Table } from "../Table.tsx";

interface Kept {
  code: string;
  name: string;
  reason: string;
}

interface Props {
  /** How many were deleted. */
  removed: number;
  kept: Kept[];
  returnTo: string;
}

const COLUMNS: readonly Column<Kept>[] = [
  { key: "code", label: "社員番号", render: ({ code }) => code },
  { key: "name", label: "氏名", rowHeader: true, render: ({ name }) => name },
  { key: "reason", label: "理由", render: ({ reason }) => reason },
];

/** What became of ticked people of whom some could not be deleted. */
export function DeletionResult({ removed, kept, returnTo }: Props) {
  const title = "従業員の削除の結果";
  return (
    <>
      <DocumentTitle title={title} />
      <PageTitle title={title} back={{ href: returnTo, label: "元の画面に戻る" }} />
      <NotificationBar tone="warning">
        {removed}名の従業員を削除しました。次の{kept.length}名は削除していません。
      </NotificationBar>
      <div class="mt-6">
        <Card flush>
          <Table
            caption="削除しなかった従業員と、その理由"
            columns={COLUMNS}
            rows={kept}
            rowKey={({ code }) => code}
          />
        </Card>
      </div>
      <div class="mt-6">
        <LinkButton href={returnTo}>対象従業員設定に戻る</LinkButton>
      </div>
    </>
  );
}
