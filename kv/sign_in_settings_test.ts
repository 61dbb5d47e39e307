import assert from "node:assert/strict";
import type { AccountEvent } from "../domain/account_event.ts";
import { NEW_PASSWORD, PASSWORD, person, refused } from "./accounts_fixture.ts";
import { accountsOf } from "./accounts.ts";
import { CHOICE, openIdentities } from "./identity_fixture.ts";
import { newRingEntry, parseKeyring } from "./keyring.ts";
import { accountKeys } from "./keys.ts";
import { removeProvider, saveProvider } from "./sign_in_changes.ts";
import { readProvider, readSignIn, rewrapSecrets } from "./sign_in_settings.ts";

Deno.test("the database never holds the client secret, and that of one tenant opens for no other", async () => {
  using db = await openIdentities();
  const { kv, keyring } = db.means;
  assert.equal((await readProvider(kv, keyring, "t1"))?.secret, CHOICE.secret);
  const { key: _, value } = await readSignIn(kv, "t1");
  assert(!JSON.stringify(value).includes(CHOICE.secret));
  await kv.set(accountKeys.signIn("t2"), value);
  assert.equal((await readProvider(kv, keyring, "t2"))?.secret, null);
  assert.equal(await readProvider(kv, keyring, "t3"), null);
});

Deno.test("a kept secret stays with its issuer and client; only a change of these makes a new revision", async () => {
  using db = await openIdentities();
  const kept = { ...CHOICE, secret: null };
  const rev = await db.rev();
  await saveProvider(db.means, "t1", { ...kept, label: "別の表示" }, db.admin);
  assert.equal(await db.rev(), rev);
  for (const moved of [{ issuer: "https://evil.example/" }, { clientId: "other" }]) {
    await assert.rejects(saveProvider(db.means, "t1", { ...kept, ...moved }, db.admin), refused("overtaken"));
  }
  await saveProvider(db.means, "t1", CHOICE, db.admin);
  assert.notEqual(await db.rev(), rev);
});

Deno.test("after a change of ENCRYPTION_KEY secrets are wrapped under the new one, and lost ones are told", async () => {
  using db = await openIdentities();
  const [former] = db.means.keyring.keys;
  const next = parseKeyring(newRingEntry("two"));
  const both = { keys: [next.keys[0], former] as [typeof former, typeof former] };
  await rewrapSecrets({ ...db.means, keyring: next }, [{ id: "t1" }, { id: "t2" }]);
  assert.equal((await readProvider(db.kv, next, "t1"))?.secret, null);
  await rewrapSecrets({ ...db.means, keyring: both }, [{ id: "t1" }]);
  assert.equal((await readProvider(db.kv, next, "t1"))?.secret, CHOICE.secret);
});

Deno.test("passwords are switched off by who came in through the provider as it is set up now, by nobody else", async () => {
  using db = await openIdentities();
  const other = await db.create(person("other", "admin"));
  await assert.rejects(db.passwordsOff(), refused("identity_unproven"));
  await db.signInAs("other");
  await assert.rejects(db.passwordsOff(), refused("identity_unproven"), "somebody else's sign-in");
  await db.signInAs("admin");
  await saveProvider(db.means, "t1", CHOICE, db.admin);
  await assert.rejects(db.passwordsOff(), refused("identity_unproven"), "of former settings");
  await db.signInAs("other");
  await db.passwordsOff(other);
});

Deno.test("with passwords off a password starts no session; confirming with it goes on; the operator switches them on", async () => {
  using db = await openIdentities();
  await db.signInAs("admin");
  await db.passwordsOff();
  for (const password of [PASSWORD, "wrong"]) {
    await assert.rejects(db.signIn("admin@t1.example", password), refused("passwords_off"));
  }
  await assert.rejects(db.signIn("nobody@t1.example"), refused("passwords_off"));
  await db.accounts.confirmPassword("t1", db.admin.id, PASSWORD);
  await db.signInAs("admin");
  await db.passwordsOn();
  await db.signIn("admin@t1.example");
});

Deno.test("a password that was right before they were switched off starts no session after", async () => {
  using db = await openIdentities();
  await db.signInAs("admin");
  const racing = accountsOf(db.kv, {
    commit: async (change, priority) => {
      // The attempt is counted first; the session is what meets the switch.
      if (change.mutations.some(({ key }) => key.includes("session"))) await db.passwordsOff();
      return await db.means.committer.commit(change, priority);
    },
  }, { sessionSecret: "test" });
  await assert.rejects(racing.signIn("t1", "admin@t1.example", PASSWORD, null), refused("passwords_off"));
});

