import { Tabs } from "./Tabs.tsx";

const PAGES = [
  { href: "/settings/accounts", label: "アカウント" },
  { href: "/settings/sign-in", label: "サインイン" },
  { href: "/settings/notifications", label: "通知設定" },
  { href: "/settings/address", label: "住所の印字設定" },
  { href: "/settings/permissions", label: "権限設定" },
  { href: "/settings/source", label: "データ連携" },
  { href: "/settings/my-numbers", label: "マイナンバー" },
  { href: "/settings/mails", label: "送信メール" },
  { href: "/settings/audit", label: "監査ログ" },
  { href: "/settings/operation", label: "稼働状況" },
];

/** The pages of 設定. @param current address of the one that is shown */
export function SettingsTabs({ current }: { current: string }) {
  return <Tabs label="設定" tabs={PAGES.map((page) => ({ ...page, current: page.href === current }))} />;
}
