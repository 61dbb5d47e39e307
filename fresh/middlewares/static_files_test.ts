import { deepEqual, equal } from "node:assert/strict";
import { App, staticFiles } from "fresh";
import { setSnapshot } from "fresh/internal";
import { fileOfBytes } from "../dev/static_dirs.ts";
import type { Snapshot } from "../snapshot.ts";
import { ask, bodyOf } from "../testing/ask.ts";
import { snapshotWith } from "../testing/snapshot.ts";

const FOR_EVER = "public, max-age=31536000, immutable";
const NEVER = "no-cache, no-store, max-age=0, must-revalidate";
const FILES: Record<string, string> = {
  "/a.css": "p{}",
  "/年調.txt": "text",
  "/_fresh/js/build/a.js": "1",
  "/_fresh/js/older/a.js": "1",
};

function appWith(parts: Partial<Snapshot> = {}, hash: string | null = "h1", basePath = "") {
  const app = new App<unknown>({ basePath }).use(staticFiles()).get("/page", (ctx) => ctx.text("page"));
  const staticFile = (path: string) => {
    const text = FILES[path];
    return Promise.resolve(
      text === undefined ? null : fileOfBytes(path, new TextEncoder().encode(text), hash),
    );
  };
  setSnapshot(app, snapshotWith({ staticFile, ...parts }));
  return app;
}

Deno.test("a file has its type, its length and an ETag", async () => {
  const response = await ask(appWith(), "/a.css");
  equal(response.status, 200);
  deepEqual(Object.fromEntries(response.headers), {
    "cache-control": NEVER,
    "content-length": "3",
    "content-type": "text/css; charset=utf-8",
    "etag": 'W/"h1"',
  });
  equal(await response.text(), "p{}");
  equal(await bodyOf(appWith(), "/%E5%B9%B4%E8%AA%BF.txt"), "text");
  equal(await bodyOf(appWith(), "/page"), "page");
});

Deno.test("HEAD has the headers alone", async () => {
  const response = await ask(appWith(), "/a.css", { method: "HEAD" });
  equal(response.headers.get("content-length"), "3");
  equal(response.body, null);
});

Deno.test("who has the file already is told so", async () => {
  for (const known of ['W/"h1"', '"h1"', '"x", W/"h1"', "*"]) {
    const response = await ask(appWith(), "/a.css", { headers: { "if-none-match": known } });
    equal(response.status, 304, known);
    equal(response.body, null);
    equal(response.headers.get("etag"), 'W/"h1"');
  }
  for (const other of ['"h2"', "h1", ""]) {
    const response = await ask(appWith(), "/a.css", { headers: { "if-none-match": other } });
    equal(response.status, 200, other);
    await response.text();
  }
});

Deno.test("an address with the build's id may be kept for a year, in production", async () => {
  const caching = async (path: string, app = appWith()) =>
    (await ask(app, path)).headers.get("cache-control");
  equal(await caching("/a.css?__frsh_c=build"), FOR_EVER);
  equal(await caching("/_fresh/js/build/a.js"), FOR_EVER);
  equal(await caching("/_fresh/js/older/a.js"), NEVER);
  equal(await caching("/a.css"), NEVER);
  const development = appWith({ mode: "development" }, null);
  equal(await caching("/a.css?__frsh_c=build", development), NEVER);
  equal((await ask(development, "/a.css")).headers.get("etag"), null);
});

Deno.test("another build's id leads to the plain address", async () => {
  const response = await ask(appWith(), "/a.css?a=1&__frsh_c=older&b=2");
  equal(response.status, 307);
  equal(response.headers.get("location"), "/a.css?a=1&b=2");
  equal((await ask(appWith(), "/a.css?__frsh_c=older")).headers.get("location"), "/a.css");
});

Deno.test("a file answers GET and HEAD only", async () => {
  const response = await ask(appWith(), "/a.css", { method: "POST" });
  equal(response.status, 405);
  equal(response.headers.get("allow"), "GET, HEAD");
});

Deno.test("a missing favicon is 404 at once; other missing files go on", async () => {
  const app = appWith().notFound((ctx) => ctx.text("page not found", { status: 404 }));
  equal(await bodyOf(app, "/favicon.ico"), "");
  equal(await bodyOf(app, "/b.css"), "page not found");
  equal(await bodyOf(app, "/%E0%A4%A"), "page not found");
});

Deno.test("files live under the base path; without a Builder there are none", async () => {
  const app = appWith({}, "h1", "/office");
  equal(await bodyOf(app, "/office/a.css"), "p{}");
  equal((await ask(app, "/a.css")).status, 404);
  const bare = new App<unknown>().use(staticFiles());
  equal((await ask(bare, "/a.css")).status, 404);
});
