import assert from "node:assert/strict";
import { MINUTE, PASSWORD } from "../kv/accounts_fixture.ts";
import { openApp, PRODUCTION } from "../web/app_fixture.tsx";
import * as login from "./login.tsx";
import { handler as logout } from "./logout.ts";

const EMAIL = "admin@kaisha.example";

const open = (env?: Record<string, string>) =>
  openApp((app) => {
    app.route("/login", { handler: login.handler, component: login.default });
    app.route("/logout", { handler: logout });
    app.get("/who", (ctx) => ctx.text(ctx.state.user?.email ?? "nobody"));
  }, env);

const cookieOf = (response: Response) => response.headers.get("set-cookie") ?? "";
const tokenOf = (response: Response) => /nencho=([^;]+)/.exec(cookieOf(response))?.[1] ?? "";

Deno.test("the form works without scripts and tells password managers what it asks for", async () => {
  using app = await open();
  const html = await (await app.ask("/login?return_to=/employees%3Fpage=2")).text();
  assert.match(html, /<form[^>]+method="post"[^>]+action="\/login"/);
  assert.match(html, /name="return_to" value="\/employees\?page=2"/);
  assert.match(html, /name="email"[^>]+autocomplete="username"/);
  assert.match(html, /type="password"[^>]+autocomplete="current-password"/);
});

Deno.test("signing in gives a cookie and leads to where one wanted to go", async () => {
  using app = await open();
  await app.signIn("admin");
  const form = { email: EMAIL, password: PASSWORD, return_to: "/employees" };
  const response = await app.ask("/login", { form });
  assert.equal(response.status, 303);
  assert.equal(response.headers.get("location"), "/employees");
  assert.match(cookieOf(response), /^nencho=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  assert.equal(await (await app.ask("/who", { session: tokenOf(response) })).text(), EMAIL);
});

Deno.test("in production the cookie is a secure one of this host", async () => {
  using app = await open(PRODUCTION);
  await app.signIn("admin");
  const response = await app.ask("/login", { form: { email: EMAIL, password: PASSWORD } });
  assert.match(cookieOf(response), /^__Host-nencho=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
  const headers = { cookie: cookieOf(response).split(";")[0] ?? "" };
  assert.equal(await (await app.ask("/who", { headers })).text(), EMAIL);
});

Deno.test("a return address of another site leads to the menu", async () => {
  using app = await open();
  const session = await app.signIn("admin");
  for (const evil of ["https://evil.example/", "//evil.example", "/\\evil.example"]) {
    const form = { email: EMAIL, password: PASSWORD, return_to: evil };
    assert.equal((await app.ask("/login", { form })).headers.get("location"), "/");
    const signedIn = await app.ask(`/login?return_to=${encodeURIComponent(evil)}`, { session });
    assert.equal(signedIn.headers.get("location"), "/");
  }
});

Deno.test("wrong password, unknown name and locked-out account differ in nothing that tells which accounts exist", async () => {
  using app = await open();
  await app.signIn("admin");
  const attempt = async (email: string, json = false) => {
    const response = await app.ask("/login", { form: { email, password: "wrong" }, json });
    return { status: response.status, text: (await response.text()).replaceAll(email, "X") };
  };
  for (const json of [false, true]) {
    const known = await attempt(EMAIL, json);
    assert.equal(known.status, 401);
    assert.match(known.text, /かパスワードが正しくありません/);
    assert.deepEqual(await attempt("nobody@kaisha.example", json), known);
  }
  for (let i = 0; i < 8; i++) {
    await attempt(EMAIL);
    await attempt("nobody@kaisha.example");
  }
  const locked = await attempt(EMAIL);
  assert.equal(locked.status, 429);
  assert.deepEqual(await attempt("nobody@kaisha.example"), locked);
});

Deno.test("what was typed stays in the form, the password does not", async () => {
  using app = await open();
  const form = { email: '"><script>', password: "wrong-secret", return_to: "/employees" };
  const html = await (await app.ask("/login", { form })).text();
  assert.match(html, /value="&quot;>&lt;script>"|value="&quot;&gt;&lt;script&gt;"/);
  assert.match(html, /name="return_to" value="\/employees"/);
  assert(!html.includes("wrong-secret"));
});

Deno.test("a locked account is a 429 that says how long, and ends with its window", async () => {
  using app = await open();
  await app.signIn("admin");
  for (let i = 0; i < 10; i++) await app.ask("/login", { form: { email: EMAIL, password: "wrong" } });
  const form = { email: EMAIL, password: PASSWORD };
  const response = await app.ask("/login", { form, json: true });
  assert.equal(response.status, 429);
  assert.equal(response.headers.get("retry-after"), "900");
  assert.match((await app.ask("/login", { form })).headers.get("content-type") ?? "", /html/);
  app.clock.at += 15 * MINUTE;
  assert.equal((await app.ask("/login", { form })).status, 303);
});

Deno.test("signing in again ends the session that the browser had", async () => {
  using app = await open();
  const before = await app.signIn("admin");
  const response = await app.ask("/login", { form: { email: EMAIL, password: PASSWORD }, session: before });
  assert.equal(await (await app.ask("/who", { session: before })).text(), "nobody");
  assert.equal(await (await app.ask("/who", { session: tokenOf(response) })).text(), EMAIL);
});

Deno.test("signing in with another site's form is refused", async () => {
  using app = await open();
  await app.signIn("admin");
  const form = { email: EMAIL, password: PASSWORD };
  const response = await app.ask("/login", { form, headers: { "sec-fetch-site": "cross-site" } });
  assert.equal(response.status, 403);
  assert.equal(cookieOf(response), "");
});

Deno.test("a script signs in with JSON in return", async () => {
  using app = await open();
  await app.signIn("admin");
  const response = await app.ask("/login", { form: { email: EMAIL, password: PASSWORD }, json: true });
  assert.equal(response.status, 200);
  const { user } = await response.json();
  assert.deepEqual({ ...user, id: "" }, { id: "", email: EMAIL, name: "admin", role: "admin" });
  assert(tokenOf(response));
});

Deno.test("a broken or huge form is refused", async () => {
  using app = await open();
  const headers = { "sec-fetch-site": "same-origin", "content-type": "multipart/form-data; boundary=x" };
  const broken = await app.ask("/login", { method: "POST", headers, json: true });
  assert.equal(broken.status, 400);
  const huge = await app.ask("/login", { form: { email: "x".repeat(70_000) }, json: true });
  assert.equal(huge.status, 413);
});

Deno.test("signing out ends the session and takes the cookie away", async () => {
  using app = await open();
  const session = await app.signIn("admin");
  const response = await app.ask("/logout", { form: {}, session });
  assert.equal(response.status, 303);
  assert.equal(response.headers.get("location"), "/login");
  assert.match(cookieOf(response), /^nencho=; .*Max-Age=0$/);
  assert.equal(await (await app.ask("/who", { session })).text(), "nobody");
  assert.equal((await app.ask("/logout", { form: {} })).status, 303);
  assert.equal((await app.ask("/logout", { session, json: true })).status, 405);
});
