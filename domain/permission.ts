import { z } from "zod";

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

/** 操作できる範囲: everybody, or only the employees of some 部署 and 雇用形態 (an empty list: any). */
export const rangeSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("all") }),
  z.object({
    kind: z.literal("condition"),
    departments: z.array(z.string()),
    employmentTypes: z.array(z.string()),
  }),
]);
export type Range = z.infer<typeof rangeSchema>;

/** Every employee of the tenant (すべての従業員). */
export const EVERYONE: Range = { kind: "all" };

/** True when an employee of this 部署 and 雇用形態 lies inside `range`. */
export function inRange(
  range: Range,
  employee: { department: string | null; employmentType: string | null },
): boolean {
  if (range.kind === "all") return true;
  return within(range.departments, employee.department) &&
    within(range.employmentTypes, employee.employmentType);
}

/** True when everybody inside `inner` is inside `outer` too. */
export function covers(outer: Range, inner: Range): boolean {
  if (outer.kind === "all") return true;
  if (inner.kind === "all") return false;
  return includesAll(outer.departments, inner.departments) &&
    includesAll(outer.employmentTypes, inner.employmentTypes);
}

function within(allowed: readonly string[], value: string | null): boolean {
  return allowed.length === 0 || (value !== null && allowed.includes(value));
}

function includesAll(outer: readonly string[], inner: readonly string[]): boolean {
  if (outer.length === 0) return true;
  return inner.length > 0 && inner.every((value) => outer.includes(value));
}
