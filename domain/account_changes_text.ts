import { ROLE_LABELS } from "./permission.ts";
import { rangeText } from "./range_text.ts";
import type { User } from "./user.ts";

/** One thing that アカウント情報再取得 changed. */
export interface AccountDifference {
  what: string;
  before: string;
  after: string;
}

/** What differs between two readings of an account; `roleNames` by the id of the 権限. */
export function differencesOf(
  before: User,
  after: User,
  roleNames: ReadonlyMap<string, string>,
): AccountDifference[] {
  const nameOf = ({ roleId }: User) => roleId === null ? "なし" : roleNames.get(roleId) ?? roleId;
  const lines: [string, (user: User) => string][] = [
    ["基本機能の権限", nameOf],
    ["機能操作範囲", ({ role }) => ROLE_LABELS[role]],
    ["操作できる範囲", ({ range }) => rangeText(range).join("、")],
    ["社員番号", ({ employeeCode }) => employeeCode ?? "なし"],
  ];
  return lines
    .map(([what, shown]) => ({ what, before: shown(before), after: shown(after) }))
    .filter((line) => line.before !== line.after);
}
