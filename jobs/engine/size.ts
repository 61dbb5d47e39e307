import type { Mutation } from "../../kv/commit.ts";

/**
 * Limits of one commit of `job.apply`, well inside Deno KV's own (reference/kv.md §1), so that a commit stays short
 * and acceptances do not wait long behind it.
 */
export const LIMITS = { checks: 90, mutations: 250, keyBytes: 64 * 1024, bytes: 512 * 1024 };

/** What a commit weighs. */
export interface Weight {
  mutations: number;
  keyBytes: number;
  bytes: number;
}

/** An upper estimate of what a mutation adds to a commit. */
export function weigh(mutation: Mutation): Weight {
  const keyBytes = mutation.key.reduce<number>((sum, part) => sum + partBytes(part), 0);
  const valueBytes = mutation.type === "delete" ? 0 : valueSize(mutation.value);
  return { mutations: 1, keyBytes, bytes: keyBytes + valueBytes };
}

/** Adds up weights. */
export function plus(a: Weight, b: Weight): Weight {
  return {
    mutations: a.mutations + b.mutations,
    keyBytes: a.keyBytes + b.keyBytes,
    bytes: a.bytes + b.bytes,
  };
}

/** True when a commit of this weight may be made. */
export function fits(weight: Weight): boolean {
  return weight.mutations <= LIMITS.mutations && weight.keyBytes <= LIMITS.keyBytes &&
    weight.bytes <= LIMITS.bytes;
}

function partBytes(part: Deno.KvKeyPart): number {
  if (typeof part === "string") return 3 * part.length + 2;
  // A zero byte is stored as two.
  return part instanceof Uint8Array ? 2 * part.length + 2 : 12;
}

/**
 * Serialised strings take at most two bytes a UTF-16 unit; objects repeat their property names. Every value that is
 * written comes here: `in` walks an object at a third of what its entries cost.
 */
function valueSize(value: unknown): number {
  if (typeof value === "string") return 2 * value.length + 6;
  if (typeof value !== "object" || value === null) return 10;
  if (value instanceof Uint8Array) return value.length + 16;
  let size = 8;
  if (Array.isArray(value)) {
    for (const inner of value) size += valueSize(inner);
    return size;
  }
  const named = value as Record<string, unknown>;
  for (const name in named) size += 2 * name.length + 6 + valueSize(named[name]);
  return size;
}
