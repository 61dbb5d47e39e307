import assert from "node:assert/strict";
import { openApp } from "../../web/app_fixture.tsx";
import { flowCookie } from "../../web/cookies.ts";
import { PASSWORD } from "../../kv/accounts_fixture.ts";
import { type OidcProvider, serveProvider, visit } from "../../tests/support/oidc_provider.ts";
import * as login from "../login.tsx";
import * as signIn from "../settings/sign-in.tsx";
import * as callback from "./oidc/callback.ts";
import * as start from "./oidc/index.ts";

const EMAIL = "admin@kaisha.example";
const CALLBACK = "/login/oidc/callback";

let clock = () => Date.now();
let op: OidcProvider;
Deno.test.beforeAll(async () => {
  op = await serveProvider(() => clock());
});
Deno.test.afterAll(async () => await op[Symbol.asyncDispose]());
Deno.test.beforeEach(() => op.reset());

/** The app with a 管理者 who set the provider up, at the clock of the app. */
async function open(env?: Record<string, string>) {
  const app = await openApp((app) => {
    app.route("/login", { handler: login.handler, component: login.default });
    app.route("/login/oidc", { handler: start.handler });
    app.route(CALLBACK, { handler: callback.handler });
    app.route("/settings/sign-in", { handler: signIn.handler, component: signIn.default });
    app.get("/who", (ctx) => ctx.text(ctx.state.user?.email ?? "nobody"));
  }, env);
  clock = () => app.clock.at;
  const admin = await app.signIn("admin");
  const provider = { issuer: op.issuer, client_id: op.clientId, secret: op.clientSecret, label: "会社のID" };
  const save = (session = admin, more: Record<string, string> = {}, host?: string) =>
    app.ask("/settings/sign-in", { session, host, form: { action: "save", ...provider, ...more } });
  assert.equal((await save()).status, 303);

  /** A browser of its own: it keeps the cookies that it is given, in the order of their names. */
  function browser(host?: string) {
    const jar = new Map<string, string>();
    const get = async (path: string) => {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
      const response = await app.ask(path, { host, headers: cookie === "" ? {} : { cookie } });
      for (const given of response.headers.getSetCookie()) {
        const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(given) ?? [];
        if (value === "") jar.delete(name);
        else jar.set(name, value);
      }
      return response;
    };
    const locationOf = async (path: string) => (await get(path)).headers.get("location") ?? "";
    const begin = async (query = "") => await locationOf(`/login/oidc${query}`);
    /** All the way through the provider, up to the path that the provider sends the browser back to. */
    async function through(query = "") {
      const back = await visit(await begin(query));
      return back.pathname + back.search;
    }
    const finish = async (query = "") => await locationOf(await through(query));
    return {
      jar,
      get,
      locationOf,
      begin,
      through,
      finish,
      who: async () => await (await get("/who")).text(),
    };
  }

  return { ...app, admin, provider, save, browser };
}

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

