import assert from "node:assert/strict";
import { EVERYONE } from "../domain/permission.ts";
import { NO_SCOPES, type RoleDefinition } from "../domain/role.ts";
import { committerOf } from "../kv/commit.ts";
import { commitChange } from "../kv/guarded.ts";
import { roleStore } from "../kv/roles.ts";
import { storesOf } from "../kv/stores.ts";
import { openApp } from "../web/app_fixture.tsx";
import * as account from "./settings/accounts/[user]/index.tsx";
import * as role from "./settings/permissions/[role].tsx";
import * as list from "./settings/permissions/index.tsx";

const ROLE: RoleDefinition = {
  v: 1,
  id: "r1",
  name: "労務担当",
  preset: null,
  scopes: NO_SCOPES,
  range: EVERYONE,
  rangeNote: null,
  inSource: true,
  syncedAt: 0,
};
const ADDRESS = "/settings/permissions/r1";

/** The pages of 権限 and of an account, with these 権限 and somebody who holds `ROLE`. */
async function open(...more: Partial<RoleDefinition>[]) {
  const app = await openApp(
    (app) => {
      app.route("/settings/permissions", { handler: list.handler, component: list.default });
      app.route("/settings/permissions/:role", { handler: role.handler, component: role.default });
      app.route("/settings/accounts/:user", { handler: account.handler, component: account.default });
    },
    {},
    { stores: (tenant) => storesOf(app.kv, tenant) },
  );
  const store = roleStore(app.kv, "kaisha");
  const roles = [ROLE, ...more.map((one, i) => ({ ...ROLE, id: `more-${i}`, ...one }))];
  await commitChange(app.kv, committerOf(app.kv), {
    guards: [store.guard()],
    compute: () => Promise.resolve(roles.flatMap((one) => store.put(one))),
  });
  const session = await app.signIn("admin");
  const theirs = await app.signIn("none");
  const id = (await app.accounts.find("kaisha", "none@kaisha.example"))!.id;
  const rights = async () => (await app.accounts.get("kaisha", id))!;
  const change = (form: Record<string, string>) =>
    app.ask(`/settings/accounts/${id}`, { form: { active: "on", ...form }, session });
  return { ...app, session, theirs, id, rights, change };
}

Deno.test("each 権限 with what it may do and reach; one that vanished is marked; 管理者 cannot be edited", async () => {
  using app = await open(
    { name: "管理者", preset: "admin" },
    { name: "旧担当", inSource: false, scopes: { ...NO_SCOPES, data: true } },
    { name: "限定", range: { kind: "own" }, rangeNote: "positions" },
  );
  const text = await (await app.ask("/settings/permissions", { session: app.session })).text();
  assert.match(text, /旧担当[\s\S]*同期元にありません/);
  assert.match(text, /本人のみ[\s\S]*読み取れない条件があるため[\s\S]*positions/);
  assert(text.includes(`href="${ADDRESS}"`));
  assert(!text.includes('href="/settings/permissions/more-0"'), "管理者 has nothing to edit");
  assert.match(text, /機能ごとに必要な機能操作範囲[\s\S]*依頼を未依頼に戻す/);
  const admin = await (await app.ask("/settings/permissions/more-0", { session: app.session })).text();
  assert.match(admin, /管理者はすべての操作ができます/);
  const refused = await app.ask("/settings/permissions/more-0", {
    form: { scope: "review" },
    session: app.session,
  });
  assert.equal(refused.status, 422);
});

Deno.test("a tick holds from the next request on, in the session that is open", async () => {
  using app = await open();
  await app.change({ role_id: ROLE.id });
  const theirs = await app.signIn("none");
  const now = async () => (await app.accounts.session("kaisha", theirs))?.user.role;
  assert.equal(await now(), "none");
  const form = await (await app.ask(ADDRESS, { session: app.session })).text();
  assert.equal(form.match(/type="checkbox"/g)?.length, 3);
  const saved = await app.ask(ADDRESS, { form: { scope: "data" }, session: app.session });
  assert.equal(saved.headers.get("location"), "/settings/permissions?changed=1");
  assert.equal(await now(), "download");
  await app.ask(ADDRESS, { form: {}, session: app.session });
  assert.equal(await now(), "none", "no tick: 権限なし");
  assert.equal((await app.ask(ADDRESS, { form: { scope: "admin" }, session: app.session })).status, 400);
});

