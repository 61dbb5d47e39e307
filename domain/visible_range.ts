import { NOBODY, type Range, rangeFor } from "./range.ts";
import type { User } from "./user.ts";
import type { Stores } from "./stores.ts";

/**
 * Whose 依頼 this person sees, 本人 and 本人が所属する部署 by name; null: nobody's. A range that is not everybody holds
 * only for people who are targets of the adjustment themselves (reference/imports.md §2.2).
 */
export async function visibleRange(
  stores: Pick<Stores, "members">,
  user: Pick<User, "range" | "employeeCode">,
): Promise<Range | null> {
  if (user.range.kind === "all") return user.range;
  if (user.employeeCode === null) return null;
  const [self] = await stores.members.byCodes([user.employeeCode]);
  return self ? rangeFor(user.range, self.employee) : null;
}

/** The person with the range that is theirs now: what jobs they start are given, and what opens results to them. */
export async function withVisibleRange(stores: Pick<Stores, "members">, user: User): Promise<User> {
  if (user.range.kind === "all") return user;
  return { ...user, range: await visibleRange(stores, user) ?? NOBODY };
}
