import assert from "node:assert/strict";
import { wantsJson } from "./accept.ts";

const TABLE: [string | null, boolean][] = [
  ["application/json", true],
  ["Application/JSON; charset=utf-8", true],
  ["application/json, text/plain, */*", true],
  ["application/json, text/html", true],
  ["text/html, application/json", false],
  ["text/html;q=0.8, application/json", true],
  ["text/html, application/json;q=0.9", false],
  ["text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", false],
  ["application/json;q=0", false],
  ["application/json;q=nonsense", false],
  ["*/*", false],
  ["", false],
  [null, false],
];

for (const [accept, json] of TABLE) {
  Deno.test(`Accept ${accept} asks for ${json ? "JSON" : "a page"}`, () => {
    assert.equal(wantsJson(accept), json);
  });
}
