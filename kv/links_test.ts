import assert from "node:assert/strict";
import { HOUR, NEW_PASSWORD, openAccounts, PASSWORD, person, refused } from "./accounts_fixture.ts";

Deno.test("an invitation sets the password once", async () => {
  using db = await openAccounts();
  const { user, token } = await db.accounts.invite("t1", person("hanako"));
  assert.deepEqual(await db.accounts.linkOwner("t1", token), user);
  await db.accounts.setPassword("t1", token, PASSWORD);
  assert.equal((await db.signIn("hanako@t1.example")).user.id, user.id);
  assert.equal(await db.accounts.linkOwner("t1", token), null);
  await assert.rejects(db.accounts.setPassword("t1", token, NEW_PASSWORD), refused("link_expired"));
  assert(await db.signIn("hanako@t1.example"));
});

Deno.test("of two who use one link at once, one wins", async () => {
  using db = await openAccounts();
  const { token } = await db.accounts.invite("t1", person("hanako"));
  const passwords = [PASSWORD, NEW_PASSWORD];
  const results = await Promise.allSettled(passwords.map((p) => db.accounts.setPassword("t1", token, p)));
  assert.deepEqual(results.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
  const winner = passwords[results.findIndex(({ status }) => status === "fulfilled")];
  assert(await db.signIn("hanako@t1.example", winner));
});

Deno.test("a link lives 24 hours", async () => {
  using db = await openAccounts();
  const { token, expiresAt } = await db.accounts.invite("t1", person("hanako"));
  assert.equal(expiresAt, db.clock.at + 24 * HOUR);
  db.clock.at = expiresAt - 1;
  assert(await db.accounts.linkOwner("t1", token));
  db.clock.at = expiresAt;
  assert.equal(await db.accounts.linkOwner("t1", token), null);
  await assert.rejects(db.accounts.setPassword("t1", token, PASSWORD), refused("link_expired"));
});

Deno.test("a weak password leaves the link usable", async () => {
  using db = await openAccounts();
  const { token } = await db.accounts.invite("t1", person("hanako"));
  await assert.rejects(db.accounts.setPassword("t1", token, "short"), refused("weak_password"));
  await db.accounts.setPassword("t1", token, PASSWORD);
});

Deno.test("a newer link takes the place of the older one", async () => {
  using db = await openAccounts();
  const { user, token } = await db.accounts.invite("t1", person("hanako"));
  const newer = await db.accounts.resetPassword("t1", user.id);
  assert.equal(await db.accounts.linkOwner("t1", token), null);
  await assert.rejects(db.accounts.setPassword("t1", token, PASSWORD), refused("link_expired"));
  await db.accounts.setPassword("t1", newer.token, PASSWORD);
});

Deno.test("a link is nobody's on another tenant, for an inactive account, or made up", async () => {
  using db = await openAccounts();
  const { user, token } = await db.accounts.invite("t1", person("hanako"));
  assert.equal(await db.accounts.linkOwner("t2", token), null);
  assert.equal(await db.accounts.linkOwner("t1", `${token}x`), null);
  await db.accounts.update("t1", user.id, { active: false });
  assert.equal(await db.accounts.linkOwner("t1", token), null);
  await assert.rejects(db.accounts.setPassword("t1", token, PASSWORD), refused("link_expired"));
  await assert.rejects(db.accounts.resetPassword("t1", user.id), refused("invalid_field"));
});

Deno.test("an operator's link leaves the password good until it is used, for the last 管理者 too", async () => {
  using db = await openAccounts();
  const user = await db.accounts.create("t1", person("admin", "admin"), PASSWORD);
  const session = await db.signIn("admin@t1.example");
  const { token } = await db.accounts.issueLink("t1", user.id);
  assert(await db.accounts.session("t1", session.token));
  assert(await db.signIn("admin@t1.example"));
  await db.accounts.setPassword("t1", token, NEW_PASSWORD);
  assert.equal(await db.accounts.session("t1", session.token), null);
  await assert.rejects(db.signIn("admin@t1.example"), refused("wrong_credentials"));
  assert(await db.signIn("admin@t1.example", NEW_PASSWORD));
});
