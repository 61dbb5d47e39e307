import { committerOf, set } from "../../../kv/commit.ts";
import { groupChangesOf } from "../../../kv/group_changes.ts";
import { sysKeys } from "../../../kv/keys.ts";
import { settingsChangesOf } from "../../../kv/settings_changes.ts";
import { storesOf } from "../../../kv/stores.ts";
import { dayOf } from "../../../jobs/tokyo_day.ts";
import type { App } from "../app.ts";
import type { Client } from "../client.ts";
import { until } from "../until.ts";

/** The sample company's year. */
const YEAR = { id: "sample", year: 2026 };
/** The group that closes, and the one whose people are told again. */
export const MAIN_GROUP = "本社";
const OTHER_GROUP = "工場";
const DAY_MS = 24 * 60 * 60_000;

/**
 * Lets it be 08:00 for the sample company, in a process that runs: the duty of a morning is written beside it, into its
 * database. Waits for the end of what follows, and tells how many 依頼 it could meet.
 */
export async function passMorning(
  client: Client,
  { dir }: App,
): Promise<{ expired: number; reminded: number }> {
  const [main, other] = await Promise.all([client.group(MAIN_GROUP), client.group(OTHER_GROUP)]);
  // Not the clock of the tests, which another one may have moved on.
  const now = Date.now();
  using kv = await Deno.openKv(`${dir}/nencho.db`);
  const committer = committerOf(kv);
  const { groups } = storesOf(kv, YEAR);
  const meets = async (group: string, statuses: string[]) => {
    const { byStatus } = await groups.tally(group);
    return Object.entries(byStatus).reduce(
      (sum, [status, n]) => statuses.includes(status) ? sum + n : sum,
      0,
    );
  };
  const met = {
    expired: await meets(main, ["requested", "answering"]),
    reminded: await meets(other, ["requested", "answering", "correcting"]),
  };
  const closed = { closesOn: dayOf(now - DAY_MS), closedMessage: null };
  await groupChangesOf(kv, committer, YEAR).setDeadline(main, closed);
  const reminder = { baseOn: dayOf(now), daysBefore: 0, everyDays: 1 };
  await settingsChangesOf(kv, committer, YEAR).ofGroup(other, (settings) => ({ ...settings, reminder }));
  const duty = sysKeys.due(now, `morning-${YEAR.id}`);
  await committer.commit({
    checks: [],
    mutations: [set(duty, { v: 1, kind: "morning", tenant: YEAR.id, id: YEAR.id })],
  });
  await until("the end of the morning", async () => {
    // In one order: the job is there before the duty is gone.
    const met = (await kv.get(duty)).versionstamp === null;
    const open = await Array.fromAsync(kv.list({ prefix: sysKeys.opens() }));
    return met && open.length === 0;
  });
  return met;
}
