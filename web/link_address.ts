import type { Context } from "fresh";
import type { State } from "./state.ts";

/** The whole address of a one-time link. In production people reach us over https, whatever the last hop is. */
export function linkAddress(ctx: Context<State>, token: string): string {
  const url = new URL(`/invitations/${token}`, ctx.url);
  if (ctx.state.services.config.env === "production") url.protocol = "https:";
  return url.href;
}
