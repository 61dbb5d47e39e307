import { App } from "fresh";
import { Refusal } from "../domain/errors.ts";
import { EVERYONE, type Role } from "../domain/permission.ts";
import { openAccounts, PASSWORD } from "../kv/accounts_fixture.ts";
import { committerOf } from "../kv/commit.ts";
import { groupChangesOf } from "../kv/group_changes.ts";
import { memberChangesOf } from "../kv/member_changes.ts";
import { memberPagesOf } from "../kv/member_pages.ts";
import { seasonsOf } from "../kv/seasons.ts";
import { newRingEntry, parseKeyring } from "../kv/keyring.ts";
import { rolesOf } from "../kv/roles.ts";
import { tenantsOf } from "../kv/tenants.ts";
import { installMiddlewares } from "./app.ts";
import { readConfig } from "./config.ts";
import { testMetrics } from "./metrics_fixture.ts";
import type { Services } from "./services.ts";
import { startSignIn } from "./start_sign_in.ts";
import type { State } from "./state.ts";

/** Tells one request from another: everything that is not the default of a page view. */
export interface Ask {
  method?: string;
  host?: string;
  headers?: Record<string, string>;
  /** Form fields; makes the request a POST from this site's own page. */
  form?: Record<string, string>;
  /** The token of a session. */
  session?: string;
  json?: boolean;
}

/** What a production process cannot start without. */
export const PRODUCTION = {
  NENCHO_ENV: "production",
  ENCRYPTION_KEY: newRingEntry("test"),
  SESSION_SECRET: "x".repeat(32),
};

/**
 * The app's middlewares around the routes that `add` registers, two tenants (`kaisha.example`, `other.example`) and
 * one account a role (`admin@kaisha.example`, …). `more` takes the place of services. For tests.
 */
export async function openApp(
  add: (app: App<State>) => void,
  env: Record<string, string> = {},
  more: Partial<Services> = {},
) {
  const base = await openAccounts();
  const tenants = tenantsOf(base.kv, committerOf(base.kv));
  await tenants.create({ id: "kaisha", name: "年調株式会社", hosts: ["kaisha.example"], year: 2026 });
  await tenants.create({ id: "other", name: "別会社", hosts: ["other.example"], year: 2026 });
  const config = readConfig(env);
  const keyring = parseKeyring(newRingEntry("test"));
  const services: Services = {
    config,
    tenants,
    accounts: base.accounts,
    jobs: null as never,
    roles: rolesOf(base.kv, committerOf(base.kv)),
    seasons: seasonsOf(base.kv, committerOf(base.kv)),
    audit: null as never,
    myNumbers: null as never,
    ownNumbers: notAsked,
    mails: null as never,
    mailPreferences: null as never,
    resendMails: notAsked,
    sources: null as never,
    signIn: startSignIn(config, { kv: base.kv, committer: committerOf(base.kv), keyring }),
    source: notAsked,
    stores: notAsked,
    memberPages: (tenant) => memberPagesOf(base.kv, tenant),
    groupChanges: (tenant) => groupChangesOf(base.kv, committerOf(base.kv), tenant),
    memberChanges: (tenant) => memberChangesOf(base.kv, committerOf(base.kv), tenant),
    insuranceEdits: notAsked,
    hintChanges: notAsked,
    settingsChanges: notAsked,
    pictures: notAsked,
    requestChanges: notAsked,
    menu: () => [],
    metrics: testMetrics(base.kv),
    overview: notAsked,
    wake: () => Promise.resolve(),
    lastTick: () => 0,
    ...more,
  };
  const app = new App<State>();
  installMiddlewares(app, services);
  add(app);
  const handler = app.handler();

  function ask(path: string, { method, host = "kaisha.example", headers, form, session, json }: Ask = {}) {
    const all = new Headers(form && { "sec-fetch-site": "same-origin" });
    if (json) all.set("accept", "application/json");
    if (session) all.set("cookie", `nencho=${session}`);
    for (const [name, value] of Object.entries(headers ?? {})) all.set(name, value);
    const body = form && new URLSearchParams(form);
    return handler(
      new Request(`http://${host}${path}`, { method: method ?? (form ? "POST" : "GET"), headers: all, body }),
    );
  }

  /** Makes an account of this role and signs it in. */
  async function signIn(role: Role, tenant = "kaisha"): Promise<string> {
    const email = `${role}@${tenant}.example`;
    if (!await base.accounts.find(tenant, email)) {
      await base.accounts.create(
        tenant,
        { email, name: role, role, range: EVERYONE, employeeCode: null },
        PASSWORD,
      );
    }
    return (await base.accounts.signIn(tenant, email, PASSWORD, null)).token;
  }

  return { ...base, handler, ask, signIn, tenants };
}

/** Throws, for routes that must not be reached. */
export function unreachable(): never {
  throw new Refusal("bad_request", { what: "unreachable" });
}

/** A service that these routes have no use for. */
function notAsked(): never {
  throw new Error("not asked for here");
}
