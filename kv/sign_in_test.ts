import assert from "node:assert/strict";
import { accountsOf } from "./accounts.ts";
import { HOUR, MINUTE, NEW_PASSWORD, openAccounts, PASSWORD, person, refused } from "./accounts_fixture.ts";
import { committerOf } from "./commit.ts";
import { accountKeys } from "./keys.ts";

Deno.test("the right password starts a session, by e-mail address or 社員番号", async () => {
  using db = await openAccounts();
  const user = await db.accounts.create("t1", { ...person("hanako"), employeeCode: "000123" }, PASSWORD);
  for (const name of ["hanako@t1.example", "000123"]) {
    const { token } = await db.signIn(name);
    assert.deepEqual((await db.accounts.session("t1", token))?.user, user);
  }
});

Deno.test("wrong password, unknown name, inactive account and open invitation are refused alike", async () => {
  using db = await openAccounts();
  await db.accounts.create("t1", person("hanako"), PASSWORD);
  const off = await db.accounts.create("t1", person("off"), PASSWORD);
  await db.accounts.update("t1", off.id, { active: false });
  await db.accounts.invite("t1", person("new"));
  const tries = [
    ["hanako@t1.example", "wrong"],
    ["nobody@t1.example", PASSWORD],
    ["off@t1.example", PASSWORD],
    [
      "new@t1.example",
      PASSWORD,
    ],
    ["", ""],
    ["x".repeat(5000), PASSWORD],
  ];
  for (const [name = "", password] of tries) {
    await assert.rejects(db.signIn(name, password), refused("wrong_credentials"), name);
  }
});

Deno.test("a session ends an hour after its last request, to the minute", async () => {
  using db = await openAccounts();
  await db.accounts.create("t1", person("hanako"), PASSWORD);
  const { token } = await db.signIn("hanako@t1.example");
  db.clock.at += 59 * MINUTE;
  assert(await db.accounts.session("t1", token));
  db.clock.at += 60 * MINUTE - 1;
  assert(await db.accounts.session("t1", token));
  db.clock.at += 60 * MINUTE;
  assert.equal(await db.accounts.session("t1", token), null);
});

Deno.test("a session ends twelve hours after sign-in, however busy", async () => {
  using db = await openAccounts();
  await db.accounts.create("t1", person("hanako"), PASSWORD);
  const { token } = await db.signIn("hanako@t1.example");
  for (let i = 0; i < 23; i++) {
    db.clock.at += HOUR / 2;
    assert(await db.accounts.session("t1", token), `after ${i + 1} half hours`);
  }
  db.clock.at += HOUR / 2;
  assert.equal(await db.accounts.session("t1", token), null);
});

Deno.test("the time of the last request is written at most once a minute", async () => {
  using db = await openAccounts();
  await db.accounts.create("t1", person("hanako"), PASSWORD);
  const { token } = await db.signIn("hanako@t1.example");
  const hash = (await db.accounts.session("t1", token))?.hash ?? "";
  const stamp = async () => (await db.kv.get(accountKeys.session("t1", hash))).versionstamp;
  const before = await stamp();
  db.clock.at += MINUTE - 1;
  await db.accounts.session("t1", token);
  assert.equal(await stamp(), before);
  db.clock.at += 1;
  await db.accounts.session("t1", token);
  assert.notEqual(await stamp(), before);
});

Deno.test("signing out ends this session and no other", async () => {
  using db = await openAccounts();
  await db.accounts.create("t1", person("hanako"), PASSWORD);
  const [a, b] = [await db.signIn("hanako@t1.example"), await db.signIn("hanako@t1.example")];
  const session = await db.accounts.session("t1", a.token);
  await db.accounts.signOut("t1", session?.hash ?? "");
  await db.accounts.signOut("t1", session?.hash ?? "");
  assert.equal(await db.accounts.session("t1", a.token), null);
  assert(await db.accounts.session("t1", b.token));
});

Deno.test("a new role, switching off and a password reset each end every session", async () => {
  using db = await openAccounts();
  await db.accounts.create("t1", person("admin", "admin"), PASSWORD);
  const user = await db.accounts.create("t1", person("hanako"), PASSWORD);
  const ends = [
    () => db.accounts.update("t1", user.id, { role: "check" }),
    () => db.accounts.update("t1", user.id, { active: false }),
    () => db.accounts.update("t1", user.id, { active: true }),
    async () => {
      const { token } = await db.accounts.resetPassword("t1", user.id);
      await assert.rejects(db.signIn("hanako@t1.example"), refused("wrong_credentials"));
      await db.accounts.setPassword("t1", token, PASSWORD);
    },
  ];
  for (const end of ends) {
    const active = (await db.accounts.get("t1", user.id))?.active;
    const open = active ? [await db.signIn("hanako@t1.example"), await db.signIn("hanako@t1.example")] : [];
    await end();
    for (const { token } of open) assert.equal(await db.accounts.session("t1", token), null);
  }
  const { token } = await db.signIn("hanako@t1.example");
  assert(await db.accounts.session("t1", token));
});

