import { isIPv4, isIPv6 } from "node:net";

/** A range of addresses: as many leading bits as are the same in all of them. */
type Block = readonly [address: string, bits: number];

/** What is not the public internet (IANA special-purpose registries, RFC 6890), and multicast. */
const V4: readonly Block[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
];

/** Only 2000::/3 is given out; these parts of it lead elsewhere: Teredo and others, documentation, 6to4. */
const V6: readonly Block[] = [["2001::", 23], ["2001:db8::", 32], ["2002::", 16], ["3fff::", 20]];
const GLOBAL: Block = ["2000::", 3];

/** True for an address of the public internet: never this machine, its network, or the metadata of a cloud. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !V4.some((block) => isIn(v4Bits(address), v4Bits(block[0]), block[1]));
  if (!isIPv6(address) || address.includes("%")) return false;
  const bits = v6Bits(address);
  return isIn(bits, v6Bits(GLOBAL[0]), GLOBAL[1]) &&
    !V6.some((block) => isIn(bits, v6Bits(block[0]), block[1]));
}

function isIn(address: string, block: string, bits: number): boolean {
  return address.slice(0, bits) === block.slice(0, bits);
}

function v4Bits(address: string): string {
  return address.split(".").map((part) => Number(part).toString(2).padStart(8, "0")).join("");
}

/** The URL parser writes every IPv6 address in one form, also one with an IPv4 address at its end. */
function v6Bits(address: string): string {
  const normal = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const [head = "", tail] = normal.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? [] : Array<string>(8 - left.length - right.length).fill("0");
  return [...left, ...zeros, ...right].map((group) => parseInt(group, 16).toString(2).padStart(16, "0")).join(
    "",
  );
}
