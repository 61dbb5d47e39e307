import { deepEqual, equal, match, ok } from "node:assert/strict";
import { App } from "fresh";
import { Builder } from "fresh/dev";

const root = new URL("../testdata/app", import.meta.url).pathname;

/** Runs `test` against a development server. */
async function whileListening(builder: Builder, app: App<unknown>, test: (origin: string) => Promise<void>) {
  const stop = new AbortController();
  const address = Promise.withResolvers<Deno.NetAddr>();
  const hostname = "127.0.0.1";
  const options = { hostname, port: 0, signal: stop.signal, onListen: address.resolve };
  await builder.listen(() => Promise.resolve({ app }), options);
  try {
    await test(`http://127.0.0.1:${(await address.promise).port}`);
  } finally {
    stop.abort();
  }
}

async function revisionOf(origin: string): Promise<string> {
  const socket = new WebSocket(`${origin.replace("http", "ws")}/_frsh/alive`);
  const message = await new Promise<string>((resolve, reject) => {
    socket.onmessage = ({ data }) => resolve(data);
    socket.onerror = () => reject(new Error("The socket failed"));
  });
  const closed = new Promise((resolve) => socket.onclose = resolve);
  socket.close();
  await closed;
  return JSON.parse(message).revision;
}

async function exampleApp(): Promise<App<unknown>> {
  const { app } = await import("../testdata/app/main.ts");
  return app as unknown as App<unknown>;
}

Deno.test("Builder.listen serves pages, scripts and static files of the moment", async () => {
  const builder = new Builder({ root });
  await whileListening(builder, await exampleApp(), async (origin) => {
    const page = await (await fetch(`${origin}/islands`)).text();
    match(page, /import "\/_frsh\/live_reload\.js"/);
    const script = /"(\/_fresh\/js\/[^"]+\/Counter\.js)"/.exec(page)![1]!;
    const response = await fetch(origin + script);
    equal(response.headers.get("content-type"), "text/javascript; charset=utf-8");
    equal(response.headers.get("cache-control"), "no-cache, no-store, max-age=0, must-revalidate");
    match(await response.text(), /data-label/);
    const css = await fetch(`${origin}/app.css`);
    equal(css.headers.get("etag"), null);
    match(await css.text(), /navy/);
    await (await fetch(`${origin}/_frsh/live_reload.js`)).body!.cancel();
  });
});

Deno.test("a page learns the server's revision, which changes with every start", async () => {
  const revisions: string[] = [];
  for (let start = 0; start < 2; start++) {
    await whileListening(new Builder({ root }), await exampleApp(), async (origin) => {
      revisions.push(await revisionOf(origin));
      equal(await revisionOf(origin), revisions.at(-1));
    });
  }
  ok(revisions[0] !== revisions[1]);
});

Deno.test("a browser that meets a 5xx in development is shown the error and its code", async () => {
  await whileListening(new Builder({ root }), await exampleApp(), async (origin) => {
    const logged = console.error;
    console.error = () => {};
    try {
      const response = await fetch(`${origin}/boom`, { headers: { accept: "text/html" } });
      equal(response.status, 500);
      const page = await response.text();
      match(page, /<h1>Error: boom &#38; bust<\/h1>/);
      match(page, /<p>routes\/boom\.tsx:5:11<\/p>/);
      match(page, /<mark>> {5}5 \| {5}throw new Error\(&#34;boom &#38; bust&#34;\);<\/mark>/);
      match(page, /live_reload\.js/);
      const script = await fetch(`${origin}/boom`, { headers: { accept: "application/json" } });
      equal(await script.text(), "Internal server error");
    } finally {
      console.error = logged;
    }
  });
});

Deno.test("a static file is transformed each time it is asked for", async () => {
  const builder = new Builder({ root });
  const seen: string[] = [];
  builder.onTransformStaticFile({ pluginName: "upper", filter: /\.css$/ }, ({ path, text, mode }) => {
    seen.push(`${path.slice(root.length)} ${mode}`);
    return { content: text.toUpperCase() };
  });
  builder.onTransformStaticFile({ pluginName: "never", filter: /./, exclude: [/app\.css$/] }, () => {
    throw new Error("not for this file");
  });
  builder.onTransformStaticFile({ pluginName: "none", filter: /\.css$/ }, () => {});
  await whileListening(builder, await exampleApp(), async (origin) => {
    for (let i = 0; i < 2; i++) match(await (await fetch(`${origin}/app.css`)).text(), /NAVY/);
  });
  deepEqual(seen, ["/static/app.css development", "/static/app.css development"]);
});

Deno.test("PORT is the port when the options name none", async () => {
  const probe = Deno.listen({ port: 0, hostname: "127.0.0.1" });
  const { port } = probe.addr;
  probe.close();
  Deno.env.set("PORT", String(port));
  const stop = new AbortController();
  try {
    const seen: string[] = [];
    const log = console.log;
    console.log = (text: string) => seen.push(text);
    try {
      const app = new App<unknown>().get("/", (ctx) => ctx.text("here"));
      await new Builder({ root }).listen(() => Promise.resolve(app), { signal: stop.signal });
    } finally {
      console.log = log;
    }
    deepEqual(seen, [`Listening on http://localhost:${port}/`]);
    for (const host of ["localhost", "127.0.0.1", "[::1]"]) {
      equal(await (await fetch(`http://${host}:${port}/`)).text(), "here");
    }
  } finally {
    stop.abort();
    Deno.env.delete("PORT");
  }
});
