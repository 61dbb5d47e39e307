import { Refusal } from "../../domain/errors.ts";
import { type Client, type Page, PER_PAGE, type Resource } from "./client.ts";

/**
 * All records of a list from the page `first`, page by page, each record once. Records that are removed while we
 * read draw the later ones forward, over the border of a page that was read already: when the total has shrunk, we
 * go back so many pages and leave out what came before. Holds the ids of what it read.
 */
export async function* walk<T extends { id: string }>(
  client: Client,
  resource: Resource<T>,
  first = 1,
): AsyncGenerator<T[], void, undefined> {
  const seen = new Set<string>();
  let total: number | null = null;
  for (let number: number | null = first; number !== null;) {
    const page: Page<T> | null = await client.page(resource, number);
    if (!page && resource.mayBeGone) return;
    if (!page) throw new Refusal("source_not_found");
    const removed = total !== null && page.total !== null ? total - page.total : 0;
    total = page.total;
    if (removed > 0 && number > first) {
      number = Math.max(first, number - Math.ceil(removed / PER_PAGE));
      continue;
    }
    const fresh = page.items.filter(({ id }) => !seen.has(id));
    for (const { id } of fresh) seen.add(id);
    if (fresh.length > 0) yield fresh;
    number = page.next;
  }
}

/** No company keeps more of anything by hand: a list that goes on without end would fill the memory. */
const MAX_KEPT = 20_000;

/** All records of a list. For those that a company keeps by hand. Refuses `source_unreadable` when it does not end. */
export async function readAll<T extends { id: string }>(client: Client, resource: Resource<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const items of walk(client, resource)) {
    all.push(...items);
    if (all.length > MAX_KEPT) throw new Refusal("source_unreadable", { where: resource.noun });
  }
  return all;
}

/** Does `work` for all items, at most `lanes` at a time, and answers in their order. The first failure is thrown. */
export async function inLanes<T, R>(
  items: readonly T[],
  lanes: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  let failed = false;
  async function lane() {
    while (!failed && next < items.length) {
      const i = next++;
      try {
        results[i] = await work(items[i]!);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  }
  // All lanes have ended before the failure goes on: nothing is asked for behind the caller's back.
  const ends = await Promise.allSettled(Array.from({ length: Math.min(lanes, items.length) }, lane));
  for (const end of ends) if (end.status === "rejected") throw end.reason;
  return results;
}