Deno.test("権限 of another company are not found, nor are made-up ones", async () => {
  using app = await open();
  const foreign = { session: await app.signIn("admin", "other"), host: "other.example" };
  const list = await (await app.ask("/settings/permissions", foreign)).text();
  assert.match(list, /権限はまだありません。/);
  assert.equal((await app.ask(ADDRESS, foreign)).status, 404);
  assert.equal((await app.ask(ADDRESS, { ...foreign, form: { scope: "confirm" } })).status, 404);
  for (const id of ["x", "x".repeat(3000), "%00", "..%2Fr1"]) {
    const answer = await app.ask(`/settings/permissions/${id}`, { session: app.session });
    assert.equal(answer.status, 404, id);
  }
});

Deno.test("an account takes a 権限 from the list, or role and range of its own", async () => {
  using app = await open({
    name: "支店担当",
    scopes: { ...NO_SCOPES, review: true },
    range: { kind: "own" },
  });
  const text = await (await app.ask(`/settings/accounts/${app.id}`, { session: app.session })).text();
  assert.match(text, /name="role_id"[\s\S]*労務担当[\s\S]*支店担当/);
  await app.change({ role_id: "more-0" });
  const held = await app.rights();
  assert.deepEqual([held.role, held.roleId, held.range.kind], ["check", "more-0", "own"]);
  const own = {
    role_id: "",
    role: "download",
    range: "condition",
    department: "営業部",
    employment_type: "正社員",
  };
  await app.change(own);
  assert.deepEqual((await app.rights()).range, {
    kind: "condition",
    departments: ["営業部"],
    below: [],
    employmentTypes: ["正社員"],
    ownDepartment: "none",
    self: null,
  });
  const shown = await (await app.ask(`/settings/accounts/${app.id}`, { session: app.session })).text();
  assert.match(
    shown,
    /name="department" value="営業部"[^>]*checked|checked[^>]*name="department"[^>]*value="営業部"/,
  );
  await app.change({ role: "download" });
  assert.equal((await app.rights()).range.kind, "condition", "a form without range leaves it");
  await app.change({ role: "admin", range: "own" });
  assert.deepEqual((await app.rights()).range, EVERYONE, "管理者 is not limited");
});

Deno.test("an account form that makes no sense is said on the page, and changes nothing", async () => {
  using app = await open();
  const before = await app.rights();
  for (
    const [form, status] of [
      [{ role_id: "made up" }, 422],
      [{ role: "download", range: "condition" }, 422],
      [{ role: "download", range: "galaxy" }, 400],
      [{ role: "king" }, 400],
    ] as const
  ) {
    const answer = await app.change(form);
    assert.equal(answer.status, status);
    assert.match(await answer.text(), /role="alert"/);
    assert.deepEqual(await app.rights(), before);
  }
});

Deno.test("the last 管理者 by a 権限 of the source is not taken away by another 権限 or by being switched off", async () => {
  using app = await open({ name: "管理者", preset: "admin" });
  await app.change({ role_id: "more-0" });
  assert.equal((await app.rights()).role, "admin");
  const admin = (await app.accounts.find("kaisha", "admin@kaisha.example"))!;
  await app.accounts.update("kaisha", admin.id, { role: "none" });
  for (const change of [{ roleId: ROLE.id }, { roleId: null, role: "none" as const }, { active: false }]) {
    await assert.rejects(app.accounts.update("kaisha", app.id, change), { code: "last_admin" });
  }
  await app.accounts.update("kaisha", admin.id, { roleId: "more-0" });
  await app.accounts.update("kaisha", app.id, { roleId: ROLE.id });
  assert.equal((await app.rights()).role, "none");
});
