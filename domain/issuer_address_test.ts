import assert from "node:assert/strict";
import { issuerAddress } from "./issuer_address.ts";

const PRODUCTION = { privateHosts: ["sso.kaisha.lan", "10.1.2.3"], loopback: false };
const DEVELOPMENT = { privateHosts: [], loopback: true };

const TAKEN: [string, string][] = [
  ["https://accounts.google.com", "https://accounts.google.com/"],
  ["accounts.google.com", "https://accounts.google.com/"],
  [" https://ＩＤ.example.jp/realms/Kaisha ", "https://id.example.jp/realms/Kaisha"],
  ["https://id.example.jp:8443/oauth2/default/", "https://id.example.jp:8443/oauth2/default/"],
  ["https://sso.kaisha.lan/adfs", "https://sso.kaisha.lan/adfs"],
  ["https://10.1.2.3/", "https://10.1.2.3/"],
  ["https://8.8.8.8/", "https://8.8.8.8/"],
];
const REFUSED = [
  "",
  "http://id.example.jp",
  "ftp://id.example.jp",
  "javascript:alert(1)",
  "https://user@id.example.jp",
  "https://user:pass@id.example.jp",
  "https://id.example.jp?x=1",
  "https://id.example.jp?",
  "https://id.example.jp#x",
  "https://id.example.jp/.well-known/openid-configuration",
  "https://localhost",
  "https://localhost.",
  "https://id.localhost",
  "https://intranet",
  "https://printer.local",
  "https://metadata.google.internal/",
  "https://127.0.0.1",
  "https://127.1",
  "https://2130706433",
  "https://0x7f.1",
  "https://0/",
  "https://10.0.0.7/",
  "https://169.254.169.254/latest/meta-data",
  "https://[::1]",
  "https://[::ffff:10.0.0.1]/",
  "https://[fd00:ec2::254]/",
  "http://sso.kaisha.lan/adfs",
  `https://id.example.jp/${"x".repeat(500)}`,
];

for (const [text, address] of TAKEN) {
  Deno.test(`${text} is ${address}`, () => assert.equal(issuerAddress(text, PRODUCTION), address));
}
for (const text of REFUSED) {
  Deno.test(`"${text.slice(0, 60)}" is no issuer in production`, () => {
    assert.equal(issuerAddress(text, PRODUCTION), null);
  });
}

Deno.test("a server on this machine is an issuer in development, and nothing else of the network", () => {
  assert.equal(issuerAddress("http://localhost:9000/op", DEVELOPMENT), "http://localhost:9000/op");
  assert.equal(issuerAddress("http://[::1]:9000", DEVELOPMENT), "http://[::1]:9000/");
  assert.equal(issuerAddress("https://10.0.0.7/", DEVELOPMENT), null);
  assert.equal(issuerAddress("http://id.example.jp/", DEVELOPMENT), null);
});
