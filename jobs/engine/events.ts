import { jobKeys } from "../../kv/keys.ts";
import { readMany } from "../../kv/read.ts";
import type { JobEvent, JobView } from "../view.ts";
import { jobSchema } from "./records.ts";
import type { OpenJob } from "./slots.ts";
import { viewsOf } from "./views.ts";

/** Open jobs of a tenant that are followed at once; a page shows 50. */
const MAX_FOLLOWED = 200;

interface Subscriber {
  sees(job: JobView): boolean;
  /** Changes not fetched yet, the newest of each job only: a slow reader holds no more than it follows. */
  pending: Map<string, JobEvent>;
  /** Last event sent or pending, by job, as text. */
  known: Map<string, string>;
  wake(): void;
}

/** Turns what the tick sees into streams of changes. */
export interface EventHub {
  subscribe(tenant: string, sees: (job: JobView) => boolean, signal: AbortSignal): AsyncIterable<JobEvent>;
  /** True while somebody watches: the tick is quicker then. */
  busy(): boolean;
  /** Called by the tick with all open jobs. */
  feed(open: readonly OpenJob[]): Promise<void>;
}

/** @param ring wakes the tick, so that a new subscriber gets the present state at once */
export function eventHub(kv: Deno.Kv, ring: () => void): EventHub {
  const tenants = new Map<string, Set<Subscriber>>();
  const followed = new Map<string, Set<string>>();

  async function look(tenant: string, subscribers: Set<Subscriber>, open: readonly OpenJob[]) {
    const ids = open.filter((job) => job.tenant === tenant)
      .sort((a, b) => Number(b.owner !== null) - Number(a.owner !== null) || (a.job < b.job ? 1 : -1))
      .slice(0, MAX_FOLLOWED).map((job) => job.job);
    const ended = [...followed.get(tenant) ?? []].filter((id) => !ids.includes(id));
    followed.set(tenant, new Set(ids));
    const stored = await readMany(kv, [...ids, ...ended].map((id) => jobKeys.job(tenant, id)), jobSchema);
    const views = await viewsOf(
      kv,
      tenant,
      stored.flatMap(({ value: job }) => job && !job.system ? [job] : []),
    );
    for (const subscriber of subscribers) {
      for (const view of views) if (subscriber.sees(view)) offer(subscriber, view);
    }
  }

  function offer(subscriber: Subscriber, { id, status, progress, message }: JobView) {
    const event: JobEvent = { id, status, progress, message };
    const text = JSON.stringify(event);
    if (subscriber.known.get(id) === text) return;
    if (status === "running") subscriber.known.set(id, text);
    else subscriber.known.delete(id);
    subscriber.pending.set(id, event);
    subscriber.wake();
  }

  async function* subscribe(tenant: string, sees: (job: JobView) => boolean, signal: AbortSignal) {
    let bell = Promise.withResolvers<void>();
    const subscriber: Subscriber = { sees, pending: new Map(), known: new Map(), wake: () => bell.resolve() };
    const all = tenants.get(tenant) ?? new Set();
    tenants.set(tenant, all.add(subscriber));
    signal.addEventListener("abort", () => bell.resolve(), { once: true });
    ring();
    try {
      while (!signal.aborted) {
        await bell.promise;
        bell = Promise.withResolvers();
        const events = [...subscriber.pending.values()];
        subscriber.pending.clear();
        if (!signal.aborted) yield* events;
      }
    } finally {
      all.delete(subscriber);
      if (all.size === 0) {
        tenants.delete(tenant);
        followed.delete(tenant);
      }
    }
  }

  return {
    subscribe,
    busy: () => tenants.size > 0,
    async feed(open) {
      // All are begun: one tenant whose jobs cannot be read keeps no other from being told.
      await Promise.all([...tenants].map(([tenant, subscribers]) => look(tenant, subscribers, open)));
    },
  };
}
