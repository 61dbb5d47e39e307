import type { AccountEvent } from "../domain/account_event.ts";
import { shownAs, type User } from "../domain/user.ts";

/** What the audit log tells of an account: which it is, and what it may do from then on. */
export function factsOf(user: User): AccountEvent["facts"] {
  const { role, roleId, active } = user;
  return { account: shownAs(user), role, roleId, active: active ? "on" : "off" };
}
