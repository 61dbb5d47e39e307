import assert from "node:assert/strict";
import { EVERYONE, rangeSchema } from "../domain/permission.ts";
import { HOUR, NEW_PASSWORD, openAccounts, PASSWORD, person, refused } from "./accounts_fixture.ts";
import { accountKeys } from "./keys.ts";

Deno.test("an account is found by id, e-mail address in any case, and 社員番号 in any width", async () => {
  using db = await openAccounts();
  const user = await db.accounts.create("t1", { ...person("Hanako"), employeeCode: "000123" }, PASSWORD);
  assert.equal(user.email, "hanako@t1.example");
  for (const name of ["HANAKO@t1.example", " hanako@t1.example ", "000123", "０００１２３"]) {
    assert.deepEqual(await db.accounts.find("t1", name), user);
  }
  assert.equal(await db.accounts.find("t1", "123"), null);
  assert.equal(await db.accounts.find("t1", "x".repeat(3000)), null);
  assert.equal(await db.accounts.find("t1", ""), null);
  assert.deepEqual(await db.accounts.get("t1", user.id), user);
  for (const id of ["", "x".repeat(3000), "a/b", "あ"]) assert.equal(await db.accounts.get("t1", id), null);
});

Deno.test("another tenant's account is not found by id, name or password", async () => {
  using db = await openAccounts();
  const user = await db.accounts.create("t1", person("hanako"), PASSWORD);
  assert.equal(await db.accounts.get("t2", user.id), null);
  await assert.rejects(db.accounts.update("t2", user.id, { role: "admin" }), refused("not_found"));
  await assert.rejects(db.accounts.resetPassword("t2", user.id), refused("not_found"));
  await assert.rejects(
    db.accounts.signIn("t2", "hanako@t1.example", PASSWORD, null),
    refused("wrong_credentials"),
  );
  const { token } = await db.signIn("hanako@t1.example");
  assert.equal(await db.accounts.session("t2", token), null);
});

Deno.test("an e-mail address or 社員番号 is taken once, by two at the same time too", async () => {
  using db = await openAccounts();
  const results = await Promise.allSettled([1, 2].map(() => db.accounts.invite("t1", person("hanako"))));
  assert.deepEqual(results.map((result) => result.status).sort(), ["fulfilled", "rejected"]);
  await assert.rejects(db.accounts.invite("t1", person("HANAKO")), refused("email_taken"));
  await db.accounts.create("t1", { ...person("a"), email: null, employeeCode: "000001" }, PASSWORD);
  await assert.rejects(
    db.accounts.invite("t1", { ...person("b"), employeeCode: "000001" }),
    refused("invalid_field"),
  );
});

Deno.test("neither the account nor any other value holds a password, a token or a link in the clear", async () => {
  using db = await openAccounts();
  await db.accounts.create("t1", person("hanako", "admin"), PASSWORD);
  const { token } = await db.signIn("hanako@t1.example");
  const link = await db.accounts.invite("t1", person("taro"));
  await assert.rejects(db.signIn("taro-typed-a-secret"), refused("wrong_credentials"));
  for await (const entry of db.kv.list({ prefix: [] })) {
    const text = JSON.stringify([entry.key, entry.value]);
    for (const secret of [PASSWORD, token, link.token, "taro-typed-a-secret"]) assert(!text.includes(secret));
  }
});

Deno.test("the list goes page by page in order of creation and says where each account stands", async () => {
  using db = await openAccounts();
  const admin = await db.accounts.create("t1", person("admin", "admin"), PASSWORD);
  for (let i = 0; i < 51; i++) {
    db.clock.at += 1;
    await db.accounts.invite("t1", person(`p${i}`));
  }
  const first = await db.accounts.list("t1");
  assert.equal(first.accounts.length, 50);
  assert.deepEqual(first.accounts[0], { user: admin, state: "ready" });
  assert.equal(first.accounts[1]?.state, "invited");
  const second = await db.accounts.list("t1", first.next);
  assert.deepEqual(second.accounts.map(({ user }) => user.name), ["p49", "p50"]);
  assert.equal(second.next, null);
  assert.deepEqual(await db.accounts.list("t1", "x".repeat(3000)), first);
  await db.accounts.update("t1", second.accounts[0]?.user.id ?? "", { active: false });
  db.clock.at += 24 * HOUR;
  const later = await db.accounts.list("t1", first.next);
  assert.deepEqual(later.accounts.map(({ state }) => state), ["inactive", "link_expired"]);
});

Deno.test("a new role and a new range are stored", async () => {
  using db = await openAccounts();
  const user = await db.accounts.create("t1", person("hanako"), PASSWORD);
  const range = { kind: "condition" as const, departments: ["営業部"], employmentTypes: [] };
  await db.accounts.update("t1", user.id, { role: "confirm", range });
  const stored = { ...user, role: "confirm", range: rangeSchema.parse(range) };
  assert.deepEqual(await db.accounts.get("t1", user.id), stored);
  assert.deepEqual(user.range, EVERYONE);
});

Deno.test("the last 管理者 who can sign in stays, whatever is tried", async () => {
  using db = await openAccounts();
  const admin = await db.accounts.create("t1", person("admin", "admin"), PASSWORD);
  // Invited, but cannot sign in yet: does not count.
  const second = await db.accounts.invite("t1", person("second", "admin"));
  await assert.rejects(db.accounts.update("t1", admin.id, { role: "none" }), refused("last_admin"));
  await assert.rejects(db.accounts.update("t1", admin.id, { active: false }), refused("last_admin"));
  await assert.rejects(db.accounts.resetPassword("t1", admin.id), refused("last_admin"));
  await db.accounts.setPassword("t1", second.token, NEW_PASSWORD);
  await db.accounts.update("t1", admin.id, { role: "none" });
  await assert.rejects(db.accounts.update("t1", second.user.id, { role: "none" }), refused("last_admin"));
});

Deno.test("two 管理者 who take each other's role at once do not both succeed", async () => {
  using db = await openAccounts();
  const a = await db.accounts.create("t1", person("a", "admin"), PASSWORD);
  const b = await db.accounts.create("t1", person("b", "admin"), PASSWORD);
  const results = await Promise.allSettled([
    db.accounts.update("t1", a.id, { role: "none" }),
    db.accounts.update("t1", b.id, { role: "none" }),
  ]);
  assert.deepEqual(results.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
});

Deno.test("the password hash lies apart from the account", async () => {
  using db = await openAccounts();
  const user = await db.accounts.create("t1", person("hanako"), PASSWORD);
  const stored = (await db.kv.get(accountKeys.user("t1", user.id))).value;
  assert.deepEqual(Object.keys(stored as object).sort(), Object.keys(user).sort());
});
