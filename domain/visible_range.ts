import type { Range } from "./permission.ts";
import type { User } from "./user.ts";
import type { Stores } from "./stores.ts";

/**
 * Whose 依頼 this person sees; null: nobody's. A range that is not everybody holds only for people who are targets of
 * the adjustment themselves (reference/imports.md §2.2).
 */
export async function visibleRange(
  stores: Pick<Stores, "members">,
  user: Pick<User, "range" | "employeeCode">,
): Promise<Range | null> {
  if (user.range.kind === "all") return user.range;
  if (user.employeeCode === null) return null;
  const [self] = await stores.members.byCodes([user.employeeCode]);
  return self ? user.range : null;
}
