import assert from "node:assert/strict";
import { Refusal, Unavailable } from "../domain/errors.ts";
import { openApp, PRODUCTION } from "./app_fixture.tsx";
import { requirePermission, requireUser } from "./guards.ts";

const open = (env?: Record<string, string>) =>
  openApp((app) => {
    app.get("/hello", (ctx) => ctx.render(<h1>こんにちは {ctx.state.user?.name ?? "どなたか"}</h1>));
    app.get("/mine", (ctx) => ctx.text(requireUser(ctx).name));
    app.post("/mine", (ctx) => ctx.text(requireUser(ctx).name));
    app.get("/admin", (ctx) => ctx.text(requirePermission(ctx, "admin").name));
    app.get("/broken", () => Promise.reject(new Error("secret text")));
    app.get("/down", () => Promise.reject(new Unavailable("source_unavailable", 5_000)));
    app.get("/gone", () => Promise.reject(new Refusal("attachment_gone")));
    app.get("/away", () => Response.redirect("http://kaisha.example/hello", 303));
    app.get("/healthz", (ctx) => ctx.text("ok"));
  }, env);

const quiet = async <T,>(task: () => Promise<T>): Promise<T> => {
  const original = console.error;
  console.error = () => {};
  try {
    return await task();
  } finally {
    console.error = original;
  }
};

Deno.test("every response has the security headers, whatever it is", async () => {
  using app = await open();
  const paths = ["/hello", "/mine", "/admin", "/broken", "/down", "/gone", "/away", "/nowhere", "/healthz"];
  for (const path of paths) {
    for (const ask of [{}, { json: true }, { host: "nobody.example" }, { method: "DELETE" }, { form: {} }]) {
      const { headers } = await quiet(() => app.ask(path, ask));
      const policy = headers.get("content-security-policy") ?? "";
      for (
        const part of [
          "default-src 'none'",
          "frame-ancestors 'none'",
          "base-uri 'none'",
          "form-action 'self'",
        ]
      ) {
        assert(policy.includes(part), `${path}: ${policy}`);
      }
      assert(!policy.includes("unsafe"), policy);
      assert.equal(headers.get("x-content-type-options"), "nosniff");
      assert.equal(headers.get("referrer-policy"), "same-origin");
      assert.equal(headers.get("cross-origin-opener-policy"), "same-origin");
      assert.match(headers.get("permissions-policy") ?? "", /camera=\(\)/);
      assert.equal(headers.get("cache-control"), "no-store");
      assert.equal(headers.get("strict-transport-security"), null);
    }
  }
});

Deno.test("each response has a nonce of its own", async () => {
  using app = await open();
  const nonces = await Promise.all([1, 2].map(async () => {
    const policy = (await app.ask("/hello")).headers.get("content-security-policy") ?? "";
    return /script-src 'self' 'nonce-([\w-]{20,})'/.exec(policy)?.[1];
  }));
  assert(nonces[0] && nonces[1] && nonces[0] !== nonces[1]);
});

Deno.test("production insists on https", async () => {
  using app = await open(PRODUCTION);
  const { headers } = await app.ask("/hello");
  assert.match(headers.get("strict-transport-security") ?? "", /^max-age=\d{8}$/);
});

Deno.test("the host names the tenant; a host of nobody gets a plain 404, also where a page is", async () => {
  using app = await open();
  for (const path of ["/hello", "/nowhere", "/login"]) {
    const response = await app.ask(path, { host: "nobody.example" });
    assert.equal(response.status, 404);
    assert.match(response.headers.get("content-type") ?? "", /^text\/plain/);
    assert(!(await response.text()).includes("年調株式会社"));
  }
  for (const host of ["kaisha.example", "kaisha.example:8443", "kaisha.example."]) {
    assert.equal((await app.ask("/hello", { host })).status, 200, host);
  }
});

Deno.test("the process answers for itself on any host", async () => {
  using app = await open();
  assert.equal(await (await app.ask("/healthz", { host: "10.0.0.7:8000" })).text(), "ok");
});

