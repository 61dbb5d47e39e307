import type { Context } from "fresh";
import { flowCookie, type SessionCookie, sessionCookie } from "./cookies.ts";
import { withVisibleRange } from "../domain/visible_range.ts";
import { define } from "./define.ts";
import type { State } from "./state.ts";

/** The session cookie as this request has it. */
export function cookieOf(ctx: Context<State>): SessionCookie {
  return sessionCookie(isSecure(ctx));
}

/** The cookie of a sign-in through an identity provider, as this request has it. */
export function flowCookieOf(ctx: Context<State>): SessionCookie {
  return flowCookie(isSecure(ctx));
}

function isSecure({ state, url }: Context<State>): boolean {
  return state.services.config.env === "production" || url.protocol === "https:";
}

/** Finds who is signed in. Without a cookie nothing is read. */
export const sessionMiddleware = define.middleware(async (ctx) => {
  const { state } = ctx;
  const token = cookieOf(ctx).read(ctx.req.headers.get("cookie"));
  if (token === null || !state.tenant) return ctx.next();
  const session = await state.services.accounts.session(state.tenant.id, token);
  const user = session?.user ?? null;
  const limited = user && user.range.kind !== "all";
  state.user = limited ? await withVisibleRange(state.services.stores(state.tenant), user) : user;
  state.session = session?.hash ?? null;
  return ctx.next();
});
