import { allows } from "../domain/permission.ts";
import { explain } from "../domain/reasons.ts";
import type { User } from "../domain/user.ts";
import { jobKeys } from "../kv/keys.ts";
import { readMany } from "../kv/read.ts";
import type { AcceptMeans } from "./acceptance.ts";
import { rerunIds } from "./engine/lookups.ts";
import { type JobRecord, jobSchema, type Order } from "./engine/records.ts";
import { type Operation, placeFor } from "./operation.ts";
import { inputMissing } from "./rerun.ts";
import type { Asker, JobControl } from "./service.ts";
import { seesJob } from "./visibility.ts";

/** Links to later runs that a page shows: the newest. */
const MAX_RERUNS = 20;

/** What a person may do with a job now: 中断 while it runs, 同じ内容で再実行 when it has ended. */
export async function controlOf(
  means: AcceptMeans,
  { tenant, user }: Asker,
  { job, order, open }: { job: JobRecord; order: Order; open: boolean },
): Promise<JobControl> {
  const running = job.status === "running";
  const [links, rerun] = await Promise.all([
    runsOf(means.files.kv, tenant.id, user, order.rerunOf, job.id),
    open && !running ? rerunOf(means, tenant.id, user, order) : null,
  ]);
  return { cancel: open && running, rerun, ...links };
}

/** How the job can be run again, null when this person may not, or nobody can. */
async function rerunOf(
  means: AcceptMeans,
  tenant: string,
  user: User,
  order: Order,
): Promise<JobControl["rerun"]> {
  const operation = means.find(order.kind);
  if (!operation || operation.rerun === "never" || !mayStart(user, operation, order)) return null;
  const missing = await inputMissing(means.files, tenant, order);
  return {
    confirm: operation.rerun === "confirm",
    password: operation.password ?? false,
    unavailable: missing ? inputGone() : null,
  };
}

function mayStart(user: User, operation: Operation, { group }: Order): boolean {
  const place = placeFor(operation, group ? "group" : "all");
  return place !== null && allows(user.role, place.permission);
}

function inputGone(): string {
  const { cause, remedy } = explain("input_gone");
  return `${cause}。${remedy}。`;
}

/** The run before and the runs after, as far as they are still kept and this person finds them in the list. */
async function runsOf(
  kv: Deno.Kv,
  tenant: string,
  user: User,
  before: string | null,
  job: string,
): Promise<Pick<JobControl, "rerunOf" | "reruns">> {
  const after = await rerunIds(kv, tenant, job, MAX_RERUNS);
  const ids = before === null ? after : [before, ...after];
  const stored = await readMany(kv, ids.map((id) => jobKeys.job(tenant, id)), jobSchema);
  const seen = new Set(stored.flatMap(({ value }) => value && seesJob(user, value) ? [value.id] : []));
  return {
    rerunOf: before !== null && seen.has(before) ? before : null,
    reruns: after.filter((id) => seen.has(id)),
  };
}
