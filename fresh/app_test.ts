import { deepEqual, equal, notEqual } from "node:assert/strict";
import { App, type Middleware, type Route } from "fresh";
import { answerOf, ask, bodyOf, loggedErrors } from "./testing/ask.ts";

interface State {
  trail: string[];
}

const mark = (name: string): Middleware<State> => async (ctx) => {
  (ctx.state.trail ??= []).push(name);
  const response = await ctx.next();
  response.headers.append("x-after", name);
  return response;
};
const trail: Middleware<State> = (ctx) => ctx.text((ctx.state.trail ?? []).join(","));

Deno.test("each method has a function of its own", async () => {
  const app = new App<State>();
  const answer = (name: string): Middleware<State> => (ctx) => ctx.text(name);
  app.get("/a", answer("get")).post("/a", answer("post")).put("/a", answer("put"))
    .patch("/a", answer("patch")).delete("/a", answer("delete"));
  for (const method of ["get", "post", "put", "patch", "delete"]) {
    equal(await bodyOf(app, "/a", { method: method.toUpperCase() }), method);
  }
});

Deno.test("all() answers every method that has no answer of its own", async () => {
  const app = new App<State>().post("/a", (ctx) => ctx.text("post")).all(
    "/a",
    (ctx) => ctx.text(ctx.req.method),
  );
  equal(await bodyOf(app, "/a", { method: "POST" }), "post");
  equal(await bodyOf(app, "/a", { method: "PURGE" }), "PURGE");
  equal(await bodyOf(app, "/a"), "GET");
});

Deno.test("HEAD is GET without its body, unless head() answers it", async () => {
  let cancelled = false;
  const body = new ReadableStream({ cancel: () => void (cancelled = true) });
  const app = new App<State>()
    .get("/a", () => new Response(body, { headers: { "x-kept": "yes" } }))
    .get("/b", (ctx) => ctx.text("body"))
    .head("/b", () => new Response(null, { headers: { "x-head": "own" } }));
  const response = await ask(app, "/a", { method: "HEAD" });
  equal(response.status, 200);
  equal(response.headers.get("x-kept"), "yes");
  equal(response.body, null);
  equal(cancelled, true);
  equal((await ask(app, "/b", { method: "HEAD" })).headers.get("x-head"), "own");
});

Deno.test("a method that a path does not answer is 405 with Allow, OPTIONS is 204 with Allow", async () => {
  const app = new App<State>().get("/a", trail).put("/a", trail);
  const refused = await ask(app, "/a", { method: "DELETE" });
  equal(refused.status, 405);
  equal(refused.headers.get("allow"), "GET, HEAD, PUT, OPTIONS");
  const options = await ask(app, "/a", { method: "OPTIONS" });
  equal(options.status, 204);
  equal(options.headers.get("allow"), "GET, HEAD, PUT, OPTIONS");
  equal(options.body, null);
});

Deno.test("middlewares run in the order in which they were added, outer ones around inner ones", async () => {
  const app = new App<State>()
    .use(mark("one"), mark("two"))
    .use("/admin", mark("admin"))
    .use("/admin/deep", mark("deep"))
    .get("/", trail)
    .get("/admin", trail)
    .get("/admin/deep/er", mark("own"), trail);
  equal(await bodyOf(app, "/"), "one,two");
  equal(await bodyOf(app, "/admin"), "one,two,admin");
  const response = await ask(app, "/admin/deep/er");
  equal(await response.text(), "one,two,admin,deep,own");
  equal(response.headers.get("x-after"), "own, deep, admin, two, one");
});

Deno.test("a middleware applies to the routes after it only", async () => {
  const app = new App<State>().get("/before", trail).use(mark("late")).get("/after", trail);
  equal(await bodyOf(app, "/before"), "");
  equal(await bodyOf(app, "/after"), "late");
});

Deno.test("a middleware may ask for the rest of the chain twice", async () => {
  const app = new App<State>()
    .use(async (ctx) => ctx.text(await (await ctx.next()).text() + await (await ctx.next()).text()))
    .use(mark("inner"))
    .get("/", trail);
  equal(await bodyOf(app, "/"), "innerinner,inner");
});

