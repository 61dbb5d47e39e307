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

/** The most keys one `getMany` takes (reference/kv.md §1). */
const GET_MANY = 10;

/** Reads one value through its schema. */
export async function read<T>(kv: Deno.Kv, key: Deno.KvKey, schema: z.ZodType<T>): Promise<Stored<T>> {
  const entry = await kv.get(key);
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
  for (let i = 0; i < keys.length; i += GET_MANY) pages.push(kv.getMany(keys.slice(i, i + GET_MANY)));
  const entries = (await Promise.all(pages)).flat();
  return entries.map((entry) => ({
    key: [...entry.key],
    value: entry.versionstamp === null ? null : parse([...entry.key], entry.value, schema),
    versionstamp: entry.versionstamp,
  }));
}

/** Checks a raw value; throws StoredValueError when it does not fit. */
export function parse<T>(key: Deno.KvKey, value: unknown, schema: z.ZodType<T>): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new StoredValueError(key, {
    cause: new Error(result.error.issues.map((i) => i.path.join(".")).join(", ")),
  });
}
