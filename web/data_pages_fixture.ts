import { App } from "fresh";
import { parseHTML } from "linkedom";
import { tellMailsResent, tellSettingsEvent } from "../jobs/engine/audit.ts";
import { menuOf } from "../jobs/registry.ts";
import { accountsOf } from "../kv/accounts.ts";
import { committerOf } from "../kv/commit.ts";
import { hintChangesOf } from "../kv/hint_changes.ts";
import { insuranceEditsOf } from "../kv/insurance_edits.ts";
import { groupChangesOf } from "../kv/group_changes.ts";
import { memberChangesOf } from "../kv/member_changes.ts";
import { memberPagesOf } from "../kv/member_pages.ts";
import { mailPagesOf } from "../kv/mail_pages.ts";
import { resendMails } from "../kv/mail_resending.ts";
import { mailPreferencesOf } from "../kv/mail_preferences.ts";
import { myNumberPagesOf } from "../kv/my_numbers/pages.ts";
import { openDatabase } from "../kv/open.ts";
import { requestChangesOf } from "../kv/request_changes.ts";
import { rolesOf } from "../kv/roles.ts";
import { seasonsOf } from "../kv/seasons.ts";
import { settingsChangesOf } from "../kv/settings_changes.ts";
import { storesOf } from "../kv/stores.ts";
import { tenantsOf } from "../kv/tenants.ts";
import * as employee from "../routes/employees/[employee]/index.tsx";
import * as change from "../routes/employees/[employee]/group.tsx";
import * as deletions from "../routes/employees/deletions.tsx";
import * as groupDeletion from "../routes/employees/groups/[group]/deletion.tsx";
import * as rename from "../routes/employees/groups/[group]/index.tsx";
import * as newGroup from "../routes/employees/groups/new.tsx";
import * as employees from "../routes/employees.tsx";
import * as answers from "../routes/groups/[group]/requests/[request]/answers.tsx";
import * as cancellation from "../routes/groups/[group]/requests/[request]/corrections/cancellation.tsx";
import * as collected from "../routes/groups/[group]/requests/[request]/collected/[part]/index.tsx";
import * as entry from "../routes/groups/[group]/requests/[request]/collected/[part]/[list]/[item]/index.tsx";
import * as entryRemoval from "../routes/groups/[group]/requests/[request]/collected/[part]/[list]/[item]/removal.tsx";
import * as corrections from "../routes/groups/[group]/requests/[request]/corrections/index.tsx";
import * as documentDeletion from "../routes/groups/[group]/requests/[request]/documents/[document]/deletion.tsx";
import * as documentPdf from "../routes/groups/[group]/requests/[request]/documents/[document]/pdf.ts";
import * as mountingSheet from "../routes/groups/[group]/requests/[request]/mounting-sheet.ts";
import * as history from "../routes/groups/[group]/requests/[request]/history.tsx";
import * as request from "../routes/groups/[group]/requests/[request]/index.tsx";
import * as memos from "../routes/groups/[group]/requests/[request]/memos.tsx";
import * as requests from "../routes/groups/[group]/requests/index.tsx";
import * as documentList from "../routes/groups/[group]/documents.tsx";
import * as previousJobList from "../routes/groups/[group]/previous-jobs.tsx";
import * as review from "../routes/groups/[group]/requests/[request]/documents/[document]/index.tsx";
import * as reviewReturn from "../routes/groups/[group]/requests/[request]/documents/[document]/return.tsx";
import * as reviewsChecked from "../routes/groups/[group]/reviews/checked.tsx";
import * as reviewsWalk from "../routes/groups/[group]/reviews/walk.ts";
import * as selections from "../routes/groups/[group]/selections/[kind].tsx";
import * as deadline from "../routes/groups/[group]/settings/deadline.tsx";
import * as documents from "../routes/groups/[group]/settings/documents.tsx";
import * as mails from "../routes/groups/[group]/settings/mails.tsx";
import * as notice from "../routes/groups/[group]/settings/notice.tsx";
import * as reminder from "../routes/groups/[group]/settings/reminder.tsx";
import * as groups from "../routes/groups/index.tsx";
import * as printedAddress from "../routes/settings/address.tsx";
import * as ownNotifications from "../routes/account/notifications.tsx";
import * as sentMails from "../routes/settings/mails.tsx";
import * as notifications from "../routes/settings/notifications.tsx";
import { seedSampleCompanies } from "../sources/seed_sample.ts";
import { SAMPLE_PASSWORD } from "../sources/sample/logins.ts";
import { installMiddlewares } from "./app.ts";
import { testMetrics } from "./metrics_fixture.ts";
import { readConfig } from "./config.ts";
import type { Services } from "./services.ts";
import type { State } from "./state.ts";

const LIMITS = { maxBytes: 1_000_000, maxRows: 1_000 };

/** What a page answered. */
export interface Answer {
  status: number;
  location: string | null;
  headers: Headers;
  bytes: Uint8Array<ArrayBuffer>;
  text: string;
  document: Document;
}

