import type { Range } from "../domain/permission.ts";
import type { User } from "../domain/user.ts";
import type { Stores } from "../domain/stores.ts";

/**
 * Whose 依頼 this person sees; null: nobody's. A range that is not everybody holds only for people who are targets of
 * the adjustment themselves (reference/imports.md §2.2).
 */
export async function visibleRange(stores: Stores, user: User): Promise<Range | null> {
  if (user.range.kind === "all") return user.range;
  if (user.employeeCode === null) return null;
  const [self] = await stores.members.byCodes([user.employeeCode]);
  return self ? user.range : null;
}
