import { Refusal } from "../domain/errors.ts";

/**
 * The bytes that a Range header asks for, of a file of `size` bytes (RFC 9110 §14). Null: all of it, also when the
 * header cannot be understood or asks for several ranges. Throws Refusal range_not_satisfiable.
 */
export function byteRange(header: string | null, size: number): { first: number; last: number } | null {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? "") ?? [];
  if (from === undefined || to === undefined || (from === "" && to === "")) return null;
  if (from === "") return suffix(Number(to), size);
  const first = Number(from);
  const last = to === "" ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== "" && Number(to) < first) return null;
  if (first >= size) throw new Refusal("range_not_satisfiable", { size });
  return { first, last };
}

function suffix(length: number, size: number) {
  if (length === 0 || size === 0) throw new Refusal("range_not_satisfiable", { size });
  return { first: Math.max(0, size - length), last: size - 1 };
}
