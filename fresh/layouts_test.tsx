import { equal, match } from "node:assert/strict";
import { App, createDefine } from "fresh";
import { answerOf, ask, bodyOf, loggedErrors } from "./testing/ask.ts";

interface State {
  user: string;
}
const define = createDefine<State>();

const wrap = (id: string) =>
  define.layout(({ Component }) => (
    <div id={id}>
      <Component />
    </div>
  ));
const Document = define.layout(({ Component }) => (
  <html lang="ja">
    <head />
    <body>
      <Component />
    </body>
  </html>
));
const Page = define.page(() => <p>page</p>);
const WHOLE = (body: string) => `<!DOCTYPE html><html lang="ja"><head></head><body>${body}</body></html>`;
const BARE = (body: string) =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${body}</body></html>`;

Deno.test("layouts wrap from the outside in, and the app wrapper around all", async () => {
  const app = new App<State>()
    .appWrapper(Document)
    .layout("*", wrap("root"))
    .layout("/a", wrap("a"))
    .route("/", { component: Page })
    .route("/a/b", { component: Page });
  equal(await bodyOf(app, "/"), WHOLE('<div id="root"><p>page</p></div>'));
  equal(await bodyOf(app, "/a/b"), WHOLE('<div id="root"><div id="a"><p>page</p></div></div>'));
});

Deno.test("layouts and the app wrapper apply to the routes after them only", async () => {
  const app = new App<State>()
    .route("/before", { component: Page })
    .appWrapper(Document)
    .layout("*", wrap("root"))
    .route("/after", { component: Page });
  equal(await bodyOf(app, "/before"), BARE("<p>page</p>"));
  equal(await bodyOf(app, "/after"), WHOLE('<div id="root"><p>page</p></div>'));
});

Deno.test("a page or a layout may do without what is around it", async () => {
  const app = new App<State>()
    .appWrapper(Document)
    .layout("*", wrap("root"))
    .layout("/a", wrap("a"), { skipInheritedLayouts: true })
    .layout("/b", wrap("b"), { skipAppWrapper: true })
    .route("/a/x", { component: Page })
    .route("/b/x", { component: Page })
    .route("/c", { component: Page, config: { skipInheritedLayouts: true } })
    .route("/d", { component: Page, config: { skipAppWrapper: true } })
    .route("/e", { component: Page }, { skipInheritedLayouts: true, skipAppWrapper: true });
  equal(await bodyOf(app, "/a/x"), WHOLE('<div id="a"><p>page</p></div>'));
  equal(await bodyOf(app, "/b/x"), BARE('<div id="root"><div id="b"><p>page</p></div></div>'));
  equal(await bodyOf(app, "/c"), WHOLE("<p>page</p>"));
  equal(await bodyOf(app, "/d"), BARE('<div id="root"><p>page</p></div>'));
  equal(await bodyOf(app, "/e"), BARE("<p>page</p>"));
});

Deno.test("pages, layouts and the app wrapper may be asynchronous", async () => {
  const app = new App<State>()
    .appWrapper(async ({ Component }) => (await Promise.resolve(),
      (
        <html>
          <head />
          <body id="async">
            <Component />
          </body>
        </html>
      ))
    )
    .layout("*", async ({ Component }) => (await Promise.resolve(),
      (
        <main>
          <Component />
        </main>
      )))
    .route("/", { component: async ({ url }) => (await Promise.resolve(), <p>{url.pathname}</p>) });
  match(await bodyOf(app, "/"), /<body id="async"><main><p>\/<\/p><\/main><\/body>/);
});

Deno.test("an asynchronous page or layout may answer with a response", async () => {
  const away = async () => await Promise.resolve(new Response("elsewhere", { status: 403 }));
  const app = new App<State>()
    .route("/page", { component: away })
    .layout("/in", away)
    .route("/in/x", { component: Page });
  equal((await answerOf(app, "/page")).join(), "403,elsewhere");
  equal((await answerOf(app, "/in/x")).join(), "403,elsewhere");
});

Deno.test("a component that answers a promise without being async is a mistake with a name", async () => {
  const app = new App<State>().route("/", {
    component: function Late() {
      return Promise.resolve(<p />);
    },
  });
  const errors = await loggedErrors(async () => equal((await ask(app, "/")).status, 500));
  match((errors[0] as Error).message, /Late must be an async function/);
});

Deno.test("a page sees its context, and a layout the data of the page", async () => {
  const app = new App<State>()
    .use((ctx) => (ctx.state.user = "me", ctx.next()))
    .layout("*", ({ Component, data }) => (
      <div title={data.title}>
        <Component />
      </div>
    ))
    .route("/:id", {
      handler: { GET: () => ({ data: { title: "t" }, status: 203, headers: { "x-a": "b" } }) },
      component: ({ state, params, req, config, isPartial, error }) => (
        <p>{[state.user, params.id, req.method, config.mode, isPartial, error].map(String).join(" ")}</p>
      ),
    });
  const response = await ask(app, "/7");
  equal(response.status, 203);
  equal(response.headers.get("x-a"), "b");
  equal(response.headers.get("content-type"), "text/html; charset=utf-8");
  match(await response.text(), /<div title="t"><p>me 7 GET production false null<\/p><\/div>/);
});

Deno.test("a page with handlers but no GET has one; a handler's data needs a page", async () => {
  const app = new App<State>()
    .route("/", { handler: { POST: (ctx) => ctx.text("posted") }, component: Page })
    .route("/bare", { handler: { GET: () => ({ data: 1 }) } });
  match(await bodyOf(app, "/"), /page/);
  equal(await bodyOf(app, "/", { method: "POST" }), "posted");
  equal((await ask(app, "/", { method: "PUT" })).status, 405);
  const errors = await loggedErrors(async () => equal((await ask(app, "/bare")).status, 500));
  match((errors[0] as Error).message, /no component/);
});

Deno.test("text of a list is escaped once", async () => {
  const app = new App<State>().route("/", {
    component: () => <ul>{["a & b", "<i>"].map((text) => text)}</ul>,
  });
  equal(await bodyOf(app, "/"), BARE("<ul>a &amp; b&lt;i></ul>"));
});