Deno.test("in production people come back over https, and nothing of this machine is asked", async () => {
  const secrets = { ENCRYPTION_KEY: "k:x", SESSION_SECRET: "x".repeat(32) };
  using app = await openApp((app) => {
    app.route("/settings/sign-in", { handler: signIn.handler, component: signIn.default });
  }, { NENCHO_ENV: "production", ...secrets });
  const headers = { cookie: `__Host-nencho=${await app.signIn("admin")}` };
  const html = await (await app.ask("/settings/sign-in", { headers })).text();
  assert.match(html, /value="https:\/\/kaisha\.example\/login\/oidc\/callback"/);
  const form = { action: "check", issuer: op.issuer, client_id: "x", secret: "x", label: "x" };
  assert.equal((await app.ask("/settings/sign-in", { headers, form })).status, 422);
  assert.equal(op.seen.length, 0);
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

Deno.test("passwords are switched off by who came in through the provider, and on again", async () => {
  using app = await open();
  const press = (action: string, session: string) =>
    app.ask("/settings/sign-in", { session, form: { action } });
  const refused = await press("passwords_off", app.admin);
  assert.equal(refused.status, 409);
  assert.match(await refused.text(), /あなた自身が外部IDでサインインしたことがまだありません/);
  const it = app.browser();
  assert.equal(await it.finish("?return_to=/settings/sign-in"), "/settings/sign-in");
  const session = it.jar.get("nencho")!;
  assert.match(await (await it.get("/settings/sign-in")).text(), /value="passwords_off"/);
  assert.equal((await press("passwords_off", session)).status, 303);

  const page = await (await app.ask("/login")).text();
  assert(!page.includes('type="password"'));
  const tried = await app.ask("/login", { form: { email: EMAIL, password: PASSWORD }, json: true });
  assert.equal(tried.status, 403);
  assert.equal((await tried.json()).error.code, "passwords_off");
  assert.equal(await app.browser().finish(), "/");

  for (const action of ["remove", "save"]) {
    const form = { action, ...app.provider };
    assert.equal((await app.ask("/settings/sign-in", { session, form })).status, 409, action);
  }
  assert.equal((await press("passwords_on", session)).status, 303);
  assert.equal((await app.ask("/login", { form: { email: EMAIL, password: PASSWORD } })).status, 303);
});

Deno.test("the secret is entered, tried and kept, and no page ever holds it", async () => {
  using app = await open();
  const ask = (form: Record<string, string>) =>
    app.ask("/settings/sign-in", { session: app.admin, form: { ...app.provider, ...form } });
  const tried = await (await ask({ action: "check" })).text();
  assert.match(tried, /接続できました。/);
  assert.match(tried, /受け付けられました/);
  const draft = /name="draft" value="([^"]+)"/.exec(tried)![1]!;
  const wrong = await (await ask({ action: "check", secret: "wrong" })).text();
  assert.match(wrong, /クライアントIDまたはクライアントシークレットが受け付けられませんでした/);
  assert(!wrong.includes('name="draft"'), "not worth keeping");
  const elsewhere = await ask({ action: "save", secret: "", issuer: `${op.issuer}x/` });
  assert.equal(elsewhere.status, 422);
  assert.equal((await ask({ action: "save", secret: "", client_id: "other", draft })).status, 303);
  const other = await app.signIn("admin", "other");
  const stolen = await app.ask("/settings/sign-in", {
    session: other,
    host: "other.example",
    form: { ...app.provider, action: "save", secret: "", draft },
  });
  assert.equal(stolen.status, 422, "a draft is its owner's");
  const pages = [
    tried,
    wrong,
    await elsewhere.text(),
    await (await app.ask("/settings/sign-in", { session: app.admin })).text(),
  ];
  assert(pages.every((html) => !html.includes(op.clientSecret)));
});

const FIELDS: [Record<string, string>, RegExp][] = [
  [{ issuer: "http://10.0.0.7/" }, /発行者が正しくありません/],
  [{ issuer: "" }, /発行者が正しくありません/],
  [{ client_id: "" }, /クライアントIDが正しくありません/],
  [{ client_id: "クライアント" }, /クライアントIDが正しくありません/],
  [{ secret: "秘密" }, /使えない文字/],
  [{ label: "" }, /ボタンの表示が正しくありません/],
  [{ label: "x".repeat(41) }, /ボタンの表示が正しくありません/],
];

Deno.test("what is wrong with a field stands beside it, and nothing is stored", async () => {
  using app = await open();
  for (const [fields, text] of FIELDS) {
    const answer = await app.save(app.admin, fields);
    assert.equal(answer.status, 422, JSON.stringify(fields));
    assert.match(await answer.text(), text);
  }
  assert.equal(await app.browser().finish(), "/");
});

Deno.test("an action that nobody offers is refused", async () => {
  using app = await open();
  for (const action of ["", "constructor", "toString"]) {
    assert.equal(
      (await app.ask("/settings/sign-in", { session: app.admin, form: { action } })).status,
      400,
      action,
    );
  }
});
