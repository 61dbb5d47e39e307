import { deepEqual, equal, match, throws } from "node:assert/strict";
import { App, page } from "fresh";
import { setSnapshot } from "fresh/internal";
import { ask, bodyOf } from "./testing/ask.ts";
import { snapshotWith } from "./testing/snapshot.ts";
import type { PageProps } from "./types.ts";

interface State {
  trail: string[];
}
type Modules = Record<string, Record<string, unknown>>;

/** An app with `modules` as its routes folder. */
function appOf(
  modules: Modules,
  prepare: (app: App<State>) => App<State> = (app) => app.fsRoutes(),
): App<State> {
  const app = prepare(new App<State>());
  setSnapshot(
    app,
    snapshotWith({ routes: Object.entries(modules).map(([path, module]) => ({ path, module })) }),
  );
  return app;
}

const mark = (name: string) => (ctx: import("fresh").Context<State>) => {
  (ctx.state.trail ??= []).push(name);
  return ctx.next();
};
const Trail = ({ state }: PageProps<unknown, State>) => <p>{(state.trail ?? []).join(",")}</p>;
const box = (name: string) => ({ Component }: PageProps) => (
  <div class={name}>
    <Component />
  </div>
);

Deno.test("files make routes, wrapped in what their folders have", async () => {
  const app = appOf({
    "index.tsx": { default: Trail },
    "a/[id].tsx": { default: Trail },
    "(group)/a/index.tsx": { default: Trail },
    "(group)/_middleware.ts": { handler: mark("group") },
    "(group)/_layout.tsx": { default: box("group") },
    "a/_middleware.ts": { default: [mark("a1"), mark("a2")] },
    "a/_layout.tsx": { default: box("a") },
    "_middleware.ts": { handlers: mark("root") },
    "_layout.tsx": { default: box("root") },
    "_app.tsx": {
      default: ({ Component }: PageProps) => (
        <html>
          <head />
          <body>
            <Component />
          </body>
        </html>
      ),
    },
  });
  match(await bodyOf(app, "/"), /<body><div class="root"><p>root<\/p><\/div><\/body>/);
  match(await bodyOf(app, "/a/1"), /<div class="root"><div class="a"><p>root,a1,a2<\/p>/);
  match(await bodyOf(app, "/a"), /<div class="root"><div class="group"><p>root,group<\/p>/);
});

Deno.test("the exact comes before the loose", async () => {
  const say = (text: string) => ({ handler: { GET: () => new Response(text) } });
  const app = appOf({
    "[...rest].ts": say("rest"),
    "x/[id].ts": say("id"),
    "x/new.ts": say("new"),
    "x/[id]/[[tab]].ts": say("tab"),
    "x/[id]/edit.ts": say("edit"),
  });
  const found = async (path: string) => await bodyOf(app, path);
  deepEqual(
    await Promise.all(["/x/new", "/x/1", "/x/1/edit", "/x/1/other", "/y/z", "/"].map(found)),
    ["new", "id", "edit", "tab", "rest", "rest"],
  );
});

Deno.test("handlers wins over handler; a function answers every method", async () => {
  const app = appOf({
    "a.ts": { handler: () => new Response("handler"), handlers: () => new Response("handlers") },
    "b.ts": { handler: { POST: () => new Response("post") } },
  });
  equal(await bodyOf(app, "/a", { method: "DELETE" }), "handlers");
  equal((await ask(app, "/b")).status, 405);
  equal((await ask(app, "/b", { method: "OPTIONS" })).headers.get("allow"), "POST, OPTIONS");
});

Deno.test("config may set another pattern and leave the layouts out", async () => {
  const app = appOf({
    "_layout.tsx": { default: box("root") },
    "a.tsx": { default: Trail, config: { routeOverride: "/moved/:x", skipInheritedLayouts: true } },
    "b/_layout.tsx": { default: box("b"), config: { skipInheritedLayouts: true } },
    "b/x.tsx": { default: Trail },
  });
  match(await bodyOf(app, "/moved/1"), /<body><p><\/p><\/body>/);
  equal((await ask(app, "/a")).status, 404);
  match(await bodyOf(app, "/b/x"), /<body><div class="b"><p><\/p><\/div><\/body>/);
});

Deno.test("a folder's error page answers for it, the 404 page for everything", async () => {
  const broken = {
    handler: {
      GET: () =>
        Promise.reject(
          new (class extends Error {
            status = 400;
          })("x"),
        ),
    },
  };
  const errorPage = (name: string) => ({
    default: ({ error }: PageProps) => <p>{name} {(error as Error).message}</p>,
  });
  const app = appOf({
    "_error.tsx": errorPage("root"),
    "a/_error.tsx": errorPage("a"),
    "a/x.ts": broken,
    "b.ts": broken,
    "_404.tsx": { handler: () => page("lost"), default: ({ data }: PageProps<string>) => <p>{data}</p> },
  });
  const log = console.error;
  console.error = () => {};
  try {
    match(await bodyOf(app, "/a/x"), /<p>a x<\/p>/);
    match(await bodyOf(app, "/b"), /<p>root x<\/p>/);
  } finally {
    console.error = log;
  }
  const lost = await ask(app, "/c");
  equal(lost.status, 404);
  match(await lost.text(), /<p>lost<\/p>/);
});

Deno.test("files stand where fsRoutes() is called, under its path", async () => {
  const modules = { "index.tsx": { default: Trail }, "a.tsx": { default: Trail } };
  const app = appOf(modules, (app) => app.use(mark("before")).fsRoutes("/sub").use(mark("after")));
  match(await bodyOf(app, "/sub/a"), /<p>before<\/p>/);
  match(await bodyOf(app, "/sub"), /<p>before<\/p>/);
  equal((await ask(app, "/a")).status, 404);
});

Deno.test("a file without anything to use is a mistake with a name", () => {
  const handlerOf = (modules: Modules) => () => appOf(modules).handler();
  throws(handlerOf({ "a.ts": { helper: 1 } }), /Could not find relevant exports in routes\/a\.ts/);
  throws(handlerOf({ "_layout.tsx": {} }), /routes\/_layout\.tsx/);
  throws(handlerOf({ "_middleware.ts": { handler: "x" } }), /routes\/_middleware\.ts/);
});
