import { fullName } from "../domain/employee.ts";
import type { Accounts } from "../kv/accounts.ts";
import type { Committer } from "../kv/commit.ts";
import { createGroup } from "../kv/group_changes.ts";
import { commitChange } from "../kv/guarded.ts";
import { hashPassword, type PasswordHash } from "../kv/passwords.ts";
import { seedMembers } from "../kv/seeding.ts";
import { storesOf } from "../kv/stores.ts";
import type { Tenants } from "../kv/tenants.ts";
import {
  otherCompany,
  type SampleCompany,
  sampleCompany,
  sampleGroups,
  setUpAt,
} from "./sample/companies.ts";
import { sampleUlid } from "./sample/draws.ts";
import { lastYearMembers, lastYearOf } from "./sample/last_year.ts";
import { loginsOf, SAMPLE_PASSWORD } from "./sample/logins.ts";
import { companyOf, establishmentsOf } from "./sample/master.ts";
import { sampleMembers } from "./sample/members.ts";
import { personOf } from "./sample/people.ts";
import { RELATIONS } from "./sample/relations.ts";

/** Where the sample companies are stored. */
export interface SampleTarget {
  kv: Deno.Kv;
  committer: Committer;
  tenants: Tenants;
  accounts: Accounts;
}

/**
 * Makes the sample company with `employees` people and the second tenant, whatever of them is missing: it may be
 * called at every start, and after a start that was killed in the middle.
 */
export async function seedSampleCompanies(target: SampleTarget, employees: number): Promise<void> {
  const password = sharedHash();
  for (const company of [sampleCompany(employees), otherCompany()]) {
    await seedCompany(target, company);
    await seedAccounts(target.accounts, company, password);
  }
}

/** The hash of the sample password, made when it is asked for and once: it takes long, and the password is public. */
function sharedHash(): () => Promise<PasswordHash> {
  let hash: Promise<PasswordHash> | undefined;
  return () => hash ??= hashPassword(SAMPLE_PASSWORD);
}

async function seedCompany({ kv, committer, tenants }: SampleTarget, company: SampleCompany) {
  const { tenant: id, name, hosts, year } = company;
  if (!await tenants.byId(id)) await tenants.create({ id, name, hosts, year });
  const ref = { id, year };
  // A group that is there already is left as it is.
  for (const group of sampleGroups(company)) await createGroup(kv, committer, ref, group);
  await seedMasters({ kv, committer }, company);
  await seedMembers(kv, committer, ref, company.count, sampleMembers(company));
  await seedLastYear({ kv, committer }, company);
}

/** What documents print; a copy that is there already, as a sync left it, stays. */
async function seedMasters(
  { kv, committer }: Pick<SampleTarget, "kv" | "committer">,
  company: SampleCompany,
) {
  const { masters } = storesOf(kv, { id: company.tenant, year: company.year });
  await commitChange(kv, committer, {
    guards: [masters.guard()],
    async compute() {
      if (await masters.company()) return [];
      return [
        ...masters.putCompany(companyOf(company)),
        ...establishmentsOf(company).flatMap((one) => masters.putEstablishment(one)),
        ...RELATIONS.flatMap((one, place) => masters.putRelation(place, one)),
      ];
    },
  });
}

/** The year before, which is read under 過去の年末調整 and carried over from. */
async function seedLastYear(
  { kv, committer }: Pick<SampleTarget, "kv" | "committer">,
  company: SampleCompany,
) {
  const { tenant: id, year, count } = lastYearOf(company);
  const ref = { id, year };
  for (const group of sampleGroups(lastYearOf(company))) await createGroup(kv, committer, ref, group);
  await seedMasters({ kv, committer }, lastYearOf(company));
  await seedMembers(kv, committer, ref, count, lastYearMembers(company), { past: true });
}

async function seedAccounts(
  accounts: Accounts,
  company: SampleCompany,
  password: () => Promise<PasswordHash>,
) {
  for (const [n, { person, name, ...login }] of loginsOf(company).entries()) {
    const employee = person !== null && person < company.count ? personOf(company, person) : null;
    const employeeCode = employee?.code ?? null;
    const identifier = login.email ?? employeeCode;
    if (identifier === null || await accounts.find(company.tenant, identifier)) continue;
    const id = sampleUlid(company.seed, -100 - n, setUpAt(company) + n);
    const shown = name ?? (employee ? fullName(employee) : identifier);
    const account = { id, ...login, name: shown, employeeCode };
    await accounts.create(company.tenant, account, await password()).catch(async (error) => {
      // Two processes that start together may both be about to.
      if (!await accounts.find(company.tenant, identifier)) throw error;
    });
  }
}
