import { deepEqual, equal, match, notEqual, ok, rejects, throws } from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { App } from "fresh";
import { Builder } from "fresh/dev";
import { ask, bodyOf } from "../testing/ask.ts";

const root = new URL("../testdata/app", import.meta.url).pathname;

Deno.test("options have defaults, and paths are the project's", () => {
  const { config } = new Builder({ root });
  deepEqual([config.outDir, config.islandDir, config.routeDir, config.serverEntry, ...config.staticDirs], [
    join(root, "_fresh"),
    join(root, "islands"),
    join(root, "routes"),
    join(root, "main.ts"),
    join(root, "static"),
  ]);
  equal(new Builder().config.root, Deno.cwd());
  deepEqual(new Builder({ root, staticDir: ["a", "/b"] }).config.staticDirs, [join(root, "a"), "/b"]);
});

Deno.test("a build in memory gives an app its routes, islands and files", async () => {
  const app = new App<unknown>().fsRoutes();
  const apply = await new Builder({ root }).build({ snapshot: "memory" });
  apply(app);
  equal(app.config.root, root);
  equal(app.config.mode, "production");
  const page = await bodyOf(app, "/islands");
  match(page, /frsh:island:0/);
  ok(!page.includes("live_reload"));
});

Deno.test("the same sources make the same build, another file another", async () => {
  const idOf = async (prepare: (builder: Builder) => void = () => {}) => {
    const builder = new Builder({ root });
    prepare(builder);
    const app = new App<unknown>().fsRoutes();
    (await builder.build({ snapshot: "memory" }))(app);
    return /\/_fresh\/js\/(\w+)\//.exec(await bodyOf(app, "/islands"))![1];
  };
  const id = await idOf();
  equal(await idOf(), id);
  notEqual(
    await idOf((b) =>
      b.onTransformStaticFile({ pluginName: "x", filter: /\.css$/ }, () => ({ content: "" }))
    ),
    id,
  );
});

Deno.test("a module outside the islands folder may be registered as islands", async () => {
  const app = new App<unknown>().fsRoutes();
  const builder = new Builder({ root, islandDir: "none" });
  builder.registerIsland("islands/Counter.tsx");
  builder.registerIsland(pathToFileURL(join(root, "islands/Panel.tsx")));
  (await builder.build({ snapshot: "memory" }))(app);
  const page = await bodyOf(app, "/islands");
  match(page, /Counter\.js.*Panel\.js/);
  equal((await bodyOf(app, "/edges")).includes("frsh:island"), false);
});

Deno.test("ignored files are neither routes nor islands", async () => {
  const app = new App<unknown>().fsRoutes();
  (await new Builder({ root, ignore: [/edges/, /boom/] }).build({ snapshot: "memory" }))(app);
  equal((await ask(app, "/edges")).status, 404);
  equal((await ask(app, "/islands")).status, 200);
});

Deno.test("a transformation that fails is named", async () => {
  const builder = new Builder({ root });
  builder.onTransformStaticFile({ pluginName: "styles", filter: /app\.css$/ }, () => {
    throw new Error("why");
  });
  await rejects(builder.build({ snapshot: "memory" }), /styles could not transform .*app\.css/);
});

Deno.test("a build on disk starts by its server.js and serves what it wrote", async () => {
  const outDir = join(root, `_fresh-${crypto.randomUUID()}`);
  const builder = new Builder({ root, outDir });
  builder.onTransformStaticFile({ pluginName: "note", filter: /\.css$/ }, ({ text, mode }) => ({
    content: `/* ${mode} */ ${text}`,
  }));
  try {
    const apply = await builder.build();
    throws(() => apply(new App()), /server\.js/);
    const server: { default: { fetch(req: Request): Promise<Response> } } = await import(
      join(outDir, "server.js")
    );
    const get = (path: string) => server.default.fetch(new Request(`http://localhost${path}`));
    const page = await (await get("/islands")).text();
    const script = /"(\/_fresh\/js\/\w+\/Counter\.js)"/.exec(page)![1]!;
    const response = await get(script);
    match(await response.text(), /data-label/);
    equal(response.headers.get("cache-control"), "public, max-age=31536000, immutable");
    match((await get("/app.css")).headers.get("etag")!, /^W\/"\w{32}"$/);
    match(
      await (await get("/app.css")).text(),
      /^\/\* production \*\/ h1 \{[^]*url\("\/logo\.svg\?__frsh_c=\w+"\)/,
    );
    equal((await get("/logo.svg")).headers.get("content-type"), "image/svg+xml");
    equal(await (await get("/")).text().then((text) => /<h1>(.*)<\/h1>/.exec(text)![1]), "main");
    equal((await get("/nothing")).status, 404);
  } finally {
    await Deno.remove(outDir, { recursive: true });
  }
});
