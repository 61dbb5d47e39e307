import { Tabs } from "../Tabs.tsx";
import { groupSettingsAddress } from "./GroupSettingsTabs.tsx";

const PARTS = { reminder: "再通知", deadline: "締切" } as const;

/** The two pages of 再通知・締切設定. */
export type ReminderPart = keyof typeof PARTS;

/** The tabs 再通知 and 締切 of 再通知・締切設定. */
export function ReminderTabs({ group, current }: { group: string; current: ReminderPart }) {
  const tabs = (Object.keys(PARTS) as ReminderPart[]).map((part) => ({
    label: PARTS[part],
    href: groupSettingsAddress(group, part),
    current: part === current,
  }));
  return <Tabs label="再通知・締切設定" tabs={tabs} />;
}
