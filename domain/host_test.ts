import assert from "node:assert/strict";
import { normalHost } from "./host.ts";

const TABLE: [string, string | null][] = [
  ["localhost", "localhost"],
  ["localhost:8000", "localhost"],
  ["Kaisha.Example.JP:443", "kaisha.example.jp"],
  ["kaisha.example.jp.", "kaisha.example.jp"],
  ["127.0.0.1:8000", "127.0.0.1"],
  ["[::1]:8000", "[::1]"],
  ["[::1]", "[::1]"],
  ["", null],
  [":8000", null],
  ["a b", null],
  ["a/b", null],
  ["a@b", null],
  ["-a.example", null],
  ["a..b", null],
  ["日本.example", null],
  [`${"a".repeat(254)}`, null],
];

for (const [given, expected] of TABLE) {
  Deno.test(`host ${JSON.stringify(given.slice(0, 30))} is ${expected}`, () => {
    assert.equal(normalHost(given), expected);
  });
}
