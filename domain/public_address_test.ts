import assert from "node:assert/strict";
import fc from "fast-check";
import { isPublicAddress } from "./public_address.ts";

const PUBLIC = [
  ..."1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.0".split(" "),
  ..."172.15.255.255 172.32.0.0 192.167.255.255 192.169.0.0 198.17.255.255 198.20.0.0 223.255.255.255".split(
    " ",
  ),
  ..."2606:4700:4700::1111 2400:cb00::1 2001:4860:4860::8888 2a00:1450:4001:800::200e".split(" "),
];
const PRIVATE = [
  ..."0.0.0.0 10.0.0.1 10.255.255.255 100.64.0.1 127.0.0.1 127.255.255.255 169.254.169.254".split(" "),
  ..."172.16.0.1 172.31.255.255 192.0.0.170 192.168.1.1 198.18.0.1 198.19.255.255 224.0.0.1".split(" "),
  ..."240.0.0.1 255.255.255.255 :: ::1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 ::127.0.0.1 fe80::1 fe80::1%eth0"
    .split(" "),
  ..."fc00::1 fd00:ec2::254 fec0::1 ff02::1 64:ff9b::7f00:1 64:ff9b::10.0.0.1 2001::1 2001:db8::1".split(" "),
  ..."2002:7f00:1:: 3fff::1 localhost 127.1 2130706433".split(" "),
  "",
];

for (const address of PUBLIC) {
  Deno.test(`${address} is public`, () => assert.equal(isPublicAddress(address), true));
}
for (const address of PRIVATE) {
  Deno.test(`"${address}" is not public`, () => assert.equal(isPublicAddress(address), false));
}

Deno.test("an IPv6 address is judged the same however it is written", () => {
  const groups = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 });
  fc.assert(fc.property(groups, (parts) => {
    const long = parts.map((part) => part.toString(16).padStart(4, "0")).join(":");
    const short = new URL(`http://[${long}]/`).hostname.slice(1, -1);
    assert.equal(isPublicAddress(long), isPublicAddress(short));
    assert.equal(isPublicAddress(long.toUpperCase()), isPublicAddress(short));
  }));
});
