import { allows, type Permission, type Role } from "../domain/permission.ts";
import { GUIDE } from "./help/guide_address.ts";

/** An entry of the main navigation. */
export interface NavItem {
  href: string;
  label: string;
  current: "page" | "true" | undefined;
}

const ENTRIES: { href: string; under: string[]; label: string; permission: Permission | null }[] = [
  { href: "/", under: [], label: "年末調整メニュー", permission: null },
  { href: "/groups", under: ["/groups/"], label: "依頼一覧", permission: "review" },
  { href: "/employees", under: ["/employees/"], label: "対象従業員設定", permission: "admin" },
  {
    href: "/background-jobs",
    under: ["/background-jobs/"],
    label: "バックグラウンド処理",
    permission: "review",
  },
  { href: "/settings/accounts", under: ["/settings/"], label: "設定", permission: "admin" },
  { href: GUIDE, under: [], label: "ヘルプ", permission: "review" },
];

/** What `role` may open, with the entry that `path` lies under marked. */
export function navigation(role: Role, path: string): NavItem[] {
  return ENTRIES
    .filter(({ permission }) => permission === null || allows(role, permission))
    .map(({ href, under, label }) => ({ href, label, current: mark(href, under, path) }));
}

function mark(href: string, under: string[], path: string): NavItem["current"] {
  if (path === href) return "page";
  return under.some((prefix) => path.startsWith(prefix)) ? "true" : undefined;
}
