import type { Group } from "../../domain/group.ts";
import { Button, LinkButton } from "../Button.tsx";
import { Card } from "../Card.tsx";
import { EmptyState } from "../EmptyState.tsx";
import { PEOPLE_SCREENS } from "../help/people_screens.ts";
import { PageTitle } from "../PageTitle.tsx";
import { groupSettingsLinks } from "../settings/GroupSettingsTabs.tsx";
import { type Column, Table } from "../Table.tsx";
import { japaneseYear } from "../year.ts";
import { SetupSteps } from "./SetupSteps.tsx";

interface Line {
  group: Group;
  employees: number;
}

interface Props {
  year: number;
  groups: Line[];
}

const COLUMNS: readonly Column<Line>[] = [
  { key: "name", label: "依頼グループ", rowHeader: true, bare: true, render: ({ group }) => group.name },
  {
    key: "employees",
    label: "従業員数",
    numeric: true,
    render: ({ employees }) => `${employees.toLocaleString("ja-JP")}名`,
  },
  {
    key: "closes",
    label: "受付終了日",
    render: ({ group }) => group.closesOn?.replaceAll("-", "/") ?? "設定なし",
  },
  {
    key: "settings",
    label: "設定",
    render: ({ group }) => (
      <ul class="flex flex-wrap gap-x-4 gap-y-1">
        {groupSettingsLinks(group.id).map(({ href, label }) => (
          <li key={href}>
            <a href={href} aria-label={`${group.name}の${label}`}>{label}</a>
          </li>
        ))}
      </ul>
    ),
  },
];

/** 年末調整設定2/2: the settings of each 依頼グループ, then ［完了］. */
export function SetupPage({ year, groups }: Props) {
  return (
    <>
      <PageTitle
        title="年末調整設定2/2"
        lead={`${
          japaneseYear(year)
        }の年末調整の、依頼グループごとの設定を確認します。設定はあとから変更できます。`}
        help={PEOPLE_SCREENS.setup}
      />
      <SetupSteps current={2} />
      <Card flush>
        <Table
          caption="依頼グループと設定"
          columns={COLUMNS}
          rows={groups}
          rowKey={({ group }) => group.id}
          empty={
            <EmptyState title="依頼グループはありません。">
              年末調整設定1/2で依頼グループを作成し、従業員を登録してください。
            </EmptyState>
          }
        />
      </Card>
      <form method="post" action="/years/setup" class="flex flex-wrap justify-end gap-2 mt-6">
        <LinkButton href="/employees">戻る</LinkButton>
        <Button type="submit" look="main">完了</Button>
      </form>
    </>
  );
}
