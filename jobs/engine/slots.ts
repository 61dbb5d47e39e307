import type { Lane, OpenEntry } from "./records.ts";

/** An open job with its id. */
export interface OpenJob extends OpenEntry {
  job: string;
}

/** How many jobs run at once, by lane. */
export type Slots = Record<Lane, number>;

/** Light jobs have two slots of their own (design §4.2 "Lanes"). */
export const LIGHT_SLOTS = 2;

/** Slots of a process, and the share of the heavy lane that one tenant may take: half, rounded up. */
export function slotsOf(concurrency: number): { slots: Slots; tenantHeavy: number } {
  return { slots: { light: LIGHT_SLOTS, heavy: concurrency }, tenantHeavy: Math.ceil(concurrency / 2) };
}

/** What the choice knows of the present: who runs here, and when each tenant last had its turn in a lane. */
export interface Present {
  running: readonly Pick<OpenJob, "tenant" | "lane" | "alone">[];
  lastServed: ReadonlyMap<string, number>;
  now: number;
}

/** Names a tenant's place in a lane: a light job must not cost it its turn among the heavy ones. */
export function turnOf({ lane, tenant }: Pick<OpenJob, "lane" | "tenant">): string {
  return `${lane}/${tenant}`;
}

/**
 * The next job to claim, or null. Tenants take turns: the one with the fewest running jobs in the lane, then the one
 * served longest ago, then the oldest job (R9). A suspect job waits until nothing runs beside it, and holds the rest.
 */
export function nextJob(open: readonly OpenJob[], present: Present, concurrency: number): OpenJob | null {
  if (present.running.some((job) => job.alone)) return null;
  const { slots, tenantHeavy } = slotsOf(concurrency);
  const candidates = open.filter((job) => {
    if (job.owner !== null || job.notBefore > present.now) return false;
    if (count(present, job.lane) >= slots[job.lane]) return false;
    return job.lane === "light" || count(present, "heavy", job.tenant) < tenantHeavy;
  });
  const first = candidates.reduce<OpenJob | null>(
    (best, job) => best === null || before(job, best, present) ? job : best,
    null,
  );
  return first?.alone && present.running.length > 0 ? null : first;
}

function before(a: OpenJob, b: OpenJob, present: Present): boolean {
  const load = count(present, a.lane, a.tenant) - count(present, b.lane, b.tenant);
  if (load !== 0) return load < 0;
  const [servedA, servedB] = [servedAt(a, present), servedAt(b, present)];
  if (servedA !== servedB) return servedA < servedB;
  return a.since !== b.since ? a.since < b.since : a.job < b.job;
}

function servedAt(job: OpenJob, { lastServed }: Present): number {
  return lastServed.get(turnOf(job)) ?? -Infinity;
}

function count(present: Present, lane: Lane, tenant?: string): number {
  return present.running.filter((job) => job.lane === lane && (!tenant || job.tenant === tenant)).length;
}
