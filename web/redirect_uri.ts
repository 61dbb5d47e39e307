import type { Context } from "fresh";
import type { State } from "./state.ts";

/** Where identity providers send people back to. In production people reach us over https, whatever the last hop is. */
export function redirectUriOf({ state, url }: Context<State>): string {
  const address = new URL("/login/oidc/callback", url);
  if (state.services.config.env === "production") address.protocol = "https:";
  return address.href;
}
