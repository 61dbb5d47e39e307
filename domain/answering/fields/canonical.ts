/** A value as text in which the order of keys does not tell: two values with one text are the same. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, one) => isRecord(one) ? sorted(one) : one);
}

/** True for values that hold the same. */
export function alikeValues(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function sorted(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => a < b ? -1 : 1));
}
