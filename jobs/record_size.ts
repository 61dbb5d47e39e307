/** A stored value takes at most 64 KiB (reference/kv.md §1). As JSON in UTF-8 it is about as long as it is stored, or longer. */
const MAX_JSON_BYTES = 60_000;

/** True for what the source gives and no value of ours can hold: nobody writes so much, but nothing there forbids it. */
export function isTooLarge(record: unknown): boolean {
  const json = JSON.stringify(record);
  // A UTF-16 unit takes at most three bytes.
  return json.length * 3 > MAX_JSON_BYTES && new TextEncoder().encode(json).length > MAX_JSON_BYTES;
}
