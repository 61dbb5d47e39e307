import assert from "node:assert/strict";
import type { MasterEmployee } from "../domain/employee.ts";
import type { Change } from "../kv/commit.ts";
import { commitChange } from "../kv/guarded.ts";
import { cellsOf, type Company, masterOf, openCompany, person } from "./test_tools.ts";

const GROUPS = ["g-head", "g-plant", "g-shop"];

const codeAt = (i: number) => String(i).padStart(6, "0");
const RENEWED = { department: "経理部", employmentType: "契約社員", employmentPreset: "contract_worker" };

/** 700 people in pages of 100: a third present in three groups and in none, every kind among them. */
function people(): MasterEmployee[] {
  return Array.from({ length: 700 }, (_, i) => {
    const code = codeAt(i);
    if (i % 10 === 3) return person(code, RENEWED);
    if (i % 35 === 4) return person(code, { account: null });
    if (i % 35 === 6) return person(code, { status: "retired" });
    if (i % 35 === 9) return { ...person(code), code: null };
    if (i % 70 === 12) return person(codeAt(i - 1), { sourceId: `twin-${i}` });
    return person(code);
  });
}

const PRESENT = Array.from({ length: 240 }, (_, n) => person(codeAt(3 * n)));
const isEffect = ({ mutations }: Change) => mutations.some(({ key }) => key[2] === "checkpoint");

async function company(hook: (c: () => Company, change: Change) => Promise<"stop" | void>): Promise<Company> {
  const all = people();
  const source = masterOf(all, {
    families: (asked) => Promise.resolve(asked.map(() => [])),
    async *employees(from = 0) {
      for (let i = from; i < all.length; i += 100) yield await Promise.resolve(all.slice(i, i + 100));
    },
  });
  const c: Company = await openCompany({
    source,
    committerOfWorkers: (committer) => ({
      async commit(change, priority) {
        const result = await committer.commit(change, priority);
        return await hook(() => c, change) === "stop" ? await new Promise(() => {}) : result;
      },
    }),
  });
  for (const id of GROUPS) await c.group(id, id);
  for (const [n, group] of [...GROUPS, null].entries()) {
    await c.members(group, PRESENT.filter((_, i) => (i >> 1) % 4 === n));
  }
  c.pass(60_000);
  return c;
}

/** Everything that a sync leaves, without the ids and counts of commits that differ from run to run. */
async function outcomeOf(c: Company) {
  const { job, result, files } = await c.ended((await c.accept({ operation: "sync_employees" })).id);
  const { members, groups } = c.stores;
  const walked = await Promise.all([...GROUPS, null].map((group) => Array.fromAsync(members.walk(group))));
  const all = walked.flat(2);
  const baselines = await members.baselines(all.map(({ employee }) => employee.id));
  return {
    list: [job.status, job.message, job.progress],
    result: [result.details, result.errors],
    file: await cellsOf(files[0]!.bytes),
    members: all.map(({ employee: { id: _, ...rest }, request }) => [rest, request?.status]),
    baselines: baselines.map((one) => one!.self),
    tallies: await Promise.all([...GROUPS, ""].map((group) => groups.tally(group))),
  };
}

Deno.test("workers die on the way: whoever is added, renewed and refused is as of one clean run", async () => {
  await using undisturbed = await company(() => Promise.resolve());
  const clean = await outcomeOf(undisturbed);
  assert.match(String(clean.list[1]), /^421名を追加し、24名を更新しました。/);
  for (const points of [[1, 4], [7, 8]]) {
    let effects = 0;
    await using c = await company((c, change) => {
      if (!isEffect(change) || !points.includes(++effects)) return Promise.resolve();
      c().breakWorkers();
      return Promise.resolve("stop");
    });
    assert.deepEqual(await outcomeOf(c), clean);
    assert(effects > Math.max(...points), "both workers died");
  }
});

Deno.test("people who are moved and added by others meanwhile are met where they are then", async () => {
  let moved = false;
  await using c = await company(async (c, change) => {
    if (!isEffect(change) || moved) return;
    moved = true;
    const { files: { kv }, committer, stores: { members } } = c();
    // The rest of 本社 goes to 工場, and somebody whom the sync has not met yet comes in by another way.
    await commitChange(kv, committer, {
      guards: GROUPS.map((group) => members.guard(group)),
      async compute() {
        const found = await members.byCodes(
          PRESENT.filter((_, i) => (i >> 1) % 4 === 0).map(({ code }) => code),
        );
        return found.flatMap((member) => members.move(member!, "g-plant"));
      },
    });
    await c().members("g-shop", [person(codeAt(683), { department: "総務部" })]);
  });
  const { list, members, tallies } = await outcomeOf(c);
  assert.match(String(list[1]), /^420名を追加し、25名を更新しました。/);
  const byCode = new Map(members.map(([employee]) => {
    const { code, groupId, department } = employee as { code: string; groupId: string; department: string };
    return [code, { groupId, department }];
  }));
  assert.equal(byCode.size, members.length);
  assert.deepEqual(tallies.map(({ employees }) => employees).slice(0, 3), [0, 120, 61]);
  assert.deepEqual(byCode.get(codeAt(603)), { groupId: "g-plant", department: "経理部" });
  assert.deepEqual(byCode.get(codeAt(683)), { groupId: "g-shop", department: "経理部" });
  for (const [code, { department }] of byCode) {
    assert.equal(department, Number(code) % 10 === 3 ? "経理部" : "営業部", code);
  }
});
