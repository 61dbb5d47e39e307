import assert from "node:assert/strict";
import { Unavailable } from "../domain/errors.ts";
import type { SourceAccount } from "../domain/master.ts";
import { EVERYONE } from "../domain/permission.ts";
import { NO_SCOPES, type RoleDefinition } from "../domain/role.ts";
import { NEW_PASSWORD, PASSWORD, refused } from "../kv/accounts_fixture.ts";
import { committerOf } from "../kv/commit.ts";
import { commitChange } from "../kv/guarded.ts";
import { roleStore } from "../kv/roles.ts";
import { EMPTY_SOURCE } from "../sources/empty.ts";
import { openApp } from "../web/app_fixture.tsx";
import * as password from "./account/password.tsx";
import * as refresh from "./account/refresh.tsx";

/** The pages of one's own account over a source that answers `said`. */
async function open() {
  const source = { said: null as SourceAccount | null | Error };
  const app = await openApp(
    (app) => {
      app.route("/account/refresh", { handler: refresh.handler, component: refresh.default });
      app.route("/account/password", { handler: password.handler, component: password.default });
    },
    {},
    {
      source: () =>
        Promise.resolve({
          ...EMPTY_SOURCE,
          account: () =>
            source.said instanceof Error ? Promise.reject(source.said) : Promise.resolve(source.said),
        }),
    },
  );
  const store = roleStore(app.kv, "kaisha");
  const role = (id: string, name: string, more: Partial<RoleDefinition> = {}): RoleDefinition => ({
    v: 1,
    id,
    name,
    preset: null,
    scopes: NO_SCOPES,
    range: EVERYONE,
    rangeNote: null,
    inSource: true,
    syncedAt: 0,
    ...more,
  });
  await commitChange(app.kv, committerOf(app.kv), {
    guards: [store.guard()],
    compute: () =>
      Promise.resolve([
        ...store.put(role("admin", "管理者", { preset: "admin" })),
        ...store.put(role("office", "事務担当者", { scopes: { ...NO_SCOPES, confirm: true } })),
        ...store.put(role("member", "メンバー")),
      ]),
  });
  const says = (roleId: string | null, employeeCode: string | null = null) => {
    source.said = { sourceId: "u1", email: null, roleId, employeeCode };
  };
  const find = async (role: string) => (await app.accounts.find("kaisha", `${role}@kaisha.example`))!;
  return { ...app, source, says, find };
}

const ASK = { form: {} };

Deno.test("アカウント情報再取得 takes role and 社員番号 over at once, says what changed, and the session goes on", async () => {
  using app = await open();
  await app.signIn("admin");
  const session = await app.signIn("check");
  app.says("office", "000123");
  const page = await app.ask("/account/refresh", { ...ASK, session });
  const text = await page.text();
  assert.equal(page.status, 200);
  for (
    const line of [
      /権限[\s\S]*なし → 事務担当者/,
      /機能操作範囲[\s\S]*依頼と確認 → 依頼の確定/,
      /社員番号[\s\S]*なし → 000123/,
    ]
  ) assert.match(text, line);
  const user = (await app.accounts.session("kaisha", session))?.user;
  assert.deepEqual([user?.role, user?.roleId, user?.employeeCode], ["confirm", "office", "000123"]);
  assert.equal((await app.accounts.signIn("kaisha", "000123", PASSWORD, null)).user.id, user?.id);

  const again = await app.ask("/account/refresh", { ...ASK, session, json: true });
  assert.deepEqual(await again.json(), { changes: [] });
  app.says("member", "000124");
  await app.ask("/account/refresh", { ...ASK, session });
  await assert.rejects(app.accounts.signIn("kaisha", "000123", PASSWORD, null), refused("wrong_credentials"));
  assert.equal((await app.find("check")).role, "none");
});

Deno.test("who has no 権限 in the source any more has none here; who never had one keeps the own settings", async () => {
  using app = await open();
  await app.signIn("admin");
  const session = await app.signIn("check");
  app.says(null);
  await app.ask("/account/refresh", { ...ASK, session });
  assert.equal((await app.find("check")).role, "check");
  app.says("office");
  await app.ask("/account/refresh", { ...ASK, session });
  app.says(null);
  await app.ask("/account/refresh", { ...ASK, session });
  const { role, roleId, range } = await app.find("check");
  assert.deepEqual([role, roleId, range.kind], ["none", null, "own"]);
});

