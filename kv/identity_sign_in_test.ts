import assert from "node:assert/strict";
import { PASSWORD, person, refused } from "./accounts_fixture.ts";
import { accountsOf } from "./accounts.ts";
import { type Committer, committerOf } from "./commit.ts";
import { CHOICE, openIdentities } from "./identity_fixture.ts";
import { readIdentity } from "./identities.ts";
import { removeProvider, saveProvider } from "./sign_in_changes.ts";

Deno.test("who has the verified mail address of an account is that account, and later by subject alone", async () => {
  using db = await openIdentities();
  const hanako = await db.create(person("hanako"));
  const first = await db.signInAs("hanako");
  assert.equal(first.user.id, hanako.id);
  assert.deepEqual((await db.accounts.session("t1", first.token))?.user, hanako);
  for (const email of ["married-name@t1.example", "admin@t1.example", null]) {
    assert.equal((await db.signInAs("hanako", { email })).user.id, hanako.id, String(email));
  }
});

Deno.test("an invited person needs no password; somebody without an account gets none", async () => {
  using db = await openIdentities();
  const { user } = await db.accounts.invite("t1", person("new"));
  assert.equal((await db.signInAs("new")).user.id, user.id);
  assert.equal(
    (await db.accounts.list("t1")).accounts.find((line) => line.user.id === user.id)?.state,
    "ready",
  );
  await assert.rejects(db.signInAs("nobody"), refused("identity_unknown"));
  assert.equal((await db.accounts.list("t1")).accounts.length, 2);
});

Deno.test("a mail address that the provider does not vouch for opens nothing", async () => {
  using db = await openIdentities();
  await db.create({ ...person("hanako"), employeeCode: "000123" });
  await assert.rejects(db.signInAs("hanako", { email: null }), refused("identity_unverified"));
  // A 社員番号 is not a mail address, whatever the provider calls one.
  await assert.rejects(db.signInAs("hanako", { email: "000123" }), refused("identity_unknown"));
});

Deno.test("a mail address that went to another person does not carry the account along, until a 管理者 unties it", async () => {
  using db = await openIdentities();
  const hanako = await db.create(person("hanako"));
  const { token } = await db.signInAs("hanako");
  await assert.rejects(db.signInAs("successor", { email: "hanako@t1.example" }), refused("identity_other"));
  await db.accounts.untie("t1", hanako.id, db.admin);
  assert.equal(await db.accounts.session("t1", token), null, "untying ends the sessions");
  assert.equal((await db.signInAs("successor", { email: "hanako@t1.example" })).user.id, hanako.id);
  await assert.rejects(db.signInAs("hanako"), refused("identity_other"));
  await assert.rejects(db.accounts.untie("t1", "nobody", db.admin), refused("not_found"));
});

Deno.test("the same subject of another issuer is another person", async () => {
  using db = await openIdentities();
  const hanako = await db.create(person("hanako"));
  await db.signInAs("1", { email: "hanako@t1.example" });
  const issuer = "https://other.example.jp/";
  await saveProvider(db.means, "t1", { ...CHOICE, issuer }, db.admin);
  await assert.rejects(db.signInAs("1", { issuer, email: null }), refused("identity_unverified"));
  await assert.rejects(db.signInAs("1", { issuer, email: "nobody@t1.example" }), refused("identity_unknown"));
  // The verified address ties the account to the new provider, and the former one is forgotten.
  assert.equal((await db.signInAs("2", { issuer, email: "hanako@t1.example" })).user.id, hanako.id);
  await saveProvider(db.means, "t1", CHOICE, db.admin);
  await assert.rejects(db.signInAs("1", { email: null }), refused("identity_unverified"));
});

Deno.test("an identity of one tenant is nobody's at another", async () => {
  using db = await openIdentities();
  await db.create(person("hanako"));
  await db.create({ ...person("hanako"), email: "hanako@t1.example" }, "t2");
  const proven = await db.proven("hanako");
  await db.accounts.signInAs("t1", proven);
  await assert.rejects(db.accounts.signInAs("t2", proven), refused("identity_expired"), "no provider there");
  const boss = await db.accounts.create(
    "t2",
    { ...person("boss", "admin"), email: "b@t2.example" },
    PASSWORD,
  );
  await saveProvider(db.means, "t2", CHOICE, boss);
  await assert.rejects(
    db.accounts.signInAs("t2", proven),
    refused("identity_expired"),
    "another company's settings",
  );
  const there = { ...proven, rev: await db.rev("t2") };
  await assert.rejects(db.accounts.signInAs("t2", { ...there, email: null }), refused("identity_unverified"));
});

Deno.test("an inactive account does not come in, tied or not", async () => {
  using db = await openIdentities();
  const hanako = await db.create(person("hanako"));
  await db.accounts.update("t1", hanako.id, { active: false });
  await assert.rejects(db.signInAs("hanako"), refused("identity_unknown"));
  await db.accounts.update("t1", hanako.id, { active: true });
  await db.signInAs("hanako");
  await db.accounts.update("t1", hanako.id, { active: false });
  await assert.rejects(db.signInAs("hanako"), refused("identity_unknown"));
});

Deno.test("settings that changed on the way, or are gone, let nobody in", async () => {
  using db = await openIdentities();
  const proven = await db.proven("admin");
  await saveProvider(db.means, "t1", { ...CHOICE, label: "別の表示", secret: null }, db.admin);
  await db.accounts.signInAs("t1", proven);
  await saveProvider(db.means, "t1", CHOICE, db.admin);
  await assert.rejects(db.accounts.signInAs("t1", proven), refused("identity_expired"));
  const next = await db.proven("admin");
  await removeProvider(db.means, "t1", db.admin);
  await assert.rejects(db.accounts.signInAs("t1", next), refused("identity_expired"));
});

/** Accounts whose next commit meets `meanwhile`, made just before it. */
function meeting(db: Awaited<ReturnType<typeof openIdentities>>, meanwhile: () => Promise<unknown>) {
  const plain = committerOf(db.kv);
  let met = false;
  const committer: Committer = {
    async commit(change, priority) {
      if (!met) {
        met = true;
        await meanwhile();
      }
      return await plain.commit(change, priority);
    },
  };
  return accountsOf(db.kv, committer, { sessionSecret: "test" });
}

Deno.test("an account that is switched off, untied or tied to somebody else on the way does not come in", async () => {
  using db = await openIdentities();
  const hanako = await db.create(person("hanako"));
  const proven = await db.proven("hanako");
  const switchedOff = meeting(db, () => db.accounts.update("t1", hanako.id, { active: false }));
  await assert.rejects(switchedOff.signInAs("t1", proven), refused("identity_unknown"));
  await db.accounts.update("t1", hanako.id, { active: true });
  const overtaken = meeting(db, () => db.signInAs("quicker", { email: "hanako@t1.example" }));
  await assert.rejects(overtaken.signInAs("t1", proven), refused("identity_other"));
  const changed = meeting(db, () => saveProvider(db.means, "t1", CHOICE, db.admin));
  await assert.rejects(
    changed.signInAs("t1", await db.proven("quicker")),
    refused("identity_expired"),
  );
});

Deno.test("what the provider calls a person is stored as a digest", async () => {
  using db = await openIdentities();
  await db.signInAs("admin", { subject: "employee-number-4711", email: "admin@t1.example" });
  const { value } = await readIdentity(db.kv, "t1", db.admin.id);
  assert(value);
  for await (const entry of db.kv.list({ prefix: [] })) {
    assert(!JSON.stringify([entry.key, entry.value]).includes("4711"), String(entry.key));
  }
});
