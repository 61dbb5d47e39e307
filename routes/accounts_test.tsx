import assert from "node:assert/strict";
import type { Role } from "../domain/permission.ts";
import { HOUR, NEW_PASSWORD } from "../kv/accounts_fixture.ts";
import { openApp } from "../web/app_fixture.tsx";
import * as invitation from "./invitations/[token].tsx";
import * as list from "./settings/accounts/index.tsx";
import * as account from "./settings/accounts/[user]/index.tsx";
import * as link from "./settings/accounts/[user]/link.tsx";

const open = () =>
  openApp((app) => {
    const add = (path: string, route: typeof list | typeof account | typeof link | typeof invitation) =>
      app.route(path, { handler: route.handler, component: route.default });
    add("/settings/accounts", list);
    add("/settings/accounts/:user", account);
    add("/settings/accounts/:user/link", link);
    add("/invitations/:token", invitation);
  });

const INVITE = { name: "山田 花子", email: "hanako@kaisha.example", code: "", role: "confirm" };

/** The path of the one-time link on a page. */
async function linkOn(response: Response): Promise<string> {
  assert.equal(response.status, 200);
  const path = /http:\/\/kaisha\.example(\/invitations\/[\w-]{43})"/.exec(await response.text())?.[1];
  assert(path, "a link on the page");
  return path;
}

Deno.test("an invitation leads to an account that signs in", async () => {
  using app = await open();
  const session = await app.signIn("admin");
  const path = await linkOn(await app.ask("/settings/accounts", { form: INVITE, session }));
  assert.match(await (await app.ask("/settings/accounts", { session })).text(), /山田 花子[\s\S]*招待中/);

  const page = await app.ask(path);
  assert.match(await page.text(), /autocomplete="new-password"/);
  const done = await app.ask(path, { form: { password: NEW_PASSWORD, again: NEW_PASSWORD } });
  assert.equal(done.status, 303);
  assert.equal(done.headers.get("location"), "/login?done=password");
  assert.equal((await app.ask(path)).status, 410);
  assert.equal((await app.ask(path, { form: { password: NEW_PASSWORD, again: NEW_PASSWORD } })).status, 410);
  assert.equal((await app.accounts.signIn("kaisha", INVITE.email, NEW_PASSWORD, null)).user.role, "confirm");
});

Deno.test("a link is shown once, works for a day and on its own tenant only", async () => {
  using app = await open();
  const session = await app.signIn("admin");
  const path = await linkOn(await app.ask("/settings/accounts", { form: INVITE, session }));
  assert(!(await (await app.ask("/settings/accounts", { session })).text()).includes("/invitations/"));
  assert.equal((await app.ask(path, { host: "other.example" })).status, 410);
  assert.equal((await app.ask("/invitations/made-up")).status, 410);
  assert.equal((await app.ask(`/invitations/${"x".repeat(3000)}`)).status, 410);
  app.clock.at += 24 * HOUR;
  assert.equal((await app.ask(path)).status, 410);
});

Deno.test("a password that is weak or typed differently is said at its field, and the link stays good", async () => {
  using app = await open();
  const session = await app.signIn("admin");
  const path = await linkOn(await app.ask("/settings/accounts", { form: INVITE, session }));
  const weak = await app.ask(path, { form: { password: "short", again: "short" } });
  assert.equal(weak.status, 422);
  assert.match(await weak.text(), /id="password-error"[\s\S]*12文字に足りません/);
  const differs = await app.ask(path, { form: { password: NEW_PASSWORD, again: "x" } });
  assert.equal(differs.status, 422);
  assert.match(await differs.text(), /id="again-error"/);
  assert.equal((await app.ask(path)).status, 200);
});

