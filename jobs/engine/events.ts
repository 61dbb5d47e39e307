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
  /** Changes not fetched yet, the newest of each job only: a slow reader holds no more than is followed. */
  pending: Map<string, JobEvent>;
  wake(): void;
}

/** What is known of an open job: what a filter looks at, and what was told of it last. */
interface Known {
  view: JobView;
  event: JobEvent;
}

/** Everybody who watches a tenant, and what is known of its open jobs. */
interface Audience {
  subscribers: Set<Subscriber>;
  /** Who had each followed job when the tick looked; null: it has not looked yet. */
  owners: Map<string, string | null> | null;
  /** What whoever comes is told at once. */
  known: Map<string, Known>;
}

/** Turns what the tick sees into streams of changes. */
export interface EventHub {
  subscribe(tenant: string, sees: (job: JobView) => boolean, signal: AbortSignal): AsyncIterable<JobEvent>;
  /** True while somebody watches: the tick is quicker then. */
  busy(): boolean;
  /** How many subscribe now. */
  size(): number;
  /** Called by the tick with all open jobs. */
  feed(open: readonly OpenJob[]): Promise<void>;
  /** Ends every subscription, and each that comes later at once: the process leaves. */
  close(): void;
}

/**
 * A tick reads a tenant's jobs once, however many watch, and of those that wait only what is new: what it costs
 * grows with the jobs that run. Subscribers cost by what changes.
 * @param ring wakes the tick, so that the first subscriber of a tenant gets the present state at once
 */
export function eventHub(kv: Deno.Kv, ring: () => void): EventHub {
  const tenants = new Map<string, Audience>();
  let closed = false;

  async function look(tenant: string, audience: Audience, open: readonly OpenJob[]) {
    const owners = new Map(followed(open).map(({ job, owner }) => [job, owner]));
    const moving = [...owners].filter(([id, owner]) => owner !== null || audience.owners?.get(id) !== owner);
    const ended = [...audience.known.keys()].filter((id) => !owners.has(id));
    const views = await readViews(kv, tenant, [...moving.map(([id]) => id), ...ended]);
    audience.owners = owners;
    ended.forEach((id) => audience.known.delete(id));
    for (const view of views) tell(audience, view);
  }

  /** Who came since the last look was told then what was known: a change is what everybody lacks. */
  function tell({ subscribers, owners, known }: Audience, view: JobView) {
    const before = known.get(view.id)?.event;
    const event = before && isSame(before, view) ? before : eventOf(view);
    if (view.status === "running" && owners?.has(view.id)) known.set(view.id, { view, event });
    else known.delete(view.id);
    if (event !== before) subscribers.forEach((one) => offer(one, view, event));
  }

  function offer(subscriber: Subscriber, view: JobView, event: JobEvent) {
    if (!subscriber.sees(view)) return;
    subscriber.pending.set(event.id, event);
    subscriber.wake();
  }

  /** The audience of a tenant with one more in it, who is told what is known. */
  function join(tenant: string, subscriber: Subscriber): Audience {
    const audience = tenants.get(tenant) ?? { subscribers: new Set(), owners: null, known: new Map() };
    tenants.set(tenant, audience);
    audience.subscribers.add(subscriber);
    if (audience.owners === null) ring();
    for (const { view, event } of audience.known.values()) offer(subscriber, view, event);
    return audience;
  }

  function leave(tenant: string, audience: Audience, subscriber: Subscriber) {
    audience.subscribers.delete(subscriber);
    if (audience.subscribers.size === 0) tenants.delete(tenant);
  }

  async function* subscribe(tenant: string, sees: (job: JobView) => boolean, signal: AbortSignal) {
    const over = () => signal.aborted || closed;
    if (over()) return;
    let bell = Promise.withResolvers<void>();
    const subscriber: Subscriber = { sees, pending: new Map(), wake: () => bell.resolve() };
    signal.addEventListener("abort", subscriber.wake, { once: true });
    const audience = join(tenant, subscriber);
    try {
      while (!over()) {
        await bell.promise;
        bell = Promise.withResolvers();
        const events = [...subscriber.pending.values()];
        subscriber.pending.clear();
        if (!over()) yield* events;
      }
    } finally {
      leave(tenant, audience, subscriber);
    }
  }

  return {
    subscribe,
    busy: () => tenants.size > 0,
    size: () => [...tenants.values()].reduce((sum, { subscribers }) => sum + subscribers.size, 0),
    async feed(open) {
      const jobs = Map.groupBy(open.filter(({ tenant }) => tenants.has(tenant)), ({ tenant }) => tenant);
      // All are begun: one tenant whose jobs cannot be read keeps no other from being told.
      await Promise.all([...tenants].map(([id, audience]) => look(id, audience, jobs.get(id) ?? [])));
    },
    close() {
      closed = true;
      for (const { subscribers } of tenants.values()) subscribers.forEach(({ wake }) => wake());
    },
  };
}

/** What is followed of a tenant's open jobs: first what runs, then the newest. */
function followed(jobs: readonly OpenJob[]): OpenJob[] {
  return jobs.toSorted((a, b) =>
    Number(b.owner !== null) - Number(a.owner !== null) || (a.job < b.job ? 1 : -1)
  )
    .slice(0, MAX_FOLLOWED);
}

async function readViews(kv: Deno.Kv, tenant: string, ids: readonly string[]): Promise<JobView[]> {
  const stored = await readMany(kv, ids.map((id) => jobKeys.job(tenant, id)), jobSchema);
  return await viewsOf(kv, tenant, stored.flatMap(({ value: job }) => job && !job.system ? [job] : []));
}

function eventOf({ id, status, progress, message }: JobView): JobEvent {
  return { id, status, progress, message };
}

function isSame(event: JobEvent, { status, progress, message }: JobView): boolean {
  return event.status === status && event.message === message &&
    event.progress.done === progress.done && event.progress.total === progress.total;
}
