import { setClock } from "../domain/clock.ts";
import { Refusal } from "../domain/errors.ts";
import { EVERYONE, type Role } from "../domain/permission.ts";
import type { ReasonCode } from "../domain/reasons.ts";
import type { NewUser } from "../domain/user.ts";
import { accountsOf } from "./accounts.ts";
import { committerOf } from "./commit.ts";

export const PASSWORD = "aki-no-yonaga-21";
export const NEW_PASSWORD = "mushi-no-koe-99x";
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** Accounts in a database of their own, under a clock that moves by hand. For tests. */
export async function openAccounts() {
  const kv = await Deno.openKv(":memory:");
  const clock = { at: Date.parse("2026-11-22T00:00:00Z") };
  const restore = setClock({ now: () => clock.at });
  const accounts = accountsOf(kv, committerOf(kv), { sessionSecret: "test" });
  return {
    kv,
    clock,
    accounts,
    signIn: (name: string, password = PASSWORD) => accounts.signIn("t1", name, password, null),
    [Symbol.dispose]: () => {
      restore();
      kv.close();
    },
  };
}

/** A new account of this role, known by `name@t1.example`. */
export function person(name: string, role: Role = "download"): NewUser {
  return { email: `${name}@t1.example`, name, role, range: EVERYONE, employeeCode: null };
}

/** For `assert.rejects`: is it the refusal with this code? */
export function refused(code: ReasonCode) {
  return (error: unknown) => error instanceof Refusal && error.code === code;
}
