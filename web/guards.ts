import type { Context } from "fresh";
import { Refusal } from "../domain/errors.ts";
import { allows, type Permission } from "../domain/permission.ts";
import type { User } from "../domain/user.ts";
import type { State } from "./state.ts";

/** Who is signed in. Refuses (`not_signed_in`): a page then leads to /login and back, a script gets 401. */
export function requireUser(ctx: Pick<Context<State>, "state">): User {
  if (!ctx.state.user) throw new Refusal("not_signed_in");
  return ctx.state.user;
}

/** Who is signed in and holds `permission`. Refuses `not_signed_in`, `forbidden`. */
export function requirePermission(ctx: Pick<Context<State>, "state">, permission: Permission): User {
  const user = requireUser(ctx);
  if (!allows(user.role, permission)) throw new Refusal("forbidden");
  return user;
}
