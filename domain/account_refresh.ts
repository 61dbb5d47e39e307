import type { SourceAccount } from "./master.ts";
import { NOBODY } from "./range.ts";
import type { User } from "./user.ts";

/** What アカウント情報再取得 takes over from the source. */
export type SaidOfAccount = Pick<SourceAccount, "roleId" | "employeeCode">;

/**
 * The account as the source says it is: its 権限 and whose record is theirs. Who has lost every 権限 there has none here
 * either; role and range of an account's own stay only while the source never gave it a 権限. Who signs in by 社員番号
 * alone keeps it.
 */
export function refreshed(account: User, said: SaidOfAccount): User {
  const employeeCode = said.employeeCode ?? (account.email === null ? account.employeeCode : null);
  if (said.roleId !== null) return { ...account, employeeCode, roleId: said.roleId };
  if (account.roleId === null) return { ...account, employeeCode };
  return { ...account, employeeCode, roleId: null, role: "none", range: NOBODY };
}
