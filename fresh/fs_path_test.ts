import { deepEqual, equal, throws } from "node:assert/strict";
import fc from "fast-check";
import { compareRoutePaths, isIgnoredName, isRouteFileName, readRoutePath } from "./fs_path.ts";

Deno.test("the path of a file is its pattern", () => {
  const cases: Record<string, string> = {
    "index.tsx": "/",
    "about.tsx": "/about",
    "blog/index.ts": "/blog",
    "blog/[id].tsx": "/blog/:id",
    "blog/[id]/edit.tsx": "/blog/:id/edit",
    "blog/[[page]].tsx": "/blog{/:page}?",
    "old/[...path].tsx": "/old/:path*",
    "x-[id].json.ts": "/x-{:id}.json",
    "(app)/groups/[group]/index.tsx": "/groups/:group",
    "(a)/(b)/index.tsx": "/",
  };
  for (const [path, pattern] of Object.entries(cases)) {
    const read = readRoutePath(path);
    equal(read.kind, "route");
    equal(read.pattern, pattern);
  }
});

Deno.test("special files are told by their names, with the folder they are for", () => {
  deepEqual(readRoutePath("_app.tsx"), { kind: "app", pattern: "", segment: "/" });
  deepEqual(readRoutePath("_404.tsx"), { kind: "notFound", pattern: "", segment: "/" });
  deepEqual(readRoutePath("a/_layout.tsx"), { kind: "layout", pattern: "", segment: "/a" });
  deepEqual(readRoutePath("(g)/[id]/_middleware.ts"), {
    kind: "middleware",
    pattern: "",
    segment: "/(g)/:id",
  });
  equal(readRoutePath("a/_error.tsx").kind, "error");
  equal(readRoutePath("_500.tsx").kind, "error");
});

Deno.test("an app wrapper or a 404 page below the top is a mistake, and so is a half-open bracket", () => {
  throws(() => readRoutePath("a/_app.tsx"), /top of the routes folder/);
  throws(() => readRoutePath("a/_404.tsx"), /top of the routes folder/);
  throws(() => readRoutePath("a/[b.tsx"), /Cannot read/);
  throws(() => readRoutePath("[a-b].tsx"), /Cannot read/);
});

Deno.test("tests, declarations, other files and (_folders) hold no routes", () => {
  deepEqual(
    ["a.tsx", "a.js", "a_test.tsx", "a.d.ts", "a.css", "(_parts)"].map((name) => isRouteFileName(name)),
    [true, true, false, false, false, false],
  );
  deepEqual(["(_parts)", "(app)", "parts"].map(isIgnoredName), [true, false, false]);
});

Deno.test("what wraps stands first, then the exact before the loose, in whatever order files were found", () => {
  const sorted = [
    "_app.tsx",
    "_middleware.ts",
    "a/_middleware.ts",
    "_layout.tsx",
    "_error.tsx",
    "_404.tsx",
    "index.tsx",
    "a/index.tsx",
    "(group)/a/b.tsx",
    "a/x-[id].tsx",
    "a/[id].tsx",
    "a/[id]/z.tsx",
    "a/[[opt]].tsx",
    "a/[...rest].tsx",
    "[slug].tsx",
    "[...all].tsx",
  ];
  fc.assert(fc.property(fc.shuffledSubarray(sorted, { minLength: sorted.length }), (paths) => {
    const read = new Map(paths.map((path) => [path, readRoutePath(path)]));
    deepEqual(paths.toSorted((a, b) => compareRoutePaths(read.get(a)!, read.get(b)!)), sorted);
  }));
});
