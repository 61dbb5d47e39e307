/**
 * Keys as KV Connect sends them: each part a tag and its bytes, so that the order of the bytes is the order of the keys
 * (the tuple layer of FoundationDB).
 */

const BYTES = 0x01;
const STRING = 0x02;
const ZERO = 0x14;
const DOUBLE = 0x21;
const FALSE = 0x26;
const TRUE = 0x27;

/** A bound of a range: a key, just behind it (before all keys that begin with it), or behind all of those. */
export interface Bound {
  key: Deno.KvKeyPart[];
  side: "at" | "after" | "beyond";
}

/** The bytes of a key. */
export function encodeKey(key: Deno.KvKey): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  for (const part of key) encodePart(part, bytes);
  return Uint8Array.from(bytes);
}

function encodePart(part: Deno.KvKeyPart, into: number[]) {
  if (typeof part === "boolean") into.push(part ? TRUE : FALSE);
  else if (typeof part === "number") encodeDouble(part, into);
  else if (typeof part === "bigint") encodeInteger(part, into);
  else if (typeof part === "string") encodeText(STRING, new TextEncoder().encode(part), into);
  else if (part instanceof Uint8Array) encodeText(BYTES, part, into);
}

function encodeText(tag: number, bytes: Uint8Array, into: number[]) {
  into.push(tag);
  for (const byte of bytes) {
    into.push(byte);
    if (byte === 0) into.push(0xff);
  }
  into.push(0);
}

/** With the sign turned over, or for negative ones all bits, doubles stand in their order. */
function encodeDouble(value: number, into: number[]) {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  view.setBigUint64(0, bits >> 63n ? ~bits : bits | 1n << 63n);
  into.push(DOUBLE, ...new Uint8Array(view.buffer));
}

function decodeDouble(bytes: Uint8Array): number {
  const view = new DataView(bytes.slice().buffer);
  const bits = view.getBigUint64(0);
  view.setBigUint64(0, bits >> 63n ? bits & ~(1n << 63n) : ~bits);
  return view.getFloat64(0);
}

/** The tag tells sign and length; more than eight bytes are nothing that the product has. */
function encodeInteger(value: bigint, into: number[]) {
  const size = value < 0n ? -value : value;
  const length = size === 0n ? 0 : Math.ceil(size.toString(16).length / 2);
  if (length > 8) throw new RangeError("an integer of more than eight bytes in a key");
  const bits = value < 0n ? ~size : size;
  into.push(value < 0n ? ZERO - length : ZERO + length);
  for (let i = length - 1; i >= 0; i--) into.push(Number(bits >> BigInt(8 * i) & 0xffn));
}

function decodeInteger(bytes: Uint8Array, negative: boolean): bigint {
  let value = 0n;
  for (const byte of bytes) value = value << 8n | BigInt(negative ? 255 - byte : byte);
  return negative ? -value : value;
}

/** Reads a key. Throws RangeError when the bytes are none. */
export function decodeKey(bytes: Uint8Array): Deno.KvKeyPart[] {
  const { key, side } = decodeBound(bytes);
  if (side !== "at") throw new RangeError("more than a key");
  return key;
}

/** Reads a bound of a range. Throws RangeError when the bytes are none. */
export function decodeBound(bytes: Uint8Array): Bound {
  const key: Deno.KvKeyPart[] = [];
  let at = 0;

  function take(length: number): Uint8Array {
    if (at + length > bytes.length) throw new RangeError("a key ends in the middle of a part");
    return bytes.subarray(at, at += length);
  }

  /** Up to a 0 that does not stand for itself. At the very end 0 and 0xff are the end of a part and a bound. */
  function text(): Uint8Array {
    const found: number[] = [];
    for (;;) {
      const [byte] = take(1);
      if (byte !== 0) found.push(byte!);
      else if (bytes[at] === 0xff && at + 1 < bytes.length) {
        found.push(0);
        at++;
      } else return Uint8Array.from(found);
    }
  }

  while (at < bytes.length) {
    const tag = bytes[at++]!;
    if (at === bytes.length && tag === 0) return { key, side: "after" };
    if (at === bytes.length && tag === 0xff) return { key, side: "beyond" };
    if (tag === BYTES) key.push(text());
    else if (tag === STRING) {
      key.push(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(text()));
    } else if (tag === DOUBLE) key.push(decodeDouble(take(8)));
    else if (tag === FALSE || tag === TRUE) key.push(tag === TRUE);
    else if (Math.abs(tag - ZERO) <= 8) key.push(decodeInteger(take(Math.abs(tag - ZERO)), tag < ZERO));
    else throw new RangeError(`tag ${tag} of a key`);
  }
  return { key, side: "at" };
}
