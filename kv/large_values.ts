import { z } from "zod";
import { type Mutation, remove, set } from "./commit.ts";
import { parse, readMany } from "./read.ts";
import { readNamed } from "./read_named.ts";

/**
 * Values that are small as a rule and may be larger than a key takes (64 KiB, reference/kv.md §1): a small one lies
 * under its key as it is; of a large one its JSON lies in parts under `[...key, n]`, and the key says how many. All of
 * it is written in one commit.
 */

/** Characters of JSON that a value may have to lie under one key: as UTF-16 they are 56,000 bytes. */
const SMALL = 28_000;

/** Parts that a value may have: with the key no more than one `getMany` takes (reference/kv.md §1). */
const MOST_PARTS = 9;

const inPartsSchema = z.object({ v: z.literal(1), parts: z.number().int().min(1).max(MOST_PARTS) }).strict();

/** The mutations that store a value under `key`. Throws RangeError for one of more than 252,000 characters. */
export function setLarge(key: Deno.KvKey, value: unknown): Mutation[] {
  const json = JSON.stringify(value);
  if (json.length <= SMALL) return [set(key, value)];
  const parts = Math.ceil(json.length / SMALL);
  if (parts > MOST_PARTS) {
    throw new RangeError(`a value of ${json.length} characters is too large to be stored`);
  }
  const texts = Array.from({ length: parts }, (_, n) => json.slice(n * SMALL, (n + 1) * SMALL));
  return [set(key, { v: 1, parts }), ...texts.map((text, n) => set([...key, n], text))];
}

/** The mutations that delete a value with every part that it may have. */
export function removeLarge(key: Deno.KvKey): Mutation[] {
  return [remove(key), ...Array.from({ length: MOST_PARTS }, (_, n) => remove([...key, n]))];
}

/**
 * Reads the values that lie under these names, the last parts of their keys, in the order asked; null: no such key.
 * Throws StoredValueError.
 */
export async function readLarge<T>(
  kv: Deno.Kv,
  keyOf: (name: string) => Deno.KvKey,
  names: readonly string[],
  schema: z.ZodType<T>,
): Promise<(T | null)[]> {
  const found = await readNamed(kv, keyOf, names, z.unknown());
  return await Promise.all(found.map((value, i) => whole(kv, keyOf(names[i]!), value, schema)));
}

/** `value`: what lies under the key itself; null: nothing. */
function whole<T>(kv: Deno.Kv, key: Deno.KvKey, value: unknown, schema: z.ZodType<T>) {
  if (value === null) return null;
  return inPartsSchema.safeParse(value).success ? joined(kv, key, schema) : parse(key, value, schema);
}

/** Reads a value in parts again, with its parts: one `getMany` is one state of the database, two are not. */
async function joined<T>(kv: Deno.Kv, key: Deno.KvKey, schema: z.ZodType<T>): Promise<T | null> {
  const keys = Array.from({ length: MOST_PARTS }, (_, n) => [...key, n]);
  const [head, ...texts] = await readMany(kv, [key, ...keys], z.unknown());
  if (head!.versionstamp === null) return null;
  const inParts = inPartsSchema.safeParse(head!.value);
  if (!inParts.success) return parse(key, head!.value, schema);
  const json = texts.slice(0, inParts.data.parts).map(({ value }) => value ?? "").join("");
  return parse(key, JSON.parse(json), schema);
}
