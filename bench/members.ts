/**
 * Members of a year: stored by the seeding and walked in 社員番号 order, each beside a bare loop over the same keys and
 * values in the same run. Rounds alternate, rows show medians. `deno run -A bench/members.ts [employees] [rounds]`
 */
import { committerOf } from "../kv/commit.ts";
import { yearKeys } from "../kv/keys.ts";
import { memberStore } from "../kv/members.ts";
import { seedMembers } from "../kv/seeding.ts";
import { sampleCompany } from "../sources/sample/companies.ts";
import { sampleMembers } from "../sources/sample/members.ts";

const employees = Number(Deno.args[0] ?? 100_000);
const rounds = Number(Deno.args[1] ?? 5);
const folder = await Deno.makeTempDir();
const company = sampleCompany(employees);
const ref = { id: company.tenant, year: company.year };

/** Seconds that `work` takes. */
async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** The same entries in commits of 200, unchecked and uncounted. */
async function writeBare(from: Deno.Kv, to: Deno.Kv) {
  let atomic = to.atomic();
  let size = 0;
  for await (const { key, value } of from.list({ prefix: [] }, { batchSize: 500 })) {
    atomic.set(key, value);
    if (++size % 200 === 0) {
      await atomic.commit();
      atomic = to.atomic();
    }
  }
  await atomic.commit();
}

async function listAll(kv: Deno.Kv, group: string) {
  const drain = (prefix: Deno.KvKey) => Array.fromAsync(kv.list({ prefix }, { batchSize: 500 }), () => 1);
  await Promise.all([
    drain(yearKeys.employees(ref.id, ref.year, group)),
    drain(yearKeys.requests(ref.id, ref.year, group)),
  ]);
}

async function walkAll(kv: Deno.Kv, group: string): Promise<number> {
  let count = 0;
  for await (const members of memberStore(kv, ref).walk(group)) count += members.length;
  return count;
}

function row(what: string, people: number, ours: number[], bare: number[]) {
  const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
  const per100k = (values: number[]) => (median(values) / people * 100_000).toFixed(2);
  const share = (median(bare) / median(ours)).toFixed(2);
  console.info(`| ${what} | ${per100k(ours)} s | ${per100k(bare)} s | ${share} of bare |`);
}

const kv = await Deno.openKv(`${folder}/seeded.db`);
const seeded = await seconds(() => seedMembers(kv, committerOf(kv), ref, employees, sampleMembers(company)));
const bareKv = await Deno.openKv(`${folder}/bare.db`);
const bareWritten = await seconds(() => writeBare(kv, bareKv));

const group = (sampleMembers(company)(0) ?? sampleMembers(company)(1))!.employee.groupId ?? "";
const people = await walkAll(kv, group);
const walks: number[] = [];
const lists: number[] = [];
for (let round = 0; round < rounds; round++) {
  walks.push(await seconds(() => walkAll(kv, group)));
  lists.push(await seconds(() => listAll(kv, group)));
}
console.info(`| what | ours | bare KV, same run | share |`);
row("100,000 members stored by the seeding", employees, [seeded], [bareWritten]);
row("100,000 members walked in order, checked by schema", people, walks, lists);
for (const handle of [kv, bareKv]) handle.close();
await Deno.remove(folder, { recursive: true });
