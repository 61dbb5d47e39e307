import { allows } from "../domain/permission.ts";
import { explain } from "../domain/reasons.ts";
import { jobKeys } from "../kv/keys.ts";
import type { AcceptMeans } from "./acceptance.ts";
import type { JobRecord, Order } from "./engine/records.ts";
import { placeFor } from "./operation.ts";
import { inputMissing } from "./rerun.ts";
import type { Asker, JobControl } from "./service.ts";

/** Links to other runs that a page shows. */
const MAX_RERUNS = 20;

/** What a person may do with a job now: 中断 while it runs, 同じ内容で再実行 when it has ended. */
export async function controlOf(
  means: AcceptMeans,
  { tenant, user }: Asker,
  { job, order, open }: { job: JobRecord; order: Order; open: boolean },
): Promise<JobControl> {
  const reruns: string[] = [];
  const again = means.files.kv.list({ prefix: jobKeys.reruns(tenant.id, job.id) }, { limit: MAX_RERUNS });
  for await (const { key } of again) reruns.push(String(key.at(-1)));
  const running = job.status === "running";
  const links = { rerunOf: order.rerunOf, reruns };
  const operation = means.find(order.kind);
  const place = operation && placeFor(operation, order.group ? "group" : "all");
  const offered = open && !running && place && operation.rerun !== "never" &&
    allows(user.role, place.permission);
  if (!offered) return { cancel: open && running, rerun: null, ...links };
  const missing = await inputMissing(means.files, tenant.id, order);
  return {
    cancel: false,
    rerun: {
      confirm: operation.rerun === "confirm",
      unavailable: missing ? explain("input_gone").cause : null,
    },
    ...links,
  };
}
