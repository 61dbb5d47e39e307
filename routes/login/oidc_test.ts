import assert from "node:assert/strict";
import { now } from "../../domain/clock.ts";
import { type OidcProvider, serveProvider } from "../../tests/support/oidc_provider.ts";
import { flowCookie } from "../../web/cookies.ts";
import { CALLBACK, EMAIL, openSignIn } from "../../web/oidc_fixture.ts";

let op: OidcProvider;
Deno.test.beforeAll(async () => {
  op = await serveProvider(now);
});
Deno.test.afterAll(async () => await op[Symbol.asyncDispose]());
Deno.test.beforeEach(() => op.reset());

const open = () => openSignIn(op);

Deno.test("the button leads through the provider, back to where one wanted to go, with a new session", async () => {
  using app = await open();
  const it = app.browser();
  const html = await (await it.get("/login?return_to=/employees%3Fpage=2")).text();
  assert.match(html, /href="\/login\/oidc\?return_to=%2Femployees%3Fpage%3D2"[^>]*>.*会社のID/);
  assert.equal(await it.finish("?return_to=/employees%3Fpage=2"), "/employees?page=2");
  assert.equal(await it.who(), EMAIL);
  assert.deepEqual([...it.jar.keys()], ["nencho"], "the cookie of the flow is used up");
});

Deno.test("the cookie of a sign-in on its way is of this host, for the server only, and goes with its time", async () => {
  using app = await open();
  const [given] = (await app.ask("/login/oidc")).headers.getSetCookie();
  assert.match(given!, /^nencho-oidc=[\w-]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600$/);
  const secure = flowCookie(true).give("x");
  assert.equal(secure, "__Host-nencho-oidc=x; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=600");
});

Deno.test("signing in ends the session that the browser had", async () => {
  using app = await open();
  const it = app.browser();
  it.jar.set("nencho", app.admin);
  await it.finish();
  assert.notEqual(it.jar.get("nencho"), app.admin);
  assert.equal(await (await app.ask("/who", { session: app.admin })).text(), "nobody");
});

Deno.test("a return address of another site leads to the menu", async () => {
  using app = await open();
  for (const evil of ["https://evil.example/", "//evil.example", "/\\evil.example", "/.//evil.example"]) {
    assert.equal(await app.browser().finish(`?return_to=${encodeURIComponent(evil)}`), "/", evil);
  }
  assert.equal(await app.browser().finish(`?return_to=/${"x".repeat(5_000)}`), "/");
});

Deno.test("login CSRF: an answer that this browser did not ask for signs nobody in", async () => {
  using app = await open();
  const attacker = app.browser();
  const answer = await attacker.through();
  const victim = app.browser();
  assert.equal(await victim.locationOf(answer), "/login?problem=identity_expired");
  // Also in the middle of a sign-in of one's own.
  await victim.begin();
  assert.equal(await victim.locationOf(answer), "/login?problem=identity_expired");
  assert.equal(await victim.who(), "nobody");
  assert.equal(op.seen.filter(({ path }) => path === "/token").length, 0, "the provider is not even asked");
});

Deno.test("an answer is good once", async () => {
  using app = await open();
  const it = app.browser();
  const flow = await it.through().then((path) => ({ path, cookie: it.jar.get("nencho-oidc")! }));
  await it.get(flow.path);
  assert.equal(await it.locationOf(flow.path), "/", "back in the history");
  const thief = app.browser();
  thief.jar.set("nencho-oidc", flow.cookie);
  assert.equal(await thief.locationOf(flow.path), "/login?problem=identity_expired");
  assert.equal(await thief.who(), "nobody");
});

Deno.test("a sign-in that began at one company ends at no other", async () => {
  using app = await open();
  const boss = await app.signIn("admin", "other");
  assert.equal((await app.save(boss, {}, "other.example")).status, 303);
  const here = app.browser();
  const answer = await here.through();
  const there = app.browser("other.example");
  there.jar.set("nencho-oidc", here.jar.get("nencho-oidc")!);
  assert.equal(await there.locationOf(answer), "/login?problem=identity_expired");
  // Its own flow, with the answer of the other company's.
  await there.begin();
  assert.equal(await there.locationOf(answer), "/login?problem=identity_expired");
  assert.equal(await there.who(), "nobody");
  // The same person of the same provider has no account at the other company.
  assert.equal(await there.finish(), "/login?problem=identity_unknown");
});

