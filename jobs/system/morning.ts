import { ulid } from "ulid";
import { now } from "../../domain/clock.ts";
import type { Morning } from "../../domain/morning.ts";
import type { Stores } from "../../domain/stores.ts";
import type { Tenant } from "../../domain/tenant.ts";
import type { Committer } from "../../kv/commit.ts";
import { passMorning, readMorning } from "../../kv/mornings.ts";
import { accept } from "../engine/accept.ts";
import type { DueEntry, Order } from "../engine/records.ts";
import { dayOf } from "../tokyo_day.ts";
import { morningDuties, morningOf, morningWork } from "./morning_duties.ts";
import { SYSTEM } from "./system_operation.ts";

/** So many 依頼 take a slot of the light lane, as any mass change does (design §4.2 "Lanes"). */
const LIGHT = 100;

interface Means {
  kv: Deno.Kv;
  committer: Committer;
  stores(tenant: Tenant): Stores;
}

/**
 * Carries out the duty of a tenant's morning: a job where there is anything to do, in the commit that names the next
 * morning, so that one job comes of it whatever dies. A morning that was missed comes late, and once for all of them.
 */
export async function beginMorning(
  { kv, committer, stores }: Means,
  { tenant: id }: DueEntry,
  key: Deno.KvKey,
): Promise<void> {
  const at = now();
  const duty = await readMorning(kv, id, { key, at });
  if (!duty) return;
  const { tenant, passed } = duty;
  const morning = morningOf(at, dayOf(Number(key[2])));
  const work = tenant ? await countWork(stores(tenant), morning) : 0;
  if (!tenant || work === 0) return await passMorning(committer, duty);
  const { outcome } = await accept(kv, committer, {
    tenant: id,
    job: ulid(at),
    title: morningDuties.title(null, {}),
    order: orderOf(tenant, morning, work),
    key: `morning ${morning.today}`,
    hash: "",
    input: passed,
  });
  // A process that started at 08:00 sharp named this morning again after it was met.
  if (outcome !== "accepted") await passMorning(committer, duty);
}

async function countWork(stores: Stores, morning: Morning): Promise<number> {
  let work = 0;
  for (const group of await stores.groups.list()) work += await morningWork(stores, group, morning);
  return work;
}

function orderOf(tenant: Tenant, { at, since }: Morning, work: number): Order {
  return {
    v: 1,
    kind: morningDuties.kind,
    year: tenant.year,
    actor: SYSTEM,
    group: null,
    lane: work <= LIGHT ? "light" : "heavy",
    lock: null,
    acceptedAt: at,
    options: { since },
    input: null,
    keepInput: true,
    rerunOf: null,
    system: true,
  };
}
