/** The wire format of Protocol Buffers as far as KV Connect needs it: numbers and bytes (protobuf.dev, "Encoding"). */

const VARINT = 0;
const BYTES = 2;

/** The fields of a message by their number, each as often as it came. */
export type Fields = Map<number, (number | Uint8Array<ArrayBuffer>)[]>;

/** Reads a message. Throws RangeError when the bytes are none that KV Connect knows. */
export function readFields(bytes: Uint8Array<ArrayBuffer>): Fields {
  const fields: Fields = new Map();
  let at = 0;

  function varint(): number {
    let value = 0;
    for (let shift = 1;; shift *= 128) {
      const byte = bytes[at++];
      if (byte === undefined) throw new RangeError("a message ends in the middle of a number");
      value += (byte & 0x7f) * shift;
      if (byte < 0x80) return value;
    }
  }

  function delimited(): Uint8Array<ArrayBuffer> {
    const end = varint() + at;
    if (end > bytes.length) throw new RangeError("a message ends in the middle of a field");
    const field = bytes.subarray(at, end);
    at = end;
    return field;
  }

  while (at < bytes.length) {
    const tag = varint();
    const type = tag % 8;
    if (type !== VARINT && type !== BYTES) throw new RangeError(`wire type ${type}`);
    const values = fields.getOrInsert(Math.floor(tag / 8), []);
    values.push(type === VARINT ? varint() : delimited());
  }
  return fields;
}

/** The last value of a numeric field; 0 where there is none. */
export function numberIn(fields: Fields, field: number): number {
  const value = fields.get(field)?.at(-1) ?? 0;
  if (typeof value !== "number") throw new RangeError(`field ${field} is no number`);
  return value;
}

/** Every value of a field of bytes or messages. */
export function allBytesIn(fields: Fields, field: number): Uint8Array<ArrayBuffer>[] {
  return (fields.get(field) ?? []).map((value) => {
    if (typeof value === "number") throw new RangeError(`field ${field} is a number`);
    return value;
  });
}

/** The last value of a field of bytes or a message; empty where there is none. */
export function bytesIn(fields: Fields, field: number): Uint8Array<ArrayBuffer> {
  return allBytesIn(fields, field).at(-1) ?? new Uint8Array();
}

/** A message of these fields, in this order. */
export function message(fields: readonly [number, number | Uint8Array][]): Uint8Array<ArrayBuffer> {
  const pieces = fields.flatMap(([field, value]) =>
    typeof value === "number"
      ? [varintOf(field * 8 + VARINT), varintOf(value)]
      : [varintOf(field * 8 + BYTES), varintOf(value.length), value]
  );
  return joined(pieces);
}

function varintOf(value: number): Uint8Array {
  const bytes: number[] = [];
  for (; value >= 128; value = Math.floor(value / 128)) bytes.push(value % 128 + 128);
  return Uint8Array.of(...bytes, value);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
