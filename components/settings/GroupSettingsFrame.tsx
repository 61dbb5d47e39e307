import type { ComponentChildren } from "preact";
import { DocumentTitle } from "../DocumentTitle.tsx";
import { PageTitle } from "../PageTitle.tsx";
import { type GroupSection, GroupSettingsTabs, sectionLabel } from "./GroupSettingsTabs.tsx";

interface Props {
  group: { id: string; name: string };
  current: GroupSection;
  /** The part of the section, where it has several: for the title of the window. */
  part?: string;
  /** Controls beside the title. */
  actions?: ComponentChildren;
  children: ComponentChildren;
}

/** What every page of 依頼グループ設定 begins with: whose it is, the way back, and the other sections. */
export function GroupSettingsFrame({ group, current, part, actions, children }: Props) {
  return (
    <>
      <DocumentTitle
        title={[part, sectionLabel(current), group.name].filter((text) => text !== undefined).join("｜")}
      />
      <PageTitle
        title={`${group.name}の依頼グループ設定`}
        back={{ href: `/groups/${group.id}/requests`, label: "依頼一覧に戻る" }}
      >
        {actions}
      </PageTitle>
      <GroupSettingsTabs group={group.id} current={current} />
      {children}
    </>
  );
}
