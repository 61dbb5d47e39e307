import { equal } from "node:assert/strict";
import { asset } from "fresh/runtime";
import { assetUrl, setAssets } from "./asset.ts";

Deno.test("a path of this site gets the build's id, before its fragment and after its query", () => {
  equal(assetUrl("/a.css", "", "b1"), "/a.css?__frsh_c=b1");
  equal(assetUrl("/a.svg?x=1#y", "", "b1"), "/a.svg?x=1&__frsh_c=b1#y");
  equal(assetUrl("/a.svg#y", "", "b1"), "/a.svg?__frsh_c=b1#y");
  equal(assetUrl("/a.css", "/base", "b1"), "/base/a.css?__frsh_c=b1");
  equal(assetUrl("/base/a.css", "/base", "b1"), "/base/a.css?__frsh_c=b1");
});

Deno.test("other addresses stay as they are", () => {
  const others = [
    "https://a.example/b",
    "//a.example/b",
    "/\\a.example",
    "a.css",
    "#x",
    "",
    "data:,x",
    "/a?__frsh_c=old",
  ];
  for (const other of others) equal(assetUrl(other, "", "b1"), other);
  equal(assetUrl("/a.css", "", ""), "/a.css");
});

Deno.test("asset() knows the build that is served", () => {
  setAssets("b2", "");
  equal(asset("/a.css"), "/a.css?__frsh_c=b2");
  setAssets("", "");
  equal(asset("/a.css"), "/a.css");
});
