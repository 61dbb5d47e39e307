import assert from "node:assert/strict";
import type { AccountEvent } from "../domain/account_event.ts";
import { setClock } from "../domain/clock.ts";
import { EVERYONE } from "../domain/permission.ts";
import { NO_SCOPES } from "../domain/role.ts";
import { personOf } from "../domain/user.ts";
import { accountsOf, type Tell } from "./accounts.ts";
import { NEW_PASSWORD, PASSWORD, person, refused } from "./accounts_fixture.ts";
import { committerOf, set } from "./commit.ts";
import { commitChange } from "./guarded.ts";
import { rolesOf, roleStore } from "./roles.ts";

/** Accounts and 権限 whose events are kept under `["told", n]`, by the commits that they tell of. */
async function open() {
  const kv = await Deno.openKv(":memory:");
  const committer = committerOf(kv);
  const restore = setClock({ now: () => Date.parse("2026-11-22T00:00:00Z") });
  let n = 0;
  const tell: Tell = (tenant, event) => [set(["told", n++], { tenant, ...event })];
  const store = roleStore(kv, "t1");
  await commitChange(kv, committer, {
    guards: [store.guard()],
    compute: () =>
      Promise.resolve(store.put({
        v: 1,
        id: "r1",
        name: "労務担当",
        preset: null,
        scopes: NO_SCOPES,
        range: EVERYONE,
        rangeNote: null,
        inSource: true,
        syncedAt: 0,
      })),
  });
  return {
    accounts: accountsOf(kv, committer, { sessionSecret: "test", tell }),
    roles: rolesOf(kv, committer, tell),
    async told() {
      const entries = await Array.fromAsync(kv.list<AccountEvent & { tenant: string }>({ prefix: ["told"] }));
      return entries.map((
        { value: { event, by, facts } },
      ) => [event, by?.id ?? null, facts.account ?? facts.roleName]);
    },
    [Symbol.dispose]: () => {
      restore();
      kv.close();
    },
  };
}

Deno.test("every sign-in and every change of an account or a 権限 is told with who did it, in its own commit", async () => {
  using db = await open();
  const admin = await db.accounts.create("t1", person("admin", "admin"), PASSWORD);
  const by = personOf(admin);
  const { user, token } = await db.accounts.invite("t1", person("new"), by);
  await db.accounts.setPassword("t1", token, PASSWORD);
  await db.accounts.signIn("t1", "new@t1.example", PASSWORD, null);
  await db.accounts.update("t1", user.id, { roleId: "r1" }, by);
  await db.accounts.refresh("t1", user.id, { roleId: "r1", employeeCode: "000001" });
  await db.accounts.changePassword("t1", user.id, PASSWORD, NEW_PASSWORD);
  await db.accounts.resetPassword("t1", user.id, by);
  await db.roles.tick("t1", "r1", { ...NO_SCOPES, review: true }, admin);
  assert.deepEqual(await db.told(), [
    ["account_invited", admin.id, "new@t1.example"],
    ["password_set", user.id, "new@t1.example"],
    ["signed_in", user.id, undefined],
    ["account_changed", admin.id, "new@t1.example"],
    ["account_refreshed", user.id, "new@t1.example"],
    ["password_changed", user.id, "new@t1.example"],
    ["password_reset", admin.id, "new@t1.example"],
    ["role_changed", admin.id, "労務担当"],
  ]);
});

Deno.test("what was refused is not told; a failed sign-in is, of an account that exists", async () => {
  using db = await open();
  const admin = await db.accounts.create("t1", person("admin", "admin"), PASSWORD);
  await assert.rejects(db.accounts.update("t1", admin.id, { role: "none" }, admin), refused("last_admin"));
  await assert.rejects(
    db.accounts.refresh("t1", admin.id, { roleId: "r1", employeeCode: null }),
    refused("last_admin"),
  );
  await assert.rejects(
    db.accounts.changePassword("t1", admin.id, "x", NEW_PASSWORD),
    refused("wrong_password"),
  );
  for (const name of ["admin@t1.example", "secret typed as a name"]) {
    await assert.rejects(db.accounts.signIn("t1", name, "x", null), refused("wrong_credentials"));
  }
  assert.deepEqual(await db.told(), [["sign_in_failed", null, "admin@t1.example"]]);
});

Deno.test("two people who tick the same 権限 at once are both told, and the last one holds", async () => {
  using db = await open();
  const admin = await db.accounts.create("t1", person("admin", "admin"), PASSWORD);
  const ticks = ["review", "data", "confirm"] as const;
  await Promise.all(ticks.map((scope) => db.roles.tick("t1", "r1", { ...NO_SCOPES, [scope]: true }, admin)));
  const { scopes } = (await db.roles.get("t1", "r1"))!;
  assert.equal(Object.values(scopes).filter(Boolean).length, 1);
  assert.equal((await db.told()).length, 3);
});
