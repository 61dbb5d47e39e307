import { App } from "fresh";
import { parseHTML } from "linkedom";
import { now, setClock } from "../../domain/clock.ts";
import type { Group } from "../../domain/group.ts";
import { isAsked } from "../../domain/perform.ts";
import { EVERYONE, type Role } from "../../domain/permission.ts";
import { accountsOf } from "../../kv/accounts.ts";
import { committerOf } from "../../kv/commit.ts";
import type { Files } from "../../kv/files/files.ts";
import { createGroup } from "../../kv/group_changes.ts";
import { commitChange } from "../../kv/guarded.ts";
import { newRingEntry, parseKeyring } from "../../kv/keyring.ts";
import { ownNumbersOf } from "../../kv/my_numbers/own.ts";
import { openDatabase } from "../../kv/open.ts";
import { picturesOf } from "../../kv/pictures.ts";
import { type PageAct, requestChangesOf } from "../../kv/request_changes.ts";
import { storesOf } from "../../kv/stores.ts";
import { tenantsOf } from "../../kv/tenants.ts";
import { addTestMembers, testMaster } from "../../kv/test_year.ts";
import * as collectedRemoval from "../../routes/groups/[group]/requests/[request]/collected/[part]/[list]/[item]/removal.tsx";
import * as staffPicture from "../../routes/groups/[group]/requests/[request]/pictures/[picture].ts";
import * as answers from "../../routes/my/answers/[page]/index.tsx";
import * as item from "../../routes/my/answers/[page]/[list]/[item]/index.tsx";
import * as itemRemoval from "../../routes/my/answers/[page]/[list]/[item]/removal.tsx";
import * as confirmation from "../../routes/my/confirmation.tsx";
import * as ownDocument from "../../routes/my/documents/[document].ts";
import * as declaration from "../../routes/my/declaration.tsx";
import * as home from "../../routes/my/index.tsx";
import * as mountingSheet from "../../routes/my/mounting-sheet.ts";
import * as picture from "../../routes/my/pictures/[picture]/index.ts";
import * as pictureRemoval from "../../routes/my/pictures/[picture]/removal.tsx";
import * as pictures from "../../routes/my/pictures/index.tsx";
import * as restart from "../../routes/my/restart.tsx";
import { installMiddlewares } from "../app.ts";
import { testMetrics } from "../metrics_fixture.ts";
import { readConfig } from "../config.ts";
import type { Services } from "../services.ts";
import type { State } from "../state.ts";

/** Tuesday, 10:00 on 10 November 2026 in Tokyo. */
const MORNING = Date.UTC(2026, 10, 10, 1);
const PASSWORD = "aki-no-yonaga-21";
const HOST = "acme.example";
const ADDRESS = {
  zip: "100-0001",
  prefecture: "東京都",
  city: "千代田区",
  street: "1-1",
  building: "",
  kana: "",
  country: "",
};

const PEOPLE: Record<string, { role: Role; employeeCode: string | null }> = {
  taro: { role: "none", employeeCode: "000001" },
  jiro: { role: "none", employeeCode: "000002" },
  boss: { role: "admin", employeeCode: null },
  check: { role: "check", employeeCode: null },
  nobody: { role: "none", employeeCode: null },
};

/** What a page answered. */
export interface Answer {
  status: number;
  location: string | null;
  headers: Headers;
  bytes: Uint8Array;
  text: string;
  document: Document;
}

/**
 * The employee's side of a small company: `taro` (000001) and `jiro` (000002) of one group, `boss` a 管理者, `nobody` without
 * 社員番号. For tests.
 */
