import { encodeTime } from "ulid";

/** Lines a page, and records looked at for one page (design §4.4 "List"). */
export const PAGE_SIZE = 50;
export const SCAN_LIMIT = 2_000;

/** Records read at a time while scanning. */
export const SLICE = 100;

/** A page out of a scan. */
export interface Page<T> {
  found: T[];
  /** Id after which the next page begins; null: this is the last. */
  next: string | null;
  /** The page is short because the scan limit was met. */
  scanLimited: boolean;
}

/** Takes what matches out of a scan, until the page is full or enough was looked at. */
export async function takePage<T extends { id: string }>(
  slices: AsyncIterable<T[]>,
  matches: (record: T) => boolean,
): Promise<Page<T>> {
  const found: T[] = [];
  let scanned = 0;
  let last: string | null = null;
  const full = () => found.length > PAGE_SIZE || scanned >= SCAN_LIMIT;
  for await (const slice of slices) {
    for (const record of slice) {
      if (full()) break;
      scanned++;
      last = record.id;
      if (matches(record)) found.push(record);
    }
    if (full()) break;
  }
  const more = found.length > PAGE_SIZE;
  const shown = found.slice(0, PAGE_SIZE);
  const scanLimited = !more && scanned >= SCAN_LIMIT;
  return { found: shown, next: more ? shown.at(-1)?.id ?? null : scanLimited ? last : null, scanLimited };
}

/** What a scan backwards through ids that are ULIDs is bounded by: moments (ms), `until` not included, and an id. */
export interface Bounds {
  from?: number;
  until?: number;
  /** The last id of the page before. */
  after?: string;
}

/** The keys under `prefix` within bounds, newest first, in slices. Ids are ULIDs, so a moment is a bound of the key. */
export async function* slicesBackwards(
  kv: Deno.Kv,
  prefix: Deno.KvKey,
  { from, until, after }: Bounds,
): AsyncGenerator<Deno.KvEntry<unknown>[], void, undefined> {
  const lowest = from === undefined ? "" : encodeTime(Math.max(0, from), 10);
  const byDate = until === undefined ? "~" : encodeTime(Math.max(0, until), 10);
  const highest = after !== undefined && after < byDate ? after : byDate;
  // Days given the wrong way round hold nothing; KV would throw.
  if (lowest >= highest) return;
  const range = { start: [...prefix, lowest], end: [...prefix, highest] };
  let slice: Deno.KvEntry<unknown>[] = [];
  for await (const entry of kv.list(range, { reverse: true, batchSize: SLICE })) {
    slice.push(entry);
    if (slice.length < SLICE) continue;
    yield slice;
    slice = [];
  }
  if (slice.length > 0) yield slice;
}
