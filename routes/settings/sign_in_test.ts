import assert from "node:assert/strict";
import { now } from "../../domain/clock.ts";
import { EVERYONE } from "../../domain/permission.ts";
import { PASSWORD } from "../../kv/accounts_fixture.ts";
import { type OidcProvider, serveProvider } from "../../tests/support/oidc_provider.ts";
import { openApp, PRODUCTION } from "../../web/app_fixture.tsx";
import { EMAIL, openSignIn } from "../../web/oidc_fixture.ts";
import * as signIn from "./sign-in.tsx";

let op: OidcProvider;
Deno.test.beforeAll(async () => {
  op = await serveProvider(now);
});
Deno.test.afterAll(async () => await op[Symbol.asyncDispose]());
Deno.test.beforeEach(() => op.reset());

const open = () => openSignIn(op);

Deno.test("in production people come back over https, and nothing of this machine is asked", async () => {
  using app = await openApp((app) => {
    app.route("/settings/sign-in", { handler: signIn.handler, component: signIn.default });
  }, PRODUCTION);
  const headers = { cookie: `__Host-nencho=${await app.signIn("admin")}` };
  const html = await (await app.ask("/settings/sign-in", { headers })).text();
  assert.match(html, /value="https:\/\/kaisha\.example\/login\/oidc\/callback"/);
  const form = { action: "check", issuer: op.issuer, client_id: "x", secret: "x", label: "x" };
  assert.equal((await app.ask("/settings/sign-in", { headers, form })).status, 422);
  assert.equal(op.seen.length, 0);
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
  const { token } = await app.accounts.invite("kaisha", {
    email: "new@kaisha.example",
    name: "新人",
    role: "check",
    range: EVERYONE,
    employeeCode: null,
  });
  assert.match(await (await app.ask(`/invitations/${token}`)).text(), /サインインは外部IDで行い/);
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
