import { set } from "../../kv/commit.ts";
import { createGroup } from "../../kv/group_changes.ts";
import { accountKeys } from "../../kv/keys.ts";
import { seedMembers } from "../../kv/seeding.ts";
import { sampleCompany, sampleGroups } from "../../sources/sample/companies.ts";
import { companyOf } from "../../sources/sample/master.ts";
import { sampleMembers } from "../../sources/sample/members.ts";
import { commitChange } from "../../kv/guarded.ts";
import { type Company, openCompany, TENANT } from "../test_tools.ts";

/** People of its master: as few as leave the lists to be read by a person. */
const COUNT = 24;

/** The sample company in memory, under the tenant of these tests. */
export async function smallSampleCompany(): Promise<Company> {
  const sample = sampleCompany(COUNT);
  const c = await openCompany();
  const { kv } = c.files;
  await c.committer.commit({ checks: [], mutations: [set(accountKeys.tenant(TENANT.id), TENANT)] });
  const { masters } = c.stores;
  await commitChange(kv, c.committer, {
    guards: [masters.guard()],
    compute: () => Promise.resolve(masters.putCompany(companyOf(sample))),
  });
  for (const group of sampleGroups(sample)) await createGroup(kv, c.committer, TENANT, group);
  await seedMembers(kv, c.committer, TENANT, sample.count, sampleMembers(sample));
  return c;
}
