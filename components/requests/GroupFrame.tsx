import type { ComponentChildren } from "preact";
import type { MenuItem } from "../../jobs/service.ts";
import { LinkButton } from "../Button.tsx";
import { Card } from "../Card.tsx";
import { EmptyState } from "../EmptyState.tsx";
import { REQUEST_SCREENS } from "../help/request_screens.ts";
import type { MenuLink } from "../operation/menu_link.ts";
import { OperationButtons } from "../operation/OperationButtons.tsx";
import { PageTitle } from "../PageTitle.tsx";
import { Tabs } from "../Tabs.tsx";
import { type GroupLink, GroupNav } from "./GroupNav.tsx";
import { GROUP_VIEWS, type GroupView, VIEW_LABELS, viewAddress } from "./views.ts";

/** What stands around each of the three views of a group. */
export interface GroupFrameProps {
  group: { id: string; name: string };
  /** Newest first. */
  groups: GroupLink[];
  menus: { group: MenuItem[]; all: MenuItem[] };
  /** Pages of 依頼グループ設定 that this person may open. */
  settings: MenuLink[];
  /** May open 対象従業員設定. */
  maySetUp: boolean;
  /** True when this person sees nobody, because of a range without being a target. */
  outside: boolean;
  returnTo: string;
}

const SETTINGS = "依頼グループ設定";

/** The operations of a group that stand beside its list, not under 依頼グループ設定▼. */
export function besideList(items: readonly MenuItem[]): MenuItem[] {
  return items.filter((item) => item.menu !== SETTINGS);
}

/** The groups at the left, one view of one of them at the right (reference/screens.md §4.1). */
export function GroupFrame(
  { view, children, ...props }: GroupFrameProps & { view: GroupView; children: ComponentChildren },
) {
  const { group, groups, menus, settings, maySetUp, returnTo, outside } = props;
  const tabs = GROUP_VIEWS.map((one) => ({
    href: viewAddress(group.id, one),
    label: VIEW_LABELS[one],
    current: one === view,
  }));
  return (
    <div class="grid gap-6 broad:gap-8 broad:grid-cols-[15rem_minmax(0,1fr)]">
      <div class="grid gap-4 content-start">
        <GroupNav groups={groups} current={group.id} view={view} />
        <div class="flex flex-wrap gap-2">
          {maySetUp && <LinkButton href="/employees">対象従業員設定</LinkButton>}
          <OperationButtons items={menus.all} group={null} returnTo={returnTo} />
        </div>
      </div>
      <div class="min-w-0">
        <PageTitle title={`${group.name}の年末調整`} help={REQUEST_SCREENS[view]}>
          <OperationButtons
            items={menus.group.filter((item) => item.menu === SETTINGS)}
            links={{ menu: SETTINGS, pages: settings }}
            group={group.id}
            returnTo={returnTo}
            alignRight
          />
        </PageTitle>
        <Tabs label="表示切替" tabs={tabs} />
        {outside ? <Outside /> : children}
      </div>
    </div>
  );
}

function Outside() {
  return (
    <Card>
      <EmptyState title="表示できる依頼はありません。">
        操作できる範囲に制限があり、ご自身が年末調整の対象従業員ではないため、依頼を表示できません。必要な場合は管理者に連絡してください。
      </EmptyState>
    </Card>
  );
}
