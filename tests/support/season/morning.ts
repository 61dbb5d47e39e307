import { committerOf, set } from "../../../kv/commit.ts";
import { sysKeys } from "../../../kv/keys.ts";
import { tenantsOf } from "../../../kv/tenants.ts";
import type { App } from "../app.ts";
import { HOST } from "./company.ts";

/**
 * Lets it be 08:00 for the company in a process that runs: the duty of a morning is written beside it, into its database,
 * for this moment.
 */
export async function meetMorning({ dir }: App): Promise<void> {
  using kv = await Deno.openKv(`${dir}/nencho.db`);
  const committer = committerOf(kv);
  const { id } = (await tenantsOf(kv, committer).byHost(HOST))!;
  const duty = sysKeys.due(Date.now(), `morning-${id}`);
  await committer.commit({ checks: [], mutations: [set(duty, { v: 1, kind: "morning", tenant: id, id })] });
}

/** The last day (YYYY-MM-DD in Tokyo) whose 08:00 is past, or `days` after it. */
export function closingDay(days = 0): string {
  return Temporal.Now.zonedDateTimeISO("Asia/Tokyo").subtract({ hours: 8 }).toPlainDate().add({ days })
    .toString();
}
