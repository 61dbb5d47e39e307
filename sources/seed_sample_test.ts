import assert from "node:assert/strict";
import { accountsOf } from "../kv/accounts.ts";
import { committerOf } from "../kv/commit.ts";
import { storesOf } from "../kv/stores.ts";
import { tenantsOf } from "../kv/tenants.ts";
import { sampleSource } from "./sample.ts";
import { sampleCompany } from "./sample/companies.ts";
import { SAMPLE_PASSWORD } from "./sample/logins.ts";
import { seedSampleCompanies } from "./seed_sample.ts";

async function target() {
  const kv = await Deno.openKv(":memory:");
  const committer = committerOf(kv);
  const accounts = accountsOf(kv, committer, { sessionSecret: "a secret of these tests, thirty-two" });
  return { kv, committer, tenants: tenantsOf(kv, committer), accounts, [Symbol.dispose]: () => kv.close() };
}

Deno.test("both companies are there with groups, people and accounts; a second start changes nothing", async () => {
  using database = await target();
  const { kv, tenants, accounts } = database;
  await seedSampleCompanies(database, 100);
  const stored = await Array.fromAsync(kv.list({ prefix: [] }));
  await seedSampleCompanies(database, 100);
  assert.deepEqual(await Array.fromAsync(kv.list({ prefix: [] })), stored);

  for (const host of ["localhost", "127.0.0.1", "[::1]"]) {
    assert.equal((await tenants.byHost(host))?.id, "sample");
  }
  assert.equal((await tenants.byHost("other.localhost"))?.id, "other");
  const sample = (await tenants.byId("sample"))!;
  const groups = await storesOf(kv, sample).groups.list();
  assert.deepEqual(groups.map((group) => group.name), ["本社", "工場", "店舗", "役員"]);
  const { masters } = storesOf(kv, sample);
  assert.equal((await masters.company())?.name, "株式会社サンプル商事");
  assert.deepEqual((await masters.establishments()).map(({ name }) => name), ["本社", "工場", "店舗"]);
  assert.deepEqual(await masters.relations(), await sampleSource(sampleCompany(0)).relations());
  const employee = (await accounts.find("sample", "employee@sample.example"))!;
  const [member] = await storesOf(kv, sample).members.byCodes([employee.employeeCode!]);
  assert.equal(member?.request?.status, "requested");
  assert.equal(member?.employee.groupId, groups[0]?.id);
  const signedIn = await accounts.signIn("other", "admin@other.example", SAMPLE_PASSWORD, null);
  assert.equal(signedIn.user.role, "admin");
  assert.equal((await accounts.list("sample")).accounts.length, 9);
});

Deno.test("a company of nobody has the accounts that need no employee", async () => {
  using database = await target();
  await seedSampleCompanies(database, 0);
  const range = await database.accounts.find("sample", "range@sample.example");
  assert.equal(range?.employeeCode, null);
  assert.equal((await database.accounts.list("sample")).accounts.length, 8);
});

Deno.test("last year is there, smaller: of the same 社員番号, mostly 確定, with amounts that the carry-over leaves out", async () => {
  using database = await target();
  const { kv, tenants } = database;
  await seedSampleCompanies(database, 300);
  const sample = (await tenants.byId("sample"))!;
  const now = storesOf(kv, sample);
  const before = storesOf(kv, { id: "sample", year: sample.year - 1 });
  const groups = await before.groups.list();
  assert.deepEqual(groups.map(({ name }) => name), ["本社", "工場", "店舗", "役員"]);
  const walked = await Promise.all(groups.map(({ id }) => Array.fromAsync(before.members.walk(id))));
  const members = walked.flat(2);
  assert(members.length >= 50 && members.length <= 70, `${members.length}`);
  const confirmed = members.filter(({ request }) => request!.status === "confirmed").length;
  assert(confirmed >= 30 && confirmed < members.length, `${confirmed}`);

  const codes = members.map(({ employee }) => employee.code);
  const targets = await now.members.byCodes(codes);
  assert(targets.every((member) => member !== null));
  const insurance = await before.insurance.of(members.map(({ employee }) => employee.id));
  const contracts = insurance.flatMap((one) => one.contracts);
  assert(contracts.length > 30 && contracts.every(({ amount }) => amount !== null));
  const present = await now.insurance.of(targets.map((member) => member!.employee.id));
  const carried = await now.lastYear.carriedBy(codes);
  assert(carried.some((left) => left !== null));
  carried.forEach((left, i) => {
    const lastYear = present[i]!.contracts.filter(({ source }) => source === "last_year");
    // Who has answered has said the amounts of this year.
    assert.deepEqual(lastYear.map((one) => ({ ...one, amount: null })), left?.contracts ?? []);
  });
});
