import { now } from "../domain/clock.ts";
import { Refusal } from "../domain/errors.ts";
import { NOT_STARTED, type Season, seasonSchema } from "../domain/season.ts";
import { type Tenant, tenantSchema } from "../domain/tenant.ts";
import { seen, settle } from "./change.ts";
import { type Committer, set } from "./commit.ts";
import { groupStore, type YearRef } from "./groups.ts";
import { accountKeys, yearKeys } from "./keys.ts";
import { read } from "./read.ts";

/** The years of a tenant's adjustment. */
export interface Seasons {
  get(ref: YearRef): Promise<Season>;
  /** ［はじめる］: the year is set up from now on, and is the one that the tenant works on. Refuses `overtaken`. */
  start(tenant: string, year: number): Promise<void>;
  /** ［完了］. Refuses `overtaken` when the year is not being set up. */
  open(ref: YearRef): Promise<void>;
  /** Years with data, newest first. */
  years(tenant: string): Promise<number[]>;
}

/** The seasons stored in `kv`. */
export function seasonsOf(kv: Deno.Kv, committer: Committer): Seasons {
  return {
    get: (ref) => readSeason(kv, ref),
    start: (tenant, year) =>
      settle(committer, async () => {
        const stored = await read(kv, accountKeys.tenant(tenant), tenantSchema);
        const season = await read(kv, yearKeys.season(tenant, year), seasonSchema);
        if (!stored.value || season.value || year < stored.value.year) throw new Refusal("overtaken");
        const next: Tenant = { ...stored.value, year };
        const begun: Season = { v: 1, state: "setting_up", startedAt: now(), openedAt: null };
        const change = {
          checks: [seen(stored), seen(season)],
          mutations: [set(stored.key, next), set(season.key, begun)],
        };
        return { change, value: undefined };
      }),
    open: ({ id, year }) =>
      settle(committer, async () => {
        const season = await read(kv, yearKeys.season(id, year), seasonSchema);
        if (season.value?.state !== "setting_up") throw new Refusal("overtaken");
        const next: Season = { ...season.value, state: "open", openedAt: now() };
        return { change: { checks: [seen(season)], mutations: [set(season.key, next)] }, value: undefined };
      }),
    years: (tenant) => yearsOf(kv, tenant),
  };
}

/** A year of a version that kept no seasons is open when it has groups. */
async function readSeason(kv: Deno.Kv, ref: YearRef): Promise<Season> {
  const { value } = await read(kv, yearKeys.season(ref.id, ref.year), seasonSchema);
  if (value) return value;
  const groups = await groupStore(kv, ref).list();
  return groups.length === 0 ? NOT_STARTED : { ...NOT_STARTED, state: "open" };
}

/** One read a year: each goes on behind the last key of the year before. */
async function yearsOf(kv: Deno.Kv, tenant: string): Promise<number[]> {
  const prefix = yearKeys.years(tenant);
  const years: number[] = [];
  for (;;) {
    const last = years.at(-1);
    const start = last === undefined ? [...prefix, 0] : [...prefix, last + 1];
    const [found] = await Array.fromAsync(kv.list({ prefix, start }, { limit: 1 }));
    if (!found) return years.reverse();
    years.push(Number(found.key[prefix.length]));
  }
}
