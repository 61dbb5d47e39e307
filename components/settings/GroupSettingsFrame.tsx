import type { ComponentChildren } from "preact";
import { DocumentTitle } from "../DocumentTitle.tsx";
import type { Help } from "../help/help.ts";
import { REQUEST_SCREENS } from "../help/request_screens.ts";
import { PageTitle } from "../PageTitle.tsx";
import { type GroupSection, GroupSettingsTabs, sectionLabel } from "./GroupSettingsTabs.tsx";

/** この画面の使い方 of each section. */
const HELP: Record<GroupSection, Help> = {
  documents: REQUEST_SCREENS.documents_settings,
  hints: REQUEST_SCREENS.hints,
  notice: REQUEST_SCREENS.notice,
  mails: REQUEST_SCREENS.mails,
  reminder: REQUEST_SCREENS.reminder,
};

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
        help={HELP[current]}
      >
        {actions}
      </PageTitle>
      <GroupSettingsTabs group={group.id} current={current} />
      {children}
    </>
  );
}