export async function openMy() {
  let time = MORNING;
  const restoreClock = setClock({ now: () => time });
  const [kv, blobKv] = await Promise.all([openDatabase(":memory:"), openDatabase(":memory:")]);
  const committer = committerOf(kv);
  const files: Files = { kv, blobKv, committer, keyring: parseKeyring(newRingEntry("test")) };
  const tenants = tenantsOf(kv, committer);
  await tenants.create({ id: "acme", name: "株式会社アクメ", hosts: [HOST], year: 2026 });
  const ref = { id: "acme", year: 2026 };
  const stores = storesOf(kv, ref);
  const group: Group = { v: 1, id: "g", name: "本社", createdAt: 0, closesOn: null, closedMessage: null };
  await createGroup(kv, committer, ref, group);
  await addTestMembers(
    { kv, committer, stores },
    "g",
    ["000001", "000002"].map((code) => testMaster(code, { address: ADDRESS })),
  );
  const accounts = accountsOf(kv, committer, { sessionSecret: "test" });
  const sessions = new Map<string, string>();
  const requestChanges = requestChangesOf(kv, committer, ref);
  const services = {
    config: readConfig({}),
    tenants,
    accounts,
    stores: () => stores,
    requestChanges: () => requestChanges,
    ownNumbers: () => ownNumbersOf({ kv, committer, keyring: files.keyring }, ref),
    pictures: () => picturesOf(files, ref),
    menu: () => [],
    metrics: testMetrics(kv),
    wake: () => Promise.resolve(),
  } as unknown as Services;
  const app = new App<State>();
  installMiddlewares(app, services);
  for (
    const [path, { handler, default: component }] of [
      ["/my", home],
      ["/my/answers/:page", answers],
      ["/my/answers/:page/:list/:item", item],
      ["/my/answers/:page/:list/:item/removal", itemRemoval],
      ["/my/confirmation", confirmation],
      ["/my/declaration", declaration],
      ["/my/documents/:document", { ...ownDocument, default: undefined }],
      ["/my/mounting-sheet", { ...mountingSheet, default: undefined }],
      ["/my/restart", restart],
      ["/my/pictures", pictures],
      ["/my/pictures/:picture", { ...picture, default: undefined }],
      ["/my/pictures/:picture/removal", pictureRemoval],
      ["/groups/:group/requests/:request/pictures/:picture", { ...staffPicture, default: undefined }],
      ["/groups/:group/requests/:request/collected/:part/:list/:item/removal", collectedRemoval],
    ] as const
  ) app.route(path, { handler, component } as Parameters<typeof app.route>[1]);
  const respond = app.handler();

  async function sessionOf(who: string): Promise<string> {
    const known = sessions.get(who);
    if (known) return known;
    const email = `${who}@acme.example`;
    await accounts.create("acme", { email, name: who, range: EVERYONE, ...PEOPLE[who]! }, PASSWORD);
    const { token } = await accounts.signIn("acme", email, PASSWORD, null);
    sessions.set(who, token);
    return token;
  }

  async function ask(who: string, path: string, init: RequestInit = {}): Promise<Answer> {
    const headers = new Headers(init.headers);
    headers.set("cookie", `nencho=${await sessionOf(who)}`);
    headers.set("sec-fetch-site", "same-origin");
    const response = await respond(new Request(`http://${HOST}${path}`, { ...init, headers }));
    const bytes = await response.bytes();
    const text = new TextDecoder().decode(bytes);
    const { document } = parseHTML(text);
    const { status, headers: sent } = response;
    return { status, location: sent.get("location"), headers: sent, bytes, text, document };
  }

  /** Sends the form of a page as it is shown, with these fields changed. */
  async function send(who: string, path: string, fields: Record<string, string> = {}, shown?: Answer) {
    const page = shown ?? await ask(who, path);
    const form = page.document.querySelector("main form, form");
    if (!form) throw new Error(`${path} shows no form: ${page.status}`);
    const filled = new Map([...fieldsOf(form), ...Object.entries(fields)]);
    return await ask(who, path, { method: "POST", body: new URLSearchParams([...filled]) });
  }

  /** What staff, or the system, do to the 依頼 of somebody. */
  async function act(code: string, act: PageAct["act"], more: Partial<PageAct> = {}) {
    const actor = { id: "boss", email: "boss@acme.example", employeeCode: null };
    await requestChanges.act(group, `id-${code}`, actor, { act, ...more });
  }

  async function requestOf(code: string) {
    const [member] = await stores.members.byCodes([code]);
    if (!isAsked(member)) throw new Error("nobody is asked");
    return member.request;
  }

  return {
    kv,
    files,
    committer,
    ref,
    stores,
    ask,
    send,
    act,
    requestOf,
    pass: (ms: number) => void (time += ms),
    /** Changes the group. */
    async setGroup(change: Partial<Group>) {
      const { groups, members } = stores;
      const former = (await groups.get("g"))!;
      await commitChange(kv, committer, {
        guards: [groups.guard(), members.guard("g")],
        compute: () => Promise.resolve(groups.update(former, { ...former, ...change })),
      });
    },
    /** Changes 依頼グループ設定. */
    async setSettings(change: Partial<Awaited<ReturnType<typeof stores.settings.ofGroup>>>) {
      const former = await stores.settings.ofGroup("g");
      await commitChange(kv, committer, {
        guards: [stores.members.guard("g")],
        compute: () => Promise.resolve(stores.settings.putGroup("g", { ...former, ...change })),
      });
    },
    at: now,
    [Symbol.dispose]() {
      restoreClock();
      kv.close();
      blobKv.close();
    },
  };
}

/** The fields of a form as a browser sends them, each name once. */
export function fieldsOf(form: Element): [string, string][] {
  return [...form.querySelectorAll("input, select")].flatMap((control): [string, string][] => {
    const name = control.getAttribute("name") ?? "";
    const type = control.getAttribute("type");
    if (type === "radio" || type === "checkbox") {
      return control.hasAttribute("checked") ? [[name, control.getAttribute("value") ?? "on"]] : [];
    }
    if (control.localName === "select") {
      const chosen = control.querySelector("option[selected]") ?? control.querySelector("option");
      return [[name, chosen?.getAttribute("value") ?? ""]];
    }
    return [[name, control.getAttribute("value") ?? ""]];
  });
}
