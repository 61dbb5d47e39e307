import { deepEqual, equal, match } from "node:assert/strict";
import fc from "fast-check";
import { App, type Context, type FreshContext, type Middleware } from "fresh";
import { ask, bodyOf } from "./testing/ask.ts";

type State = Record<string, unknown>;

/** The context of a request for `path`, as its handler sees it. */
async function contextOf(path: string, init?: RequestInit, app = new App<State>()): Promise<Context<State>> {
  let seen: FreshContext<State> | null = null;
  const keep: Middleware<State> = (ctx) => (seen = ctx, ctx.text(""));
  await ask(app.get("/a/:id", keep).get("/*", keep), path, init);
  return seen!;
}

Deno.test("url, params, route, req, info and config describe the request", async () => {
  const ctx = await contextOf("/a//%E5%B9%B4?q=1", { headers: { "x-a": "b" } });
  equal(ctx.url.href, "http://localhost/a/%E5%B9%B4?q=1");
  deepEqual({ ...ctx.params }, { id: "年" });
  equal(ctx.route, "/a/:id");
  equal(ctx.req.headers.get("x-a"), "b");
  equal(ctx.info.remoteAddr.transport, "tcp");
  equal(ctx.config.mode, "production");
  equal(ctx.isPartial, false);
  equal(ctx.error, null);
});

Deno.test("a proxy's scheme and host count only where it is trusted", async () => {
  const headers = { "x-forwarded-proto": "https, http", "x-forwarded-host": "nencho.example" };
  equal((await contextOf("/a/1", { headers })).url.origin, "http://localhost");
  const trusting = new App<State>({ trustProxy: true });
  equal((await contextOf("/a/1", { headers }, trusting)).url.origin, "https://nencho.example");
});

Deno.test("text, html and json have their types and take a response's options", async () => {
  const ctx = await contextOf("/");
  const cases = [
    [ctx.text("a", { status: 201 }), "text/plain; charset=utf-8", "a"],
    [ctx.html("<p>", { status: 201 }), "text/html; charset=utf-8", "<p>"],
    [ctx.json({ a: 1 }, { status: 201 }), "application/json", '{"a":1}'],
  ] as const;
  for (const [response, type, body] of cases) {
    equal(response.status, 201);
    equal(response.headers.get("content-type"), type);
    equal(await response.text(), body);
  }
  equal(ctx.text("", { headers: { "content-type": "text/csv" } }).headers.get("content-type"), "text/csv");
});

Deno.test("redirect is 302 unless told otherwise", async () => {
  const ctx = await contextOf("/");
  const response = ctx.redirect("/a?b=//c#//d");
  equal(response.status, 302);
  equal(response.body, null);
  equal(response.headers.get("location"), "/a?b=//c#//d");
  equal(ctx.redirect("/a", 303).status, 303);
  equal(
    ctx.redirect("https://elsewhere.example/x//y").headers.get("location"),
    "https://elsewhere.example/x//y",
  );
});

Deno.test("a redirect to an address in Japanese is encoded once", async () => {
  const ctx = await contextOf("/");
  equal(
    ctx.redirect("/検索?q=年調 1&r=%E5%B9%B4").headers.get("location"),
    "/%E6%A4%9C%E7%B4%A2?q=%E5%B9%B4%E8%AA%BF%201&r=%E5%B9%B4",
  );
  equal(ctx.redirect("/\ud800").headers.get("location"), "/%EF%BF%BD");
});

Deno.test("a path never redirects to another host", async () => {
  const ctx = await contextOf("/");
  const piece = fc.constantFrom("/", "\\", "\t", "\n", "\r", " ", "evil.example", "@", ":", "?", "#", ".");
  fc.assert(fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
    const location = ctx.redirect("/" + pieces.join("")).headers.get("location")!;
    equal(new URL(location, "http://localhost").origin, "http://localhost");
  }));
  for (const target of [" //evil.example", "\x00\x1f/\\evil.example", "\t//evil.example"]) {
    equal(ctx.redirect(target).headers.get("location"), "/evil.example");
  }
});

Deno.test("render makes a page of any JSX, in the layouts that apply", async () => {
  const app = new App<State>()
    .layout("*", ({ Component }) => (
      <main>
        <Component />
      </main>
    ))
    .get("/", (ctx) => ctx.render(<p>年調</p>, { status: 203, headers: { "x-a": "b" } }))
    .get("/bare", (ctx) => ctx.render(<p>bare</p>, undefined, { skipInheritedLayouts: true }))
    .get("/empty", (ctx) => ctx.render(null));
  const response = await ask(app, "/");
  equal(response.status, 203);
  equal(response.headers.get("x-a"), "b");
  match(await response.text(), /<body><main><p>年調<\/p><\/main><\/body>/);
  match(await bodyOf(app, "/bare"), /<body><p>bare<\/p><\/body>/);
  match(await bodyOf(app, "/empty"), /<body><main><\/main><\/body>/);
});

Deno.test("state belongs to one request", async () => {
  const app = new App<State>().get("/", (ctx) => {
    ctx.state.count = Number(ctx.state.count ?? 0) + 1;
    return ctx.json(ctx.state);
  });
  for (let i = 0; i < 2; i++) equal(await bodyOf(app, "/"), '{"count":1}');
});
