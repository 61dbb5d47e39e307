import { now } from "../../domain/clock.ts";
import { nextClosingTime } from "../../domain/deadline.ts";
import type { Reminder } from "../../domain/reminder.ts";
import type { Tenant } from "../../domain/tenant.ts";
import { commitChange } from "../../kv/guarded.ts";
import { groupChangesOf } from "../../kv/group_changes.ts";
import { jobKeys, sysKeys } from "../../kv/keys.ts";
import { ensureMornings } from "../../kv/mornings.ts";
import { storedBelow, storedDues, storeTenant } from "../../kv/stored_fixture.ts";
import { storesOf } from "../../kv/stores.ts";
import { eventually, openJobs, stored } from "../engine/test_tools.ts";
import { type DueEntry, jobSchema } from "../engine/records.ts";
import { askedCompany, GROUP, type TestPerson } from "../requests_fixture.ts";
import { type Company, type CompanyOptions, TENANT } from "../test_tools.ts";
import { beginMorning } from "./morning.ts";

/** A company with 本社 (see requests_fixture.ts) that has its mornings. */
export async function openMornings(
  people: readonly TestPerson[],
  options?: CompanyOptions,
): Promise<Company> {
  const c = await askedCompany(people, options);
  const tenant = { ...TENANT, hosts: ["acme.test"] };
  await storeTenant(c.committer, tenant);
  await ensureMornings(c.committer, [TENANT], now());
  return c;
}

/** Sets 受付終了日 of a group. */
export function closeOn(c: Company, closesOn: string | null, group = GROUP): Promise<void> {
  return groupChangesOf(c.files.kv, c.committer, TENANT).setDeadline(group, {
    closesOn,
    closedMessage: null,
  });
}

/** Sets the 再通知設定 of a group. */
export async function remindOn(c: Company, reminder: Reminder | null, group = GROUP): Promise<void> {
  await commitChange(c.files.kv, c.committer, {
    guards: [c.stores.members.guard(group)],
    async compute() {
      return c.stores.settings.putGroup(group, { ...await c.stores.settings.ofGroup(group), reminder });
    },
  });
}

/** When the system looks at the company next. */
export async function nextMornings(c: Company): Promise<number[]> {
  const duties = await storedDues(c.files.kv);
  return duties.map(({ key }) => key).filter(([, , , id]) => id === `morning-${TENANT.id}`).map(([, , at]) =>
    Number(at)
  );
}

/**
 * Lets `mornings` of them pass, the last at 08:00 sharp, and waits until what follows from it is done. The duty is
 * carried out at once, unless it is left to the sweep, which comes once a second.
 */
export async function passMornings(
  c: Company,
  mornings = 1,
  { sweep = false }: { sweep?: boolean } = {},
): Promise<void> {
  for (let n = 0; n < mornings; n++) c.pass(nextClosingTime(now()) - now());
  const [due] = await nextMornings(c);
  if (!sweep) await meetMorning(c, due!);
  await eventually(async () => {
    c.engine.ring();
    const [next] = await nextMornings(c);
    return next! > now() && (await openJobs(c.files.kv)).length === 0;
  });
}

/** Carries out the duty of a morning. */
export function meetMorning({ files: { kv }, committer }: Company, due: number): Promise<void> {
  const means = { kv, committer, stores: (tenant: Tenant) => storesOf(kv, tenant) };
  const duty: DueEntry = { v: 1, kind: "morning", tenant: TENANT.id, id: TENANT.id };
  return beginMorning(means, duty, sysKeys.due(due, `morning-${TENANT.id}`));
}

/** Every job of the system, oldest first. */
export async function systemJobs(c: Company) {
  const jobs = await storedBelow(c.files.kv, jobKeys.jobs(TENANT.id));
  const ids = jobs.map(({ value }) => jobSchema.parse(value)).filter(({ system }) => system).map(({ id }) =>
    id
  );
  return await Promise.all(ids.map((id) => stored(c.files.kv, id)));
}
