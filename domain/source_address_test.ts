import assert from "node:assert/strict";
import fc from "fast-check";
import { apiAddress, SMARTHR_DOMAINS } from "./source_address.ts";

const PRODUCTION = { domains: SMARTHR_DOMAINS, loopback: false };
const DEVELOPMENT = { domains: SMARTHR_DOMAINS, loopback: true };

Deno.test("a subdomain, a host and the address of any page there mean the company's API", () => {
  const kaisha = "https://kaisha.smarthr.jp/api";
  const entered = [
    "kaisha",
    " Kaisha ",
    "ｋａｉｓｈａ",
    "kaisha.smarthr.jp",
    "https://kaisha.smarthr.jp",
    "https://kaisha.smarthr.jp/",
    "HTTPS://KAISHA.smarthr.jp:443/crews?page=2#top",
    "https://kaisha.smarthr.jp/api/v1/",
  ];
  for (const text of entered) assert.equal(apiAddress(text, PRODUCTION), kaisha, text);
  assert.equal(apiAddress("https://kaisha.daruma.space", PRODUCTION), "https://kaisha.daruma.space/api");
});

Deno.test("anything else is refused", () => {
  const entered = [
    "",
    "-",
    "日本",
    "smarthr.jp",
    "https://smarthr.jp",
    "http://kaisha.smarthr.jp",
    "ftp://kaisha.smarthr.jp",
    "https://kaisha.smarthr.jp:8443",
    "https://kaisha.smarthr.jp.evil.example",
    "https://kaisha.evilsmarthr.jp",
    "https://a.b.smarthr.jp",
    "https://evil.example/.smarthr.jp",
    "https://evil.example#.smarthr.jp",
    "https://evil.example\\.smarthr.jp",
    "https://user@kaisha.smarthr.jp",
    "https://user:secret@kaisha.smarthr.jp",
    "https://kaisha.smarthr.jp@evil.example",
    "https://10.0.0.1",
    "https://169.254.169.254",
    "https://[::1]",
    "https://localhost",
    "localhost",
    "localhost:8000",
    "http://127.0.0.1:8000",
    "https://2130706433",
  ];
  for (const text of entered) assert.equal(apiAddress(text, PRODUCTION), null, text);
});

Deno.test("in development a server on this machine may be asked, and no other", () => {
  assert.equal(apiAddress("http://127.0.0.1:8123/api", DEVELOPMENT), "http://127.0.0.1:8123/api");
  assert.equal(apiAddress("http://localhost:8123", DEVELOPMENT), "http://localhost:8123/api");
  assert.equal(apiAddress("https://[::1]:8123/x", DEVELOPMENT), "https://[::1]:8123/api");
  for (const text of ["http://10.0.0.1:8123", "http://192.168.0.1", "http://localhost.evil.example"]) {
    assert.equal(apiAddress(text, DEVELOPMENT), null, text);
  }
});

Deno.test("whatever is entered, only HTTPS of a company's host comes out, and it means itself", () => {
  const part = fc.constantFrom(
    "https://",
    "http://",
    "kaisha",
    ".smarthr.jp",
    "@",
    ":",
    "/",
    "#",
    "\\",
    "evil.example",
    "?",
    "..",
  );
  const text = fc.oneof(
    fc.string(),
    fc.webUrl(),
    fc.array(part, { maxLength: 7 }).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(text, (entered) => {
      const address = apiAddress(entered, PRODUCTION);
      if (address === null) return;
      const url = new URL(address);
      assert.match(url.host, /^[a-z0-9-]+\.(smarthr\.jp|daruma\.space)$/);
      assert.equal(address, `https://${url.host}/api`);
      assert.equal(apiAddress(address, PRODUCTION), address);
    }),
    { numRuns: 2_000 },
  );
});
