import { Tabs } from "../Tabs.tsx";

const SECTIONS = [
  { section: "hints", label: "アンケートのヒントメッセージ設定" },
  { section: "deadline", label: "再通知・締切設定" },
] as const;

/** The pages of 依頼グループ設定, `/groups/:group/settings/:section`. */
export type GroupSection = typeof SECTIONS[number]["section"];

/** Where a section of a group's settings stands. */
export function groupSettingsAddress(group: string, section: GroupSection): string {
  return `/groups/${group}/settings/${section}`;
}

/** The sections of 依頼グループ設定 of one group. */
export function GroupSettingsTabs({ group, current }: { group: string; current: GroupSection }) {
  return (
    <Tabs
      label="依頼グループ設定"
      tabs={SECTIONS.map(({ section, label }) => ({
        href: groupSettingsAddress(group, section),
        label,
        current: section === current,
      }))}
    />
  );
}
