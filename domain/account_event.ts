import type { Person } from "./user.ts";

/** What the audit log tells of accounts and 権限; the words are stored. */
export const ACCOUNT_EVENTS = [
  "signed_in",
  "sign_in_failed",
  "account_invited",
  "account_changed",
  "account_refreshed",
  "password_reset",
  "password_set",
  "password_changed",
  "role_changed",
  "identity_linked",
  "identity_unlinked",
  "sign_in_changed",
] as const;
export type AccountEventName = typeof ACCOUNT_EVENTS[number];

/** Something that happened to an account or a 権限. */
export interface AccountEvent {
  event: AccountEventName;
  /** Who did it; null: the product itself, or who operates it. */
  by: Person | null;
  /** Names and words that tell more; never a password or a link. */
  facts: Record<string, string | number | null>;
}
