import { now } from "../../domain/clock.ts";
import { type Family, gauge } from "../../formats/prometheus.ts";
import { sysKeys } from "../../kv/keys.ts";
import { type OpenEntry, openSchema } from "./records.ts";

/** How long the store is waited for; Prometheus gives up after 10 s. */
const PATIENCE_MS = 3_000;

/** Duties that are due are counted up to here; where more wait, how long the first waits tells enough. */
const DUE_COUNTED = 10_000;

/**
 * What the store says when it is asked: open jobs, duties that are due, processes that run jobs. It is of the whole
 * installation, the same from each of its processes. Where the store cannot be read, or not soon, only that is told:
 * whoever reads metrics waits for some seconds only, and wants the rest most when the database is away.
 */
export async function storeMetrics(kv: Deno.Kv, patienceMs = PATIENCE_MS): Promise<Family[]> {
  const up = (value: number) => gauge("nencho_store_up", "1 while the records can be read.", () => value);
  const late = Promise.withResolvers<null>();
  const timer = setTimeout(() => late.resolve(null), patienceMs);
  const read = Promise.all([openFamilies(kv), dueFamilies(kv), ownerFamily(kv)]).catch(() => null);
  const families = await Promise.race([read, late.promise]);
  clearTimeout(timer);
  return families === null ? [up(0)] : [up(1), ...families.flat()];
}

async function openFamilies(kv: Deno.Kv): Promise<Family[]> {
  const counts = { running: 0, waiting: 0, later: 0 };
  let oldest: number | null = null;
  for await (const { value } of kv.list({ prefix: sysKeys.opens() }, { batchSize: 500 })) {
    const open = openSchema.safeParse(value).data;
    if (!open) continue;
    const state = stateOf(open);
    counts[state]++;
    if (state === "waiting") oldest = Math.min(oldest ?? open.since, open.since);
  }
  const age = oldest === null ? 0 : Math.max(0, now() - oldest) / 1000;
  return [
    gauge("nencho_jobs_running", "Open jobs that a process works on.", () => counts.running),
    gauge(
      "nencho_jobs_waiting",
      "Open jobs that wait: for a slot, or until a moment because something outside was not there.",
      () => [
        { labels: { for: "slot" }, value: counts.waiting },
        { labels: { for: "moment" }, value: counts.later },
      ],
    ),
    gauge(
      "nencho_queue_age_seconds",
      "Since when the oldest job that waits for a slot was accepted.",
      () => age,
    ),
  ];
}

function stateOf({ owner, notBefore }: OpenEntry): "running" | "waiting" | "later" {
  if (owner !== null) return "running";
  return notBefore > now() ? "later" : "waiting";
}

async function dueFamilies(kv: Deno.Kv): Promise<Family[]> {
  const range = { start: sysKeys.dues(), end: [...sysKeys.dues(), now() + 1] };
  let count = 0;
  let first: number | null = null;
  for await (const { key } of kv.list(range, { limit: DUE_COUNTED, batchSize: 500 })) {
    first ??= Number(key[2]);
    count++;
  }
  const late = first === null ? 0 : Math.max(0, now() - first) / 1000;
  return [
    gauge(
      "nencho_due_actions",
      `Duties that are due and not carried out, ${DUE_COUNTED} at most.`,
      () => count,
    ),
    gauge("nencho_due_age_seconds", "For how long the first of them is due.", () => late),
  ];
}

async function ownerFamily(kv: Deno.Kv): Promise<Family[]> {
  let count = 0;
  for await (const _ of kv.list({ prefix: sysKeys.owners() })) count++;
  return [gauge("nencho_owners", "Processes that run jobs, and dead ones not forgotten yet.", () => count)];
}