Deno.test("errors of an invitation stand at their fields, and what was typed stays", async () => {
  using app = await open();
  const session = await app.signIn("admin");
  const taken = await app.ask("/settings/accounts", {
    form: { ...INVITE, email: "ADMIN@kaisha.example" },
    session,
  });
  assert.equal(taken.status, 422);
  const html = await taken.text();
  assert.match(html, /id="email-error"[\s\S]*すでにあります/);
  assert.match(html, /value="山田 花子"/);
  const wrong = await app.ask("/settings/accounts", {
    form: { ...INVITE, email: "x", role: "owner" },
    session,
  });
  assert.equal(wrong.status, 422);
  const text = await wrong.text();
  assert.match(text, /id="email-error"/);
  assert.match(text, /id="role-error"/);
  assert.equal((await app.accounts.list("kaisha")).accounts.length, 1);
});

Deno.test("a new role ends the person's sessions, and the last 管理者 keeps the role", async () => {
  using app = await open();
  const session = await app.signIn("admin");
  const theirs = await app.signIn("confirm");
  const id = (await app.accounts.find("kaisha", "confirm@kaisha.example"))?.id;
  const changed = await app.ask(`/settings/accounts/${id}`, {
    form: { role: "check", active: "on" },
    session,
  });
  assert.equal(changed.status, 303);
  assert.equal(await app.accounts.session("kaisha", theirs), null);
  assert.equal((await app.accounts.get("kaisha", id ?? ""))?.role, "check");

  const own = (await app.accounts.find("kaisha", "admin@kaisha.example"))?.id;
  const refused = await app.ask(`/settings/accounts/${own}`, {
    form: { role: "none", active: "on" },
    session,
  });
  assert.equal(refused.status, 422);
  assert.match(await refused.text(), /管理者が1人もいなくなります/);
  const off = await app.ask(`/settings/accounts/${own}`, { form: { role: "admin" }, session, json: true });
  assert.equal((await off.json()).error.code, "last_admin");
  assert(await app.accounts.session("kaisha", session));
});

Deno.test("a reset shows a link, ends the sessions and takes the old password", async () => {
  using app = await open();
  const session = await app.signIn("admin");
  const theirs = await app.signIn("confirm");
  const id = (await app.accounts.find("kaisha", "confirm@kaisha.example"))?.id;
  const path = await linkOn(await app.ask(`/settings/accounts/${id}/link`, { form: {}, session }));
  assert.equal(await app.accounts.session("kaisha", theirs), null);
  await assert.rejects(app.signIn("confirm"));
  await app.ask(path, { form: { password: NEW_PASSWORD, again: NEW_PASSWORD } });
  assert(await app.accounts.signIn("kaisha", "confirm@kaisha.example", NEW_PASSWORD, null));
  assert.equal((await app.ask(`/settings/accounts/${id}/link`, { session })).status, 303);
});

const ADDRESSES: [method: string, path: string, form: Record<string, string>][] = [
  ["GET", "/settings/accounts", {}],
  ["POST", "/settings/accounts", INVITE],
  ["GET", "/settings/accounts/ID", {}],
  ["POST", "/settings/accounts/ID", { role: "admin", active: "on" }],
  ["POST", "/settings/accounts/ID/link", {}],
];

for (const [method, path, form] of ADDRESSES) {
  Deno.test(`${method} ${path} is for the 管理者 of this tenant alone`, async () => {
    using app = await open();
    const session = await app.signIn("admin");
    await app.signIn("confirm", "other");
    const foreign = (await app.accounts.find("other", "confirm@other.example"))?.id ?? "";
    const target = (await app.accounts.find("kaisha", "admin@kaisha.example"))?.id ?? "";
    const ask = (token: string | undefined, id: string) =>
      app.ask(path.replace("ID", id), {
        ...(method === "POST" ? { form } : {}),
        ...(token ? { session: token } : {}),
        json: true,
      });
    for (const role of ["confirm", "download", "check", "none"] satisfies Role[]) {
      assert.equal((await ask(await app.signIn(role), target)).status, 403, role);
    }
    assert.equal((await ask(undefined, target)).status, 401);
    if (path.includes("ID")) {
      for (const id of [foreign, "nobody", "x".repeat(3000)]) {
        assert.equal((await ask(session, id)).status, 404);
      }
      assert.equal((await app.accounts.get("other", foreign))?.role, "confirm");
    }
  });
}
