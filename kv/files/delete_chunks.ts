import { repeatWhileLocked } from "../commit.ts";
import { failpoint } from "../failpoint.ts";
import { fileKeys } from "../keys.ts";
import { CHUNKS_PER_COMMIT, COMMITS_UNDER_WAY } from "./chunk_sink.ts";

/** Keys of one commit: enough to be fast, few enough not to hold up other writers (reference/kv.md §3). */
const KEYS_PER_COMMIT = 500;

/** A count that was found by looking misses what lies behind a commit that failed: delete that much beyond it. */
const BEYOND = COMMITS_UNDER_WAY * CHUNKS_PER_COMMIT;

/**
 * Deletes the chunks of a part, from the last to the first: what remains after a crash is again a run from 0, so
 * doing it again ends the same. Never lists, because a list would read the bytes.
 */
export async function deleteChunks(
  blobKv: Deno.Kv,
  tenant: string,
  part: string,
  count: number | null,
): Promise<void> {
  let end = count ?? await countChunks(blobKv, tenant, part) + BEYOND;
  while (end > 0) {
    const start = Math.max(0, end - KEYS_PER_COMMIT);
    await repeatWhileLocked(() => {
      const atomic = blobKv.atomic();
      for (let n = start; n < end; n++) atomic.delete(fileKeys.chunk(tenant, part, n));
      return atomic.commit();
    });
    failpoint?.("shred.chunks");
    end = start;
  }
}

/** How many chunks a part that was never sealed has: they are written in order, so looking at a few is enough. */
async function countChunks(blobKv: Deno.Kv, tenant: string, part: string): Promise<number> {
  const isThere = async (n: number) =>
    (await blobKv.get(fileKeys.chunk(tenant, part, n))).versionstamp !== null;
  if (!await isThere(0)) return 0;
  let [there, missing] = [0, 1];
  while (await isThere(missing)) [there, missing] = [missing, missing * 2];
  while (missing - there > 1) {
    const middle = (there + missing) >> 1;
    if (await isThere(middle)) there = middle;
    else missing = middle;
  }
  return missing;
}