Deno.test("a middleware may be a function that loads one", async () => {
  let loads = 0;
  const app = new App<State>()
    .use(() => {
      loads++;
      return Promise.resolve(mark("loaded"));
    })
    .get("/", trail);
  const handler = app.handler();
  for (let i = 0; i < 3; i++) {
    equal(await (await handler(new Request("http://localhost/"))).text(), "loaded");
  }
  equal(loads, 1);
});

Deno.test("what no route matches passes the root's middlewares and is 404", async () => {
  const app = new App<State>().use((ctx) => ctx.url.pathname === "/caught" ? ctx.text("caught") : ctx.next());
  deepEqual(await answerOf(app, "/caught"), [200, "caught"]);
  deepEqual(await answerOf(app, "/nothing"), [404, "Not Found"]);
});

Deno.test("route() takes handlers and components, at once or when first asked for", async () => {
  let loads = 0;
  const lazy = () => {
    loads++;
    const route: Route<State> = { handler: { GET: (ctx) => ctx.text("lazy get") } };
    return Promise.resolve(route);
  };
  const app = new App<State>()
    .route("/plain", { handler: (ctx) => ctx.text(ctx.req.method) })
    .route("/lazy", lazy)
    .route("/lazy-post", lazy, { methods: ["POST"] })
    .route("/moved", { handler: (ctx) => ctx.text("moved") }, { routeOverride: "/here" });
  equal(await bodyOf(app, "/plain", { method: "PATCH" }), "PATCH");
  equal(loads, 0);
  const handler = app.handler();
  for (let i = 0; i < 2; i++) equal((await handler(new Request("http://localhost/lazy"))).status, 200);
  equal(loads, 1);
  equal((await ask(app, "/lazy", { method: "POST" })).status, 405);
  equal((await ask(app, "/lazy-post")).status, 405);
  equal(await bodyOf(app, "/here"), "moved");
  equal((await ask(app, "/moved")).status, 404);
});

Deno.test("a route lives under the base path", async () => {
  const app = new App<State>({ basePath: "/office/" }).get("/", trail).get("/a", (ctx) => ctx.text("a"));
  equal(await bodyOf(app, "/office/a"), "a");
  equal((await ask(app, "/office")).status, 200);
  equal((await ask(app, "/a")).status, 404);
  equal(app.config.basePath, "/office");
});

Deno.test("config says how the app runs", () => {
  deepEqual(new App().config, { root: "", basePath: "", mode: "production", trustProxy: false });
  equal(new App({ mode: "development" }).config.mode, "development");
});

Deno.test("fsRoutes without a Builder adds nothing", async () => {
  equal((await ask(new App<State>().fsRoutes(), "/")).status, 404);
});

Deno.test("an answer that is no response is a mistake with a name", async () => {
  const app = new App<State>().get("/", () => "text" as unknown as Response);
  const errors = await loggedErrors(async () => equal((await ask(app, "/")).status, 500));
  equal(
    (errors[0] as Error).message,
    "A middleware or handler answered with something that is not a Response",
  );
});

Deno.test("listen() resolves once it listens, at the first free port from 8000 on", async () => {
  const stop = new AbortController();
  const ports: number[] = [];
  const app = new App<State>().get("/", (ctx) => ctx.text(`${ctx.info.remoteAddr.transport}`));
  for (let i = 0; i < 2; i++) {
    await app.listen({ signal: stop.signal, onListen: ({ port }) => void ports.push(port) });
  }
  try {
    equal(ports.length, 2);
    notEqual(ports[0], ports[1]);
    for (const port of ports) {
      equal(port >= 8000 && port < 8020, true);
      for (const host of ["127.0.0.1", "[::1]"]) {
        equal(await (await fetch(`http://${host}:${port}/`)).text(), "tcp");
      }
    }
  } finally {
    stop.abort();
  }
});