/** The pages of the year's data on the sample companies. For tests. */
export async function openDataPages(people: number) {
  const kv = await openDatabase(":memory:");
  const committer = committerOf(kv);
  const tenants = tenantsOf(kv, committer);
  const accounts = accountsOf(kv, committer, { sessionSecret: "test" });
  await seedSampleCompanies({ kv, committer, tenants, accounts }, people);
  const services: Services = {
    config: readConfig({}),
    tenants,
    accounts,
    // These pages start nothing; whoever asked would fail loudly.
    jobs: null as never,
    roles: rolesOf(kv, committer),
    audit: null as never,
    mails: (tenant) => mailPagesOf(kv, tenant.id),
    resendMails: ({ id }, ids, by) => resendMails({ kv, committer, tell: tellMailsResent }, id, ids, by),
    mailPreferences: mailPreferencesOf(kv, committer),
    myNumbers: (tenant) => myNumberPagesOf(kv, tenant),
    ownNumbers: () => {
      throw new Error("not asked for here");
    },
    sources: null as never,
    signIn: null as never,
    source: () => {
      throw new Error("not asked for here");
    },
    stores: (tenant) => storesOf(kv, tenant),
    seasons: seasonsOf(kv, committer),
    memberPages: (tenant) => memberPagesOf(kv, tenant),
    groupChanges: (tenant) => groupChangesOf(kv, committer, tenant, tellSettingsEvent),
    memberChanges: (tenant) => memberChangesOf(kv, committer, tenant),
    insuranceEdits: (tenant) => insuranceEditsOf(kv, committer, tenant),
    hintChanges: (tenant) => hintChangesOf(kv, committer, tenant),
    settingsChanges: (tenant) => settingsChangesOf(kv, committer, tenant, tellSettingsEvent),
    pictures: () => {
      throw new Error("not asked for here");
    },
    requestChanges: (tenant) => requestChangesOf(kv, committer, tenant),
    menu: (user, screen, group) => menuOf(user, screen, group, LIMITS),
    metrics: testMetrics(kv),
    overview: () => {
      throw new Error("not asked for here");
    },
    wake: () => Promise.resolve(),
    lastTick: () => 0,
  };
  const app = new App<State>();
  installMiddlewares(app, services);
  for (
    const [path, { handler, default: component }] of [
      ["/employees", employees],
      ["/employees/deletions", deletions],
      ["/employees/groups/new", newGroup],
      ["/employees/groups/:group", rename],
      ["/employees/groups/:group/deletion", groupDeletion],
      ["/employees/:employee", employee],
      ["/employees/:employee/group", change],
      ["/groups/:group/settings/deadline", deadline],
      ["/groups/:group/settings/documents", documents],
      ["/groups/:group/settings/mails", mails],
      ["/groups/:group/settings/notice", notice],
      ["/groups/:group/settings/reminder", reminder],
      ["/settings/address", printedAddress],
      ["/settings/mails", sentMails],
      ["/settings/notifications", notifications],
      ["/account/notifications", ownNotifications],
      ["/groups", groups],
      ["/groups/:group/requests", requests],
      ["/groups/:group/requests/:request", request],
      ["/groups/:group/requests/:request/answers", answers],
      ["/groups/:group/requests/:request/history", history],
      ["/groups/:group/requests/:request/collected/:part", collected],
      ["/groups/:group/requests/:request/collected/:part/:list/:item", entry],
      ["/groups/:group/requests/:request/collected/:part/:list/:item/removal", entryRemoval],
      ["/groups/:group/requests/:request/memos", memos],
      ["/groups/:group/requests/:request/corrections", corrections],
      ["/groups/:group/requests/:request/corrections/cancellation", cancellation],
      ["/groups/:group/requests/:request/documents/:document/deletion", documentDeletion],
      ["/groups/:group/requests/:request/documents/:document", review],
      ["/groups/:group/requests/:request/documents/:document/pdf", { ...documentPdf, default: undefined }],
      ["/groups/:group/requests/:request/mounting-sheet", { ...mountingSheet, default: undefined }],
      ["/groups/:group/requests/:request/documents/:document/return", reviewReturn],
      ["/groups/:group/documents", documentList],
      ["/groups/:group/previous-jobs", previousJobList],
      ["/groups/:group/reviews/checked", reviewsChecked],
      ["/groups/:group/reviews/walk", { ...reviewsWalk, default: undefined }],
      ["/groups/:group/selections/:kind", selections],
    ] as const
  ) app.route(path, { handler, component } as Parameters<typeof app.route>[1]);
  const handler = app.handler();
  const sessions = new Map<string, Promise<string>>();

  function signIn(email: string): Promise<string> {
    const started = accounts.signIn("sample", email, SAMPLE_PASSWORD, null).then(({ token }) => token);
    sessions.set(email, started);
    return started;
  }

  async function ask(who: string | null, path: string, init: RequestInit): Promise<Answer> {
    const email = `${who}@sample.example`;
    const token = who === null ? null : await (sessions.get(email) ?? signIn(email));
    const headers = new Headers(init.headers);
    if (token !== null) headers.set("cookie", `nencho=${token}`);
    const response = await handler(new Request(`http://localhost${path}`, { ...init, headers }));
    const { status, headers: sent } = response;
    const bytes = await response.bytes();
    const text = new TextDecoder().decode(bytes);
    const { document } = parseHTML(text);
    return { status, location: sent.get("location"), headers: sent, bytes, text, document };
  }

  /** Asks as `who@sample.example` (null: nobody). */
  const get = (who: string | null, path: string, headers: Record<string, string> = {}) =>
    ask(who, path, { headers });

  /** Sends a form as `who@sample.example`. */
  const post = (who: string | null, path: string, fields: [string, string][], accept = "text/html") =>
    ask(who, path, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { "sec-fetch-site": "same-origin", accept },
    });

  return { kv, services, get, post };
}
