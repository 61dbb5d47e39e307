import { z } from "zod";

export { covers, EVERYONE, inRange, NOBODY, type Range, rangeSchema } from "./range.ts";

/** What a person may do in 年末調整 (機能操作範囲), stored; see the matrix in reference/imports.md §2.2. */
export const ROLES = ["admin", "confirm", "download", "check", "none"] as const;
export type Role = typeof ROLES[number];
export const roleSchema = z.enum(ROLES);

/** The Japanese name of each role, as the product shows it. */
export const ROLE_LABELS: Record<Role, string> = {
  admin: "管理者",
  confirm: "依頼の確定",
  download: "依頼グループ設定・データダウンロード",
  check: "依頼と確認",
  none: "権限なし",
};

/**
 * What an operation or a page asks for. `admin`: A; `confirm`: A F; `data`: A F G (group settings, downloads,
 * バックグラウンド処理); `review`: A F G K (requests).
 */
export type Permission = "admin" | "confirm" | "data" | "review";

const HOLDERS: Record<Permission, readonly Role[]> = {
  admin: ["admin"],
  confirm: ["admin", "confirm"],
  data: ["admin", "confirm", "download"],
  review: ["admin", "confirm", "download", "check"],
};

/** True when `role` holds `permission`. */
export function allows(role: Role, permission: Permission): boolean {
  return HOLDERS[permission].includes(role);
}
