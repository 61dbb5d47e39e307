import assert from "node:assert/strict";
import { isOwnRequest } from "./csrf.ts";

const HOST = "kaisha.example:8443";
const OWN = `https://${HOST}`;

/** [Sec-Fetch-Site, Origin, asks for JSON, passes] */
const TABLE: [string | null, string | null, boolean, boolean][] = [
  ["same-origin", OWN, false, true],
  ["same-origin", null, false, true],
  ["none", null, false, true],
  ["same-site", OWN, false, false],
  ["same-site", "https://other.kaisha.example", true, false],
  ["cross-site", OWN, true, false],
  ["cross-site", null, true, false],
  ["", OWN, true, false],
  ["Same-Origin, cross-site", OWN, true, false],
  [null, OWN, false, true],
  [null, "https://kaisha.example", false, false],
  [null, "https://kaisha.example:8443.evil.example", false, false],
  [null, `https://evil.example/?${HOST}`, true, false],
  [null, "null", false, false],
  [null, "null", true, false],
  [null, "", true, false],
  [null, null, true, true],
  [null, null, false, false],
];

for (const [fetchSite, origin, json, passes] of TABLE) {
  const name = `Sec-Fetch-Site ${fetchSite}, Origin ${origin}, ${json ? "JSON" : "HTML"}`;
  for (const method of ["POST", "PUT", "PATCH", "DELETE", "PROPFIND"]) {
    Deno.test(`${method} with ${name} ${passes ? "passes" : "is refused"}`, () => {
      assert.equal(isOwnRequest({ method, host: HOST, fetchSite, origin, json }), passes);
    });
  }
  Deno.test(`GET with ${name} passes`, () => {
    for (const method of ["GET", "HEAD", "OPTIONS"]) {
      assert(isOwnRequest({ method, host: HOST, fetchSite, origin, json }));
    }
  });
}