Deno.test("a sign-in on its way ends with its time, and with the settings it began under", async () => {
  using app = await open();
  const late = app.browser();
  const answer = await late.through();
  app.clock.at += 10 * 60_000;
  assert.equal(await late.locationOf(answer), "/login?problem=identity_expired");
  const changed = app.browser();
  const next = await changed.through();
  await app.save();
  assert.equal(await changed.locationOf(next), "/login?problem=identity_expired");
});

Deno.test("what the provider or the person refused is explained on the sign-in page, in words of ours", async () => {
  using app = await open();
  op.person = null;
  const it = app.browser();
  assert.equal(await it.finish(), "/login?problem=identity_denied");
  op.reset({ sub: "1", email: EMAIL, email_verified: false });
  assert.equal(await it.finish("?return_to=/employees"), "/login?problem=identity_unverified");
  op.reset({ sub: "1", email: "nobody@kaisha.example", email_verified: true });
  assert.equal(await it.finish(), "/login?problem=identity_unknown");
  assert.match(
    await (await it.get("/login?problem=identity_unknown")).text(),
    /有効なアカウントがありません/,
  );
  op.reset();
  op.sign = op.signForeign;
  assert.equal(await it.finish(), "/login?problem=identity_invalid");
  const evil = `${CALLBACK}?error=x&error_description=${encodeURIComponent("<b>call 555</b>")}`;
  assert.equal(await it.locationOf(evil), "/login?problem=identity_expired");
  const unknown = await (await it.get("/login?problem=%3Cb%3E")).text();
  assert(!unknown.includes("<b>") && !unknown.includes('role="alert"'));
});

Deno.test("an account that was switched off does not come in", async () => {
  using app = await open();
  await app.signIn("check");
  op.reset({ sub: "2", email: "check@kaisha.example", email_verified: true });
  const it = app.browser();
  await it.finish();
  assert.equal(await it.who(), "check@kaisha.example");
  const user = await app.accounts.find("kaisha", "check@kaisha.example");
  await app.accounts.update("kaisha", user!.id, { active: false });
  assert.equal(await it.who(), "nobody");
  assert.equal(await it.finish(), "/login?problem=identity_unknown");
});

Deno.test("answers that fail are counted by where they come from", async () => {
  using app = await open();
  op.reset({ sub: "1", email: "nobody@kaisha.example", email_verified: true });
  const begin = app.accounts.beginAttempt;
  app.accounts.beginAttempt = (tenant) => begin(tenant, "192.0.2.1");
  for (let i = 0; i < 48; i++) await begin("kaisha", "192.0.2.1");
  op.person = null;
  for (let i = 0; i < 4; i++) assert.equal(await app.browser().finish(), "/login?problem=identity_denied");
  op.reset({ sub: "1", email: "nobody@kaisha.example", email_verified: true });
  op.instead = (path) => path === "/token" ? new Response(null, { status: 503 }) : null;
  for (let i = 0; i < 4; i++) {
    assert.equal(await app.browser().finish(), "/login?problem=identity_unreachable");
  }
  op.instead = () => null;
  for (let i = 0; i < 2; i++) assert.equal(await app.browser().finish(), "/login?problem=identity_unknown");
  op.reset();
  const it = app.browser();
  assert.equal((await it.get(await it.through())).status, 429);
  app.clock.at += 15 * 60_000;
  assert.equal(await app.browser().finish(), "/");
});

Deno.test("without a provider there is no button and no way", async () => {
  using app = await open();
  await app.ask("/settings/sign-in", { session: app.admin, form: { action: "remove" } });
  assert(!(await (await app.ask("/login")).text()).includes("/login/oidc"));
  assert.equal((await app.ask("/login/oidc")).status, 404);
});
