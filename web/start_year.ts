import type { Context } from "fresh";
import { ulid } from "ulid";
import { now } from "../domain/clock.ts";
import { Refusal } from "../domain/errors.ts";
import { yearToStart } from "../domain/season.ts";
import type { User } from "../domain/user.ts";
import { dayOf } from "../jobs/tokyo_day.ts";
import type { Accepted, Submission } from "../jobs/service.ts";
import type { State } from "./state.ts";

/** What ［はじめる］ starts, in this order. */
const FIRST_JOBS = ["sync_establishments", "sync_employees"] as const;

/** The year that ［はじめる］ would begin now; null: none. */
export async function startableYear({ services, tenant }: State): Promise<number | null> {
  return yearToStart(await services.seasons.get(tenant), tenant.year, Number(dayOf(now()).slice(0, 4)));
}

/**
 * ［はじめる］: begins the year and accepts the first syncs, for a 管理者. Answers the id of the sync of employees; null
 * when somebody began the year a moment ago. Refuses `overtaken` for another year than the one that can be begun.
 */
export async function startYear(ctx: Context<State>, user: User, year: number): Promise<string | null> {
  const { services, tenant } = ctx.state;
  if (tenant.year === year && (await services.seasons.get(tenant)).state === "setting_up") return null;
  if (year !== await startableYear(ctx.state)) throw new Refusal("overtaken");
  await services.seasons.start(tenant.id, year);
  services.tenants.forget(tenant);
  let last: string | null = null;
  for (const operation of FIRST_JOBS) {
    const asker = { tenant: { ...tenant, year }, user };
    last = await accepted(() => services.jobs.accept(asker, submissionOf(operation))) ?? last;
  }
  return last;
}

/** The id of the job; null where the same sync is running already, which is as good. */
async function accepted(accept: () => Promise<Accepted>): Promise<string | null> {
  try {
    return (await accept()).id;
  } catch (error) {
    if (error instanceof Refusal && error.code === "already_open") return null;
    throw error;
  }
}

function submissionOf(operation: string): Submission {
  return { operation, group: null, key: ulid(), fields: [], file: null };
}