Deno.test("while passwords are off nothing changes that could shut everybody out", async () => {
  using db = await openIdentities();
  const other = await db.create(person("other", "admin"));
  await db.signInAs("admin");
  await db.passwordsOff();
  await assert.rejects(saveProvider(db.means, "t1", CHOICE, db.admin), refused("passwords_first"));
  await assert.rejects(removeProvider(db.means, "t1", db.admin), refused("passwords_first"));
  await saveProvider(db.means, "t1", { ...CHOICE, label: "別の表示", secret: null }, db.admin);
  // The other one has a password only, which lets nobody in now.
  const last = refused("last_admin");
  await assert.rejects(db.accounts.untie("t1", db.admin.id, other), last);
  await assert.rejects(db.accounts.update("t1", db.admin.id, { active: false }, other), last);
  await assert.rejects(db.accounts.update("t1", db.admin.id, { role: "none" }, other), last);
  await db.accounts.update("t1", other.id, { role: "none" }, db.admin);
  await db.accounts.update("t1", other.id, { role: "admin" }, db.admin);
  await db.signInAs("other");
  await db.accounts.untie("t1", db.admin.id, other);
  await assert.rejects(db.accounts.untie("t1", other.id, other), last);
});

Deno.test("of two 管理者 who untie each other at once one stays", async () => {
  using db = await openIdentities();
  const other = await db.create(person("other", "admin"));
  await db.signInAs("admin");
  await db.signInAs("other");
  await db.passwordsOff();
  const done = await Promise.allSettled([
    db.accounts.untie("t1", db.admin.id, other),
    db.accounts.untie("t1", other.id, db.admin),
  ]);
  assert.deepEqual(done.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
});

Deno.test("an issuer goes only while a 管理者 has a password to come back with", async () => {
  using db = await openIdentities();
  await db.signInAs("admin");
  // The password is taken away: the identity is a way in, so that this is not refused.
  const { token } = await db.accounts.resetPassword("t1", db.admin.id, db.admin);
  const elsewhere = { ...CHOICE, issuer: "https://other.example.jp/" };
  await assert.rejects(saveProvider(db.means, "t1", elsewhere, db.admin), refused("no_way_in"));
  await assert.rejects(removeProvider(db.means, "t1", db.admin), refused("no_way_in"));
  await assert.rejects(db.accounts.untie("t1", db.admin.id, db.admin), refused("last_admin"));
  await db.accounts.setPassword("t1", token, NEW_PASSWORD);
  await saveProvider(db.means, "t1", elsewhere, db.admin);
  await removeProvider(db.means, "t1", db.admin);
  assert.deepEqual((await readSignIn(db.kv, "t1")).value?.provider, null);
  await assert.rejects(db.accounts.resetPassword("t1", db.admin.id, db.admin), refused("last_admin"));
});

Deno.test("every change is told with who made it, never with the secret", async () => {
  const told: AccountEvent[] = [];
  using db = await openIdentities((_tenant, event) => {
    told.push(event);
    return [];
  });
  await db.signInAs("admin");
  await db.passwordsOff();
  await db.passwordsOn();
  await removeProvider(db.means, "t1", db.admin);
  assert.deepEqual(told.map(({ event, by, facts }) => [event, by?.id ?? null, facts]), [
    ["sign_in_changed", db.admin.id, { issuer: CHOICE.issuer, clientId: "nencho", clientSecret: "changed" }],
    ["sign_in_changed", db.admin.id, { passwords: "off" }],
    ["sign_in_changed", null, { passwords: "on", way: "operator" }],
    ["sign_in_changed", db.admin.id, { issuer: "none" }],
  ]);
  assert(!JSON.stringify(told).includes(CHOICE.secret));
});

Deno.test("signing in, tying and untying are told; a failure of an account that exists too", async () => {
  const told: unknown[] = [];
  using db = await openIdentities();
  const accounts = accountsOf(db.kv, db.means.committer, {
    sessionSecret: "test",
    tell: (_tenant, { event, by, facts }) => {
      told.push([event, by?.id ?? null, facts.way ?? facts.account]);
      return [];
    },
  });
  await accounts.signInAs("t1", await db.proven("admin"));
  await accounts.signInAs("t1", await db.proven("admin"));
  const other = await db.proven("other", { email: "admin@t1.example" });
  await assert.rejects(accounts.signInAs("t1", other), refused("identity_other"));
  await assert.rejects(accounts.signInAs("t1", await db.proven("nobody")), refused("identity_unknown"));
  await accounts.untie("t1", db.admin.id, db.admin);
  await accounts.untie("t1", db.admin.id, db.admin);
  assert.deepEqual(told, [
    ["identity_linked", db.admin.id, "admin@t1.example"],
    ["signed_in", db.admin.id, "identity"],
    ["signed_in", db.admin.id, "identity"],
    ["sign_in_failed", null, "identity"],
    ["identity_unlinked", db.admin.id, "admin@t1.example"],
  ]);
});