Deno.test("what cannot be taken over is told, and nothing changes", async () => {
  using app = await open();
  await app.signIn("admin");
  const session = await app.signIn("check");
  await app.accounts.create(
    "kaisha",
    { email: null, name: "x", role: "none", range: EVERYONE, employeeCode: "000777" },
    PASSWORD,
  );
  const before = await app.find("check");
  const refusal = async (status: number, text: RegExp) => {
    const page = await app.ask("/account/refresh", { ...ASK, session });
    assert.equal(page.status, status);
    assert.match(await page.text(), text);
    assert.deepEqual(await app.find("check"), before);
  };
  await refusal(409, /基本機能にこのアカウントが見つかりません/);
  app.says("not synced yet");
  await refusal(409, /まだ年調に同期されていません/);
  app.says("office", "000777");
  await refusal(409, /ほかのアカウントが使っています/);
  app.source.said = new Unavailable("source_unavailable");
  await refusal(503, /基本機能に接続できませんでした/);
});

Deno.test("the last 管理者 keeps the right, and is told", async () => {
  using app = await open();
  const session = await app.signIn("admin");
  app.says("office");
  const page = await app.ask("/account/refresh", { ...ASK, session });
  assert.equal(page.status, 422);
  assert.match(await page.text(), /管理者が1人もいなくなります/);
  assert.equal((await app.find("admin")).role, "admin");
  // A 管理者 by a 権限 of the source counts: now the first may go.
  const other = await app.signIn("check");
  app.says("admin");
  assert.equal((await app.ask("/account/refresh", { ...ASK, session: other })).status, 200);
  assert.equal((await app.find("check")).role, "admin");
  app.says("office");
  assert.equal((await app.ask("/account/refresh", { ...ASK, session })).status, 200);
  assert.equal((await app.ask("/account/refresh", { ...ASK, session: other })).status, 422);
});

Deno.test("the own password changes for who knows the present one, and every session ends", async () => {
  using app = await open();
  const [session, elsewhere] = [await app.signIn("check"), await app.signIn("check")];
  const form = { present: PASSWORD, password: NEW_PASSWORD, again: NEW_PASSWORD };
  const wrong = await app.ask("/account/password", { form: { ...form, present: "x" }, session });
  assert.equal(wrong.status, 403);
  assert.match(await wrong.text(), /id="present-error"/);
  const mismatch = await app.ask("/account/password", { form: { ...form, again: "x" }, session });
  assert.equal(mismatch.status, 422);
  assert.match(await mismatch.text(), /id="again-error"/);
  const weak = await app.ask("/account/password", { form: { ...form, password: "x", again: "x" }, session });
  assert.equal(weak.status, 422);
  assert.match(await weak.text(), /id="password-error"/);
  assert(await app.accounts.session("kaisha", elsewhere), "nothing changed so far");

  const done = await app.ask("/account/password", { form, session });
  assert.equal(done.status, 303);
  assert.equal(done.headers.get("location"), "/login?done=password");
  for (const token of [session, elsewhere]) assert.equal(await app.accounts.session("kaisha", token), null);
  await assert.rejects(
    app.accounts.signIn("kaisha", "check@kaisha.example", PASSWORD, null),
    refused("wrong_credentials"),
  );
  await app.accounts.signIn("kaisha", "check@kaisha.example", NEW_PASSWORD, null);
});

Deno.test("guessing the present password is limited like signing in", async () => {
  using app = await open();
  const session = await app.signIn("check");
  const form = { present: "x", password: NEW_PASSWORD, again: NEW_PASSWORD };
  const { id } = await app.find("check");
  for (let i = 0; i < 10; i++) {
    await assert.rejects(
      app.accounts.changePassword("kaisha", id, "x", NEW_PASSWORD),
      refused("wrong_password"),
    );
  }
  const locked = await app.ask("/account/password", { form: { ...form, present: PASSWORD }, session });
  assert.equal(locked.status, 429);
  assert(Number(locked.headers.get("retry-after")) > 0);
});
