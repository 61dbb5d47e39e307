import assert from "node:assert/strict";
import { clientAddress } from "./address.ts";

/** [connection, X-Forwarded-For, trusted proxies, address] */
const TABLE: [string, string | null, number, string][] = [
  ["192.0.2.1", null, 0, "192.0.2.1"],
  ["192.0.2.1", "203.0.113.9", 0, "192.0.2.1"],
  ["10.0.0.1", "203.0.113.9", 1, "203.0.113.9"],
  ["10.0.0.1", "6.6.6.6, 203.0.113.9", 1, "203.0.113.9"],
  ["10.0.0.1", "6.6.6.6, 203.0.113.9, 10.0.0.2", 2, "203.0.113.9"],
  ["10.0.0.1", null, 1, "10.0.0.1"],
  ["10.0.0.1", "203.0.113.9", 3, "203.0.113.9"],
  ["2001:db8:1:2:3:4:5:6", null, 0, "2001:db8:1:2::/64"],
  ["2001:db8:1:2:ffff::1", null, 0, "2001:db8:1:2::/64"],
  ["2001:0DB8::1", null, 0, "2001:db8:0:0::/64"],
  ["fe80::1%eth0", null, 0, "fe80:0:0:0::/64"],
  ["::1", null, 0, "0:0:0:0::/64"],
  ["::ffff:192.0.2.1", null, 0, "192.0.2.1"],
  ["10.0.0.1", "[2001:db8::5]:4711", 1, "2001:db8:0:0::/64"],
];

for (const [remote, forwarded, proxies, address] of TABLE) {
  Deno.test(`${remote} behind ${proxies} proxies with ${forwarded} counts as ${address}`, () => {
    assert.equal(clientAddress(remote, forwarded, proxies), address);
  });
}

Deno.test("what is stored of a claimed address is short", () => {
  assert.equal(clientAddress("10.0.0.1", "x".repeat(5_000), 1).length, 45);
});
