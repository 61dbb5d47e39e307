import type { MenuLink } from "../operation/menu_link.ts";
import { Tabs } from "../Tabs.tsx";

/** In the order of the menu (reference/screens.md §4.2). */
const SECTIONS = {
  documents: "書類・原本設定",
  hints: "アンケートのヒントメッセージ設定",
  notice: "管理者からのお知らせ設定",
  mails: "メールフォーマット設定",
  reminder: "再通知・締切設定",
} as const;

/** The pages of 依頼グループ設定, `/groups/:group/settings/:section`. */
export type GroupSection = keyof typeof SECTIONS;

/** The operations of the menu that stand right behind the page they belong to. */
const FOLLOWED_BY: Partial<Record<GroupSection, string>> = { hints: "import_hint_messages" };

/** The name of a section, on its tab and in the menu. */
export function sectionLabel(section: GroupSection): string {
  return SECTIONS[section];
}

/** Where a section of a group's settings stands; 締切 is the second tab of 再通知・締切設定. */
export function groupSettingsAddress(group: string, section: GroupSection | "deadline"): string {
  return `/groups/${group}/settings/${section}`;
}

/** Every section of a group's settings, with its address. */
export function groupSettingsLinks(group: string): (MenuLink & { section: GroupSection })[] {
  return (Object.keys(SECTIONS) as GroupSection[]).map((section) => ({
    section,
    label: SECTIONS[section],
    href: groupSettingsAddress(group, section),
    followedBy: FOLLOWED_BY[section] ?? null,
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