Deno.test("what another site sends is refused before anybody is looked up", async () => {
  using app = await open();
  const session = await app.signIn("admin");
  const own = await app.ask("/mine", { form: {}, session });
  assert.equal(await own.text(), "admin");
  const strange = { form: {}, session, headers: { "sec-fetch-site": "same-site" }, json: true };
  const response = await app.ask("/mine", strange);
  assert.equal(response.status, 403);
  assert.equal((await response.json()).error.code, "cross_site");
});

Deno.test("a session is valid on its own tenant's host only", async () => {
  using app = await open();
  const session = await app.signIn("admin");
  assert.equal((await app.ask("/mine", { session })).status, 200);
  assert.equal((await app.ask("/mine", { session, host: "other.example", json: true })).status, 401);
});

Deno.test("who is not signed in is led to the sign-in page and back, a script gets 401", async () => {
  using app = await open();
  const page = await app.ask("/mine?a=1&b=2");
  assert.equal(page.status, 303);
  assert.equal(page.headers.get("location"), "/login?return_to=%2Fmine%3Fa%3D1%26b%3D2");
  const form = await app.ask("/mine", { form: {}, headers: { referer: "http://kaisha.example/hello?x=1" } });
  assert.equal(form.headers.get("location"), "/login?return_to=%2Fhello%3Fx%3D1");
  const elsewhere = await app.ask("/mine", { form: {}, headers: { referer: "http://evil.example/a" } });
  assert.equal(elsewhere.headers.get("location"), "/login");
  const script = await app.ask("/mine", { json: true });
  assert.equal(script.status, 401);
  assert.equal((await script.json()).error.code, "not_signed_in");
});

Deno.test("a role that may not is told so", async () => {
  using app = await open();
  for (const [role, status] of [["admin", 200], ["confirm", 403], ["none", 403]] as const) {
    const session = await app.signIn(role);
    assert.equal((await app.ask("/admin", { session, json: true })).status, status, role);
  }
});

/** [path, method, status, code] */
const PROBLEMS: [string, string, number, string][] = [
  ["/gone", "GET", 410, "attachment_gone"],
  ["/down", "GET", 503, "source_unavailable"],
  ["/broken", "GET", 500, "unknown"],
  ["/nowhere", "GET", 404, "not_found"],
  ["/hello", "DELETE", 405, "method_not_allowed"],
  ["/hello", "POST", 405, "method_not_allowed"],
];
for (const [path, method, status, code] of PROBLEMS) {
  Deno.test(`${method} ${path} is a ${status} as JSON and as a page`, async () => {
    using app = await open();
    const json = await quiet(() => app.ask(path, { method, json: true }));
    assert.equal(json.status, status);
    assert.equal(json.headers.get("content-type"), "application/json");
    const { error } = await json.json();
    assert.equal(error.code, code);
    assert(error.message && error.remedy);
    const html = await quiet(() => app.ask(path, { method, headers: { "sec-fetch-site": "none" } }));
    assert.equal(html.status, status);
    assert.match(html.headers.get("content-type") ?? "", /^text\/html/);
    const text = await html.text();
    assert.match(text, /<h1/);
    assert(!text.includes("secret"));
  });
}

Deno.test("a 405 names the methods that there are, a 503 when to come back", async () => {
  using app = await open();
  const wrong = await app.ask("/hello", { method: "DELETE", json: true });
  assert.match(wrong.headers.get("allow") ?? "", /GET/);
  assert.equal((await app.ask("/down", { json: true })).headers.get("retry-after"), "5");
});

Deno.test("a process that runs jobs only serves its signs of life and no page", async () => {
  using app = await open({ NENCHO_ROLE: "worker" });
  assert.equal((await app.ask("/healthz")).status, 200);
  assert.equal((await app.ask("/healthz", { host: "10.0.0.7" })).status, 200);
  const session = await app.signIn("admin");
  for (const path of ["/hello", "/mine", "/login", "/styles.css", "/nowhere"]) {
    assert.equal((await app.ask(path, { session })).status, 404, path);
  }
});

Deno.test("each request wakes the engine, and waits for nothing of it", async () => {
  let woken = 0;
  using app = await openApp((app) => app.get("/healthz", (ctx) => ctx.text("ok")), {}, {
    wake: () => (woken++, new Promise(() => {})),
  });
  await app.ask("/healthz");
  assert.equal(woken, 1);
});
