import type { z } from "zod";
import { parse, readMany } from "./read.ts";

/** Fewer names are asked for one by one. */
const MIN_NAMES = 8;

/** A list may pass so many entries for one that is wanted, before single reads are quicker (bench/README.md). */
const MAX_PER_NAME = 3;

/** Entries of the first list among names that do not tell how close they lie; of fewer names none is tried. */
const PROBE = 32;

/** The most entries that one list reads at once (reference/kv.md §1). */
const MOST_LISTED = 1_000;

/** Lists that passed too much, before the rest is read one by one. */
const MAX_MISSES = 2;

/** Longer ones may not fit into a key. */
const MAX_NAME_CHARS = 300;

/** What was read so far: null for what is not there. */
type Found<T> = Map<string, T | null>;

/**
 * The values that lie under these names, the last parts of their keys, in the order asked; null where there is none.
 * Names that lie close together there — 社員番号 of a file in their order, ids of people who were taken in one after
 * another — are read by lists, which cost a tenth of single reads.
 */
export async function readNamed<T>(
  kv: Deno.Kv,
  keyOf: (name: string) => Deno.KvKey,
  names: readonly string[],
  schema: z.ZodType<T>,
): Promise<(T | null)[]> {
  const unique = [...new Set(names)];
  const found = await readSpans(kv, keyOf("").slice(0, -1), unique, schema);
  const rest = unique.filter((name) => !found.has(name));
  const stored = await readMany(kv, rest.map(keyOf), schema);
  rest.forEach((name, i) => found.set(name, stored[i]!.value));
  return names.map((name) => found.get(name) ?? null);
}

/** True when few other names can lie between the least and the greatest: they count up in digits of one width. */
export function isDense(names: readonly string[]): boolean {
  if (names.length < MIN_NAMES) return false;
  const [least, greatest] = [names[0]!, names.at(-1)!];
  if (least.length !== greatest.length) return false;
  const same = commonPrefix(least, greatest);
  const [from, to] = [least.slice(same), greatest.slice(same)];
  if (!/^\d{0,15}$/.test(from) || !/^\d{0,15}$/.test(to)) return false;
  return Number(to) - Number(from) < MAX_PER_NAME * names.length;
}

/**
 * What lists tell, one after another from the least name on: as long as they pass few entries that nobody asked for.
 * How close names lie that do not count up is tried with a short list.
 */
async function readSpans<T>(kv: Deno.Kv, prefix: Deno.KvKey, names: readonly string[], schema: z.ZodType<T>) {
  const found: Found<T> = new Map();
  if (names.length < MIN_NAMES) return found;
  const sorted = names.filter(isListed).sort();
  const dense = isDense(sorted);
  if (!dense && sorted.length < PROBE) return found;
  let size = dense ? MAX_PER_NAME * sorted.length : PROBE;
  let misses = 0;
  for (let at = 0; sorted.length - at >= MIN_NAMES && misses < MAX_MISSES;) {
    const wanted = sorted.slice(at);
    const { listed, passed } = await readSpan(kv, prefix, wanted, Math.min(size, MOST_LISTED), found, schema);
    const missed = passed * MAX_PER_NAME < listed;
    if (missed) misses++;
    size = missed ? PROBE : MAX_PER_NAME * sorted.length;
    at += passed;
  }
  return found;
}

/**
 * Reads at most `limit` entries from the first of these names on; `sorted`, they are known as far as the list came.
 * Answers how many entries it read and how many names it passed.
 */
async function readSpan<T>(
  kv: Deno.Kv,
  prefix: Deno.KvKey,
  sorted: readonly string[],
  limit: number,
  found: Found<T>,
  schema: z.ZodType<T>,
) {
  const wanted = new Set(sorted);
  // "\u0000" is the least that can follow: the key of the greatest itself is the last one inside.
  const selector = { start: [...prefix, sorted[0]!], end: [...prefix, `${sorted.at(-1)}\u0000`] };
  let listed = 0;
  let last = "";
  for await (const { key, value } of kv.list(selector, { limit, batchSize: limit })) {
    listed++;
    last = String(key[prefix.length]);
    if (key.length === prefix.length + 1 && wanted.has(last)) found.set(last, parse([...key], value, schema));
  }
  const behind = listed < limit ? -1 : sorted.findIndex((name) => name > last);
  const passed = behind === -1 ? sorted.length : behind;
  for (const name of sorted.slice(0, passed)) if (!found.has(name)) found.set(name, null);
  return { listed, passed };
}

/** True for a name that lists may run over: keys are ordered by code point, which `<` is not where pairs stand. */
function isListed(name: string): boolean {
  return name.length <= MAX_NAME_CHARS && !/[\ud800-\udfff]/.test(name);
}

function commonPrefix(a: string, b: string): number {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return i;
}
