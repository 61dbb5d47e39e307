import { now } from "../../domain/clock.ts";
import { jobKeys, sysKeys } from "../../kv/keys.ts";
import { readMany } from "../../kv/read.ts";
import type { OpenJobLine, OverviewView } from "../view.ts";
import { beatSchema, jobSchema, type OpenEntry, openSchema, ownerSchema, runSchema } from "./records.ts";

/** Open jobs that are shown one by one. */
const MAX_SHOWN = 100;

/** What of an id a person can tell from another. */
const shortId = (id: string) => id.slice(-6);

/** A tenant's open jobs, oldest first, and the processes that run jobs. Nothing in it is personal. */
export async function overview(kv: Deno.Kv, tenant: string): Promise<OverviewView> {
  const [{ open, shown }, processes] = await Promise.all([openOf(kv, tenant), processesOf(kv)]);
  const ids = shown.map(({ job }) => job);
  const [jobs, runs] = await Promise.all([
    readMany(kv, ids.map((id) => jobKeys.job(tenant, id)), jobSchema),
    readMany(kv, ids.map((id) => jobKeys.run(tenant, id)), runSchema),
  ]);
  const lines = shown.flatMap(({ job: id, entry }, i): OpenJobLine[] => {
    const job = jobs[i]?.value;
    // Ended meanwhile.
    if (!job || job.status !== "running") return [];
    const { kind, system = false, acceptedAt } = job;
    const owner = entry.owner && shortId(entry.owner);
    const { attempt, notBefore } = entry;
    const losses = runs[i]?.value?.losses ?? 0;
    return [{ id, kind, system, acceptedAt, state: stateOf(entry), owner, attempt, losses, notBefore }];
  });
  return { jobs: lines, open, processes };
}

/** Job ids are ULIDs: in the order of the keys the oldest comes first. */
async function openOf(kv: Deno.Kv, tenant: string) {
  const shown: { job: string; entry: OpenEntry }[] = [];
  let open = 0;
  for await (const { key, value } of kv.list({ prefix: sysKeys.opens() }, { batchSize: 500 })) {
    const entry = openSchema.safeParse(value).data;
    if (entry?.tenant !== tenant) continue;
    open++;
    if (shown.length < MAX_SHOWN) shown.push({ job: String(key.at(-1)), entry });
  }
  return { open, shown };
}

function stateOf({ owner, notBefore }: OpenEntry): OpenJobLine["state"] {
  if (owner !== null) return "running";
  return notBefore > now() ? "later" : "queued";
}

async function processesOf(kv: Deno.Kv): Promise<OverviewView["processes"]> {
  const entries = await Array.fromAsync(kv.list({ prefix: sysKeys.owners() }));
  const ids = entries.map(({ key }) => String(key.at(-1)));
  const beats = await readMany(kv, ids.map((id) => sysKeys.beat(id)), beatSchema);
  return entries.map(({ value }, i) => ({
    id: shortId(ids[i]!),
    startedAt: ownerSchema.safeParse(value).data?.startedAt ?? 0,
    seenAt: beats[i]?.value?.at ?? null,
  }));
}
