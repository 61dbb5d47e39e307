import { Deserializer, Serializer } from "node:v8";

/** How the bytes of a value are to be read: `ValueEncoding` of the protocol. */
const V8 = 1;
const LE64 = 2;
const BYTES = 3;

/** A value on the wire. */
export interface WireValue {
  data: Uint8Array<ArrayBuffer>;
  encoding: number;
}

/** Reads a value. Throws RangeError when the encoding is unknown. */
export function decodeValue({ data, encoding }: WireValue): unknown {
  if (encoding === BYTES) return data.slice();
  if (encoding === LE64) return new Deno.KvU64(viewOf(data).getBigUint64(0, true));
  if (encoding !== V8) throw new RangeError(`encoding ${encoding} of a value`);
  const reader = new Deserializer(data);
  reader.readHeader();
  return reader.readValue();
}

/** The bytes of a value, as the client of KV Connect expects them. */
export function encodeValue(value: unknown): WireValue {
  if (value instanceof Uint8Array) return { data: Uint8Array.from(value), encoding: BYTES };
  if (value instanceof Deno.KvU64) {
    const data = new Uint8Array(8);
    viewOf(data).setBigUint64(0, value.value, true);
    return { data, encoding: LE64 };
  }
  const writer = new Serializer();
  writer.writeHeader();
  writer.writeValue(value);
  return { data: Uint8Array.from(writer.releaseBuffer()), encoding: V8 };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
