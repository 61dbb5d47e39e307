import type { z } from "zod";

/** What was read: the value (null: no such key) and what a later commit has to check. */
export interface Stored<T> {
  key: Deno.KvKey;
  value: T | null;
  versionstamp: string | null;
}

/** A stored value does not fit its schema: written by a newer version, or damaged. Names the key, never the value. */
export class StoredValueError extends Error {
  override readonly name = "StoredValueError";
  constructor(key: Deno.KvKey, options?: ErrorOptions) {
    super(
      `stored value of ${key.slice(0, 1).concat(key.slice(2, 4)).join("/")} does not fit its schema`,
      options,
    );
  }
}

/** True when what lies in the database cannot be read, whenever it is tried: of a newer version, or damaged. */
export function isUnreadable(error: unknown): boolean {
  return error instanceof StoredValueError ||
    (error instanceof Error && /could not deserialize value|disk image is malformed/.test(error.message));
}

/** The most keys one `getMany` takes (reference/kv.md §1). */
const GET_MANY = 10;

/** A key takes at most 2,048 bytes (reference/kv.md §1), the numbers in it included: its texts may take so many. */
const MAX_KEY_BYTES = 2_000;

/**
 * True for a key that something can lie under. Addresses and forms hold ids of any length: reading such a key would
 * throw, where the answer is that nothing is there.
 */
function canExist(key: Deno.KvKey): boolean {
  const texts = key.filter((part) => typeof part === "string");
  // A UTF-16 unit takes at most three bytes.
  if (texts.reduce((sum, { length }) => sum + 3 * length, 0) <= MAX_KEY_BYTES) return true;
  // A zero byte is stored as two.
  const bytes = texts.map((text) => new TextEncoder().encode(text.replaceAll("\0", "\0\0")).length + 2);
  return bytes.reduce((sum, length) => sum + length, 0) <= MAX_KEY_BYTES;
}

/** Reads one value through its schema. */
export async function read<T>(kv: Deno.Kv, key: Deno.KvKey, schema: z.ZodType<T>): Promise<Stored<T>> {
  if (!canExist(key)) return { key, value: null, versionstamp: null };
  return storedAs(key, schema, await kv.get(key));
}

/** A key and the schema of what lies under it. */
type Asked<T> = readonly [key: Deno.KvKey, schema: z.ZodType<T>];

/** Reads a few values of different kinds, ten at most, in one go: it costs what one read does, and is one state of them. */
export async function readTogether<T extends unknown[]>(
  kv: Deno.Kv,
  ...asked: { [I in keyof T]: Asked<T[I]> }
): Promise<{ [I in keyof T]: Stored<T[I]> }> {
  const of = asked as readonly Asked<unknown>[];
  const stored = of.every(([key]) => canExist(key))
    ? (await kv.getMany<unknown[]>(of.map(([key]) => key))).map((entry, i) => storedAs(...of[i]!, entry))
    : await Promise.all(of.map(([key, schema]) => read(kv, key, schema)));
  return stored as { [I in keyof T]: Stored<T[I]> };
}

function storedAs<T>(key: Deno.KvKey, schema: z.ZodType<T>, entry: Deno.KvEntryMaybe<unknown>): Stored<T> {
  return {
    key,
    value: entry.versionstamp === null ? null : parse(key, entry.value, schema),
    versionstamp: entry.versionstamp,
  };
}

/** Reads many values through one schema, in the order asked. */
export async function readMany<T>(
  kv: Deno.Kv,
  keys: Deno.KvKey[],
  schema: z.ZodType<T>,
): Promise<Stored<T>[]> {
  const pages: Promise<Deno.KvEntryMaybe<unknown>[]>[] = [];
  const possible = keys.filter(canExist);
  for (let i = 0; i < possible.length; i += GET_MANY) pages.push(kv.getMany(possible.slice(i, i + GET_MANY)));
  const entries = (await Promise.all(pages)).flat();
  const found = entries.map((entry) => ({
    key: [...entry.key],
    value: entry.versionstamp === null ? null : parse([...entry.key], entry.value, schema),
    versionstamp: entry.versionstamp,
  }));
  if (found.length === keys.length) return found;
  const rest = found.values();
  return keys.map((key) => canExist(key) ? rest.next().value! : { key, value: null, versionstamp: null });
}

/** Checks a raw value; throws StoredValueError when it does not fit. */
export function parse<T>(key: Deno.KvKey, value: unknown, schema: z.ZodType<T>): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new StoredValueError(key, {
    cause: new Error(result.error.issues.map((i) => i.path.join(".")).join(", ")),
  });
}