Deno.test("a sign-in that meets a password reset leaves no session behind", async () => {
  using db = await openAccounts();
  const user = await db.accounts.create("t1", person("hanako"), PASSWORD);
  const signIns = Promise.allSettled([1, 2, 3, 4].map(() => db.signIn("hanako@t1.example")));
  await db.accounts.resetPassword("t1", user.id);
  for (const result of await signIns) {
    if (result.status === "fulfilled") {
      assert.equal(await db.accounts.session("t1", result.value.token), null);
    } else assert(refused("wrong_credentials")(result.reason));
  }
});

/** Accounts whose password is reset by somebody else right before `user`'s sessions are read: the last thing read. */
function resetInBetween(db: Awaited<ReturnType<typeof openAccounts>>, user: string) {
  const last = accountKeys.sessionsOf("t1", user).join();
  const seen = { resets: 0 };
  const slow = new Proxy(db.kv, {
    get(kv, name) {
      if (name !== "get") return Reflect.get(kv, name).bind(kv);
      return async (key: Deno.KvKey) => {
        if (key.join() === last && seen.resets++ === 0) await db.accounts.resetPassword("t1", user);
        return await kv.get(key);
      };
    },
  });
  return { late: accountsOf(slow, committerOf(db.kv), { sessionSecret: "test" }), seen };
}

Deno.test("a reset between the password and the session is seen, at whatever moment it comes", async () => {
  using db = await openAccounts();
  const user = await db.accounts.create("t1", person("hanako"), PASSWORD);
  const { late, seen } = resetInBetween(db, user.id);
  await assert.rejects(late.signIn("t1", "hanako@t1.example", PASSWORD, null), refused("wrong_credentials"));
  assert.equal(seen.resets, 1);
});

Deno.test("a reset while the own password is changed wins", async () => {
  using db = await openAccounts();
  const user = await db.accounts.create("t1", person("hanako"), PASSWORD);
  const { late, seen } = resetInBetween(db, user.id);
  await assert.rejects(late.changePassword("t1", user.id, PASSWORD, NEW_PASSWORD), refused("wrong_password"));
  assert.equal(seen.resets, 1);
  for (const password of [PASSWORD, NEW_PASSWORD]) {
    await assert.rejects(db.signIn("hanako@t1.example", password), refused("wrong_credentials"));
  }
});

Deno.test("the twenty-first open session ends the first", async () => {
  using db = await openAccounts();
  await db.accounts.create("t1", person("hanako"), PASSWORD);
  const tokens: string[] = [];
  for (let i = 0; i < 21; i++) tokens.push((await db.signIn("hanako@t1.example")).token);
  const alive = await Promise.all(tokens.map((token) => db.accounts.session("t1", token)));
  assert.deepEqual(alive.map((session) => session !== null), tokens.map((_, i) => i > 0));
});

Deno.test("a made-up token and another secret open nothing", async () => {
  using db = await openAccounts();
  await db.accounts.create("t1", person("hanako"), PASSWORD);
  const { token } = await db.signIn("hanako@t1.example");
  for (const forged of ["", "x", token.slice(1), `${token}x`, "x".repeat(10_000)]) {
    assert.equal(await db.accounts.session("t1", forged), null);
  }
  const restarted = accountsOf(db.kv, committerOf(db.kv), { sessionSecret: "rotated" });
  assert.equal(await restarted.session("t1", token), null);
});

Deno.test("the eleventh try on an account is refused, right or wrong, until 15 minutes have passed", async () => {
  using db = await openAccounts();
  const user = await db.accounts.create("t1", { ...person("hanako"), employeeCode: "000123" }, PASSWORD);
  for (let i = 0; i < 5; i++) {
    await assert.rejects(db.signIn("hanako@t1.example", "wrong"), refused("wrong_credentials"));
    await assert.rejects(db.accounts.confirmPassword("t1", user.id, "wrong"), refused("wrong_password"));
  }
  // The other name of the account counts with the first.
  for (const name of ["hanako@t1.example", "000123"]) {
    await assert.rejects(db.signIn(name), refused("too_many_attempts"));
  }
  db.clock.at += 15 * MINUTE;
  assert(await db.signIn("000123"));
});

Deno.test("a name that is no account is locked like one that is", async () => {
  using db = await openAccounts();
  for (let i = 0; i < 10; i++) {
    await assert.rejects(db.signIn("nobody@x.example"), refused("wrong_credentials"));
  }
  await assert.rejects(db.signIn("nobody@x.example"), refused("too_many_attempts"));
});

Deno.test("signing in forgets the failures before it", async () => {
  using db = await openAccounts();
  await db.accounts.create("t1", person("hanako"), PASSWORD);
  for (let round = 0; round < 2; round++) {
    for (let i = 0; i < 9; i++) {
      await assert.rejects(db.signIn("hanako@t1.example", "wrong"), refused("wrong_credentials"));
    }
    assert(await db.signIn("hanako@t1.example"));
  }
});

Deno.test("a person confirms with the own password only", async () => {
  using db = await openAccounts();
  const user = await db.accounts.create("t1", person("hanako"), PASSWORD);
  await db.accounts.confirmPassword("t1", user.id, PASSWORD);
  await assert.rejects(db.accounts.confirmPassword("t1", user.id, NEW_PASSWORD), refused("wrong_password"));
});
