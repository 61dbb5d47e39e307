import type { IssuerRules } from "../domain/issuer_address.ts";
import { providersOf } from "../identity/provider.ts";
import { tellAccountEvent } from "../jobs/engine/audit.ts";
import { type SignInService, signInServiceOf } from "../jobs/sign_in_service.ts";
import type { SignInStore } from "../kv/sign_in_settings.ts";
import type { Config } from "./config.ts";
import { log } from "./log.ts";

/** 設定 › サインイン and the identity providers of the companies. */
export function startSignIn(config: Config, store: SignInStore): SignInService {
  const rules = issuerRules(config);
  return signInServiceOf({ ...store, tell: tellAccountEvent, rules, providers: providersOf(rules), log });
}

/** Servers on this machine are asked in development only. */
function issuerRules({ env, oidcPrivateHosts }: Config): IssuerRules {
  return { privateHosts: oidcPrivateHosts, loopback: env === "development" };
}
