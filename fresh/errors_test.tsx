import { deepEqual, equal, match } from "node:assert/strict";
import { App, type Context, HttpError } from "fresh";
import { answerOf, ask, bodyOf, loggedErrors } from "./testing/ask.ts";

interface State {
  user: string;
}
const fail = (error: unknown) => () => Promise.reject(error);
const say = (where: string) => (ctx: Context<State>) =>
  ctx.text(`${where}: ${ctx.error instanceof Error ? ctx.error.message : ctx.error}`, { status: 418 });

Deno.test("without an error page the answer is plain, and tells nothing of a bug", async () => {
  const app = new App<State>().get("/403", fail(new HttpError(403, "secret"))).get(
    "/bug",
    fail(new Error("secret")),
  );
  deepEqual(await answerOf(app, "/403"), [403, "Forbidden"]);
  const errors = await loggedErrors(async () =>
    deepEqual(await answerOf(app, "/bug"), [500, "Internal server error"])
  );
  equal((errors[0] as Error).message, "secret");
});

Deno.test("the nearest error page answers; what is thrown there goes to the next", async () => {
  const app = new App<State>()
    .onError("*", say("root"))
    .onError("/a", say("a"))
    .onError("/a/broken", fail(new Error("second")))
    .get("/x", fail(new Error("first")))
    .get("/a/x", fail(new Error("first")))
    .get("/a/broken/x", fail(new Error("first")));
  await loggedErrors(async () => {
    deepEqual(await answerOf(app, "/x"), [418, "root: first"]);
    deepEqual(await answerOf(app, "/a/x"), [418, "a: first"]);
    deepEqual(await answerOf(app, "/a/broken/x"), [418, "a: second"]);
  });
});

Deno.test("an error page that fails at the top is a plain 500", async () => {
  const app = new App<State>().onError("*", fail(new Error("again"))).get("/", fail(new HttpError(400)));
  await loggedErrors(async () => deepEqual(await answerOf(app, "/"), [500, "Internal server error"]));
});

Deno.test("an error page has the error's status, the layouts of its level and the state", async () => {
  const app = new App<State>()
    .layout("*", ({ Component }) => (
      <main>
        <Component />
      </main>
    ))
    .layout("/deep", ({ Component }) => (
      <i>
        <Component />
      </i>
    ))
    .onError("*", {
      component: ({ error, state }) => <p>{state.user} {(error as Error).message}</p>,
    })
    .use((ctx) => (ctx.state.user = "me", ctx.next()))
    .get("/deep/x", fail(new HttpError(409, "taken")))
    .get("/bug", fail(new Error("bug")))
    .post("/", fail(new HttpError(400, "bad")));
  const response = await ask(app, "/deep/x");
  equal(response.status, 409);
  match(await response.text(), /<body><main><p>me taken<\/p><\/main><\/body>/);
  const errors = await loggedErrors(async () => equal((await ask(app, "/bug")).status, 500));
  equal(errors.length, 1);
  equal((await ask(app, "/", { method: "POST" })).status, 400);
});

Deno.test("a handler of an error page may set another status, for every method", async () => {
  const app = new App<State>()
    .onError("*", {
      handler: { GET: () => ({ data: "d", status: 503, headers: { "retry-after": "9" } }) },
      component: ({ data }) => <p>{data}</p>,
    })
    .post("/", fail(new HttpError(400)));
  const response = await ask(app, "/", { method: "POST" });
  equal(response.status, 503);
  equal(response.headers.get("retry-after"), "9");
  match(await response.text(), /<p>d<\/p>/);
});

Deno.test("every 404 goes to notFound, wherever it was thrown; without one to the error page", async () => {
  const lost = (app: App<State>) => app.onError("/a", say("a")).get("/a/x", fail(new HttpError(404, "gone")));
  const app = lost(new App<State>()).notFound((ctx) => ctx.text("lost", { status: 404 }));
  deepEqual(await answerOf(app, "/a/x"), [404, "lost"]);
  deepEqual(await answerOf(app, "/nowhere"), [404, "lost"]);
  deepEqual(await answerOf(lost(new App<State>()), "/a/x"), [418, "a: gone"]);
});

Deno.test("a notFound page is 404 unless it says otherwise, and knows the error", async () => {
  const app = new App<State>()
    .appWrapper(({ Component }) => (
      <html>
        <head />
        <body class="app">
          <Component />
        </body>
      </html>
    ))
    .notFound({ component: ({ error, url }) => <p>{url.pathname} {(error as HttpError).status}</p> });
  const response = await ask(app, "/nowhere");
  equal(response.status, 404);
  match(await response.text(), /<body class="app"><p>\/nowhere 404<\/p>/);
});

Deno.test("an error page is made outside the middlewares of its own level", async () => {
  const app = new App<State>()
    .use(async (ctx) => {
      const response = await ctx.next();
      response.headers.set("x-root", "yes");
      return response;
    })
    .onError("/a", say("a"))
    .onError("*", say("root"))
    .get("/a/x", fail(new HttpError(400)))
    .get("/x", fail(new HttpError(400)));
  equal((await ask(app, "/a/x")).headers.get("x-root"), "yes");
  equal((await ask(app, "/x")).headers.get("x-root"), null);
});

Deno.test("an error that passes several error pages is logged once, one that a middleware answers never", async () => {
  const again = (ctx: Context<State>) => Promise.reject(ctx.error);
  const passing = new App<State>().onError("*", again).onError("/a", again).get(
    "/a/x",
    fail(new Error("bug")),
  );
  equal((await loggedErrors(() => ask(passing, "/a/x"))).length, 1);
  const caught = new App<State>()
    .use((ctx) => ctx.next().catch(() => ctx.text("caught")))
    .get("/a/x", fail(new Error("bug")));
  equal((await loggedErrors(() => ask(caught, "/a/x"))).length, 0);
});

Deno.test("the 404 page is made outside the middlewares of every level", async () => {
  const app = new App<State>()
    .use("/a", async (ctx) => {
      const response = await ctx.next();
      response.headers.set("x-a", "yes");
      return response;
    })
    .notFound((ctx) => ctx.text("lost", { status: 404 }))
    .get("/a/x", fail(new HttpError(404)));
  const response = await ask(app, "/a/x");
  equal(response.headers.get("x-a"), null);
  equal(await response.text(), "lost");
});

Deno.test("a middleware may catch what is thrown below it", async () => {
  const app = new App<State>()
    .use(async (ctx) => {
      try {
        return await ctx.next();
      } catch (error) {
        return await ctx.render(<p>{(error as Error).message}</p>, { status: 422 });
      }
    })
    .layout("*", ({ Component }) => (
      <main>
        <Component />
      </main>
    ))
    .layout("/in", ({ Component }) => (
      <i>
        <Component />
      </i>
    ))
    .route("/in/x", {
      component: () => {
        throw new Error("in a page");
      },
    });
  const response = await ask(app, "/in/x");
  equal(response.status, 422);
  match(await response.text(), /<main><p>in a page<\/p><\/main>/);
});

Deno.test("a thrown value that is no error is answered too", async () => {
  const app = new App<State>().get("/", fail("text")).onError("*", say("root"));
  await loggedErrors(async () => equal(await bodyOf(app, "/"), "root: text"));
});
