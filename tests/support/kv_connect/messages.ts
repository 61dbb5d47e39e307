import { type Bound, decodeBound, decodeKey, encodeKey } from "./keys.ts";
import { allBytesIn, bytesIn, type Fields, message, numberIn, readFields } from "./protobuf.ts";
import { decodeValue, encodeValue } from "./values.ts";

/** The messages of KV Connect's data path (denoland/denokv, proto/schema/datapath.proto). */

/** A range of a snapshot read. */
export interface ReadRange {
  start: Bound;
  end: Bound;
  limit: number;
  reverse: boolean;
}

/** An atomic write, in the words of Deno KV. */
export interface AtomicWrite {
  checks: Deno.AtomicCheck[];
  mutations: Deno.KvMutation[];
}

/** `SnapshotRead`. */
export function readSnapshotRead(bytes: Uint8Array<ArrayBuffer>): ReadRange[] {
  return messagesIn(readFields(bytes), 1).map((range) => ({
    start: decodeBound(bytesIn(range, 1)),
    end: decodeBound(bytesIn(range, 2)),
    limit: numberIn(range, 3),
    reverse: numberIn(range, 4) === 1,
  }));
}

const SUCCESS = 1;
const CHECK_FAILURE = 2;

/** `SnapshotReadOutput`: what was found in each of the ranges. */
export function snapshotReadOutput(ranges: readonly Deno.KvEntry<unknown>[][]): Uint8Array<ArrayBuffer> {
  const outputs = ranges.map((entries) => message(entries.map((entry) => [1, entryMessage(entry)])));
  return message([...outputs.map((output): [number, Uint8Array] => [1, output]), [4, 1], [8, SUCCESS]]);
}

function entryMessage({ key, value, versionstamp }: Deno.KvEntry<unknown>): Uint8Array {
  const { data, encoding } = encodeValue(value);
  return message([[1, encodeKey(key)], [2, data], [3, encoding], [4, Uint8Array.fromHex(versionstamp)]]);
}

/** `AtomicWrite`. */
export function readAtomicWrite(bytes: Uint8Array<ArrayBuffer>): AtomicWrite {
  const fields = readFields(bytes);
  if (fields.has(3)) throw new RangeError("KV Connect has no queue");
  return {
    checks: messagesIn(fields, 1).map((check) => ({
      key: decodeKey(bytesIn(check, 1)),
      versionstamp: bytesIn(check, 2).toHex() || null,
    })),
    mutations: messagesIn(fields, 2).map(readMutation),
  };
}

const SET = 1;
const DELETE = 2;

function readMutation(fields: Fields): Deno.KvMutation {
  const key = decodeKey(bytesIn(fields, 1));
  const type = numberIn(fields, 3);
  if (type === DELETE) return { key, type: "delete" };
  // The product counts with checks, never with sums.
  if (type !== SET) throw new RangeError(`mutation of type ${type}`);
  const wire = readFields(bytesIn(fields, 2));
  const value = decodeValue({ data: bytesIn(wire, 1), encoding: numberIn(wire, 2) });
  const expireAt = numberIn(fields, 4);
  return {
    key,
    type: "set",
    value,
    expireIn: expireAt === 0 ? undefined : Math.max(1, expireAt - Date.now()),
  };
}

/** `AtomicWriteOutput`. */
export function atomicWriteOutput(result: Deno.KvCommitResult | Deno.KvCommitError): Uint8Array<ArrayBuffer> {
  return result.ok
    ? message([[1, SUCCESS], [2, Uint8Array.fromHex(result.versionstamp)]])
    : message([[1, CHECK_FAILURE]]);
}

function messagesIn(fields: Fields, field: number): Fields[] {
  return allBytesIn(fields, field).map(readFields);
}
