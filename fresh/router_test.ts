import { deepEqual, equal } from "node:assert/strict";
import { createRouter } from "./router.ts";
import type { Method } from "./types.ts";

function routerOf(...routes: [Method | "ALL", string][]) {
  const router = createRouter<string>();
  for (const [method, pattern] of routes) router.add(method, pattern, `${method} ${pattern}`);
  return router;
}

Deno.test("a literal path comes before patterns, whatever was added first", () => {
  const router = routerOf(["GET", "/:a"], ["GET", "/x"], ["GET", "/:b"]);
  equal(router.match("GET", "/x")!.target, "GET /x");
  equal(router.match("GET", "/x/")!.target, "GET /x");
  equal(router.match("GET", "/y")!.target, "GET /:a");
  equal(router.match("GET", "/y/z"), null);
});

Deno.test("HEAD falls back to GET, and any method to ALL", () => {
  const router = routerOf(["GET", "/a"], ["ALL", "/b"], ["POST", "/b"]);
  equal(router.match("HEAD", "/a")!.target, "GET /a");
  equal(router.match("POST", "/b")!.target, "POST /b");
  equal(router.match("LOCK", "/b")!.target, "ALL /b");
});

Deno.test("a method without an answer still names the pattern and what it allows", () => {
  const found = routerOf(["POST", "/a/:id"], ["DELETE", "/a/:id"]).match("GET", "/a/1")!;
  equal(found.target, null);
  equal(found.pattern, "/a/:id");
  deepEqual({ ...found.params }, { id: "1" });
  deepEqual(found.allowed, ["POST", "DELETE", "OPTIONS"]);
  equal(found.any, "POST /a/:id");
});

Deno.test("the first of two answers for the same method and pattern stays", () => {
  const router = createRouter<number>();
  router.add("GET", "/a", 1);
  router.add("GET", "/a", 2);
  equal(router.match("GET", "/a")!.target, 1);
});
