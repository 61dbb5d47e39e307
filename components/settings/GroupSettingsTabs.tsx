import { Tabs } from "../Tabs.tsx";

const SECTIONS = {
  hints: "アンケートのヒントメッセージ設定",
  deadline: "再通知・締切設定",
} as const;

/** The pages of 依頼グループ設定, `/groups/:group/settings/:section`. */
export type GroupSection = keyof typeof SECTIONS;

/** The name of a section, on its tab and in the menu. */
export function sectionLabel(section: GroupSection): string {
  return SECTIONS[section];
}

/** Where a section of a group's settings stands. */
export function groupSettingsAddress(group: string, section: GroupSection): string {
  return `/groups/${group}/settings/${section}`;
}

/** Every section of a group's settings, with its address. */
export function groupSettingsLinks(group: string): { section: GroupSection; label: string; href: string }[] {
  return (Object.keys(SECTIONS) as GroupSection[]).map((section) => ({
    section,
    label: SECTIONS[section],
    href: groupSettingsAddress(group, section),
  }));
}

/** The sections of 依頼グループ設定 of one group. */
export function GroupSettingsTabs({ group, current }: { group: string; current: GroupSection }) {
  const tabs = groupSettingsLinks(group).map(({ section, label, href }) => ({
    label,
    href,
    current: section === current,
  }));
  return <Tabs label="依頼グループ設定" tabs={tabs} />;
}
