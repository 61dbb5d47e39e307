import assert from "node:assert/strict";
import { Refusal, Unavailable } from "../../domain/errors.ts";
import type { Company as CompanyInfo, Establishment, RelationEntry } from "../../domain/master.ts";
import { EMPTY_SOURCE } from "../../sources/empty.ts";
import type { MasterSource } from "../../sources/source.ts";
import { eventually, stored } from "../engine/test_tools.ts";
import { ADMIN, type Company, masterOf, openCompany, testUser } from "../test_tools.ts";

const INFO: CompanyInfo = {
  name: "株式会社アクメ",
  representative: "青山 恵",
  representativeKana: "アオヤマ メグミ",
  corporateNumber: "0000000000001",
};

const establishment = (n: number, more: Partial<Establishment> = {}): Establishment => ({
  sourceId: `e-${String(n).padStart(4, "0")}`,
  name: `第${n}事業所`,
  taxOffice: "麹町",
  payerAddress: null,
  ...more,
});

const relation = (name: string): RelationEntry => ({
  sourceId: `r-${name}`,
  name,
  preset: null,
  isChild: false,
});

interface Master {
  company: CompanyInfo;
  establishments: Establishment[];
  relations: RelationEntry[];
}

/** A master whose contents a test may replace between two syncs. */
function changing(master: Master): MasterSource {
  return masterOf([], {
    company: () => Promise.resolve(master.company),
    establishments: () => Promise.resolve(master.establishments),
    relations: () => Promise.resolve(master.relations),
  });
}

const start = (c: Company, user = ADMIN) => c.accept({ operation: "sync_establishments" }, user);
const run = async (c: Company) => await c.ended((await start(c)).id);

async function copyOf({ stores: { masters } }: Company): Promise<Partial<Master>> {
  const [company, establishments, relations] = await Promise.all([
    masters.company(),
    masters.establishments(),
    masters.relations(),
  ]);
  return { ...(company && { company }), establishments, relations };
}

Deno.test("company, establishments and 続柄 are copied, and counted", async () => {
  const master = {
    company: INFO,
    establishments: [establishment(2), establishment(1)],
    relations: [relation("妻"), relation("夫"), relation("子")],
  };
  await using c = await openCompany({ source: changing(master) });
  assert.deepEqual(await copyOf(c), { establishments: [], relations: [] });
  const { job, result } = await run(c);
  assert.deepEqual([job.title, job.status], ["事業所情報の同期", "completed"]);
  assert.equal(job.message, "事業所情報を同期しました（事業所2件、続柄3件）。");
  assert.deepEqual(result.details, [
    "1件の会社情報を同期しました。",
    "2件の事業所を同期しました。",
    "3件の続柄を同期しました。",
  ]);
  assert.deepEqual([result.errors, result.attachments, job.progress], [[], [], { done: 6, total: 6 }]);
  assert.deepEqual(await copyOf(c), { ...master, establishments: [establishment(1), establishment(2)] });
});

Deno.test("a second sync takes changes over and removes what the master has no more", async () => {
  const master: Master = {
    company: INFO,
    establishments: [establishment(1), establishment(2), establishment(3)],
    relations: [relation("妻"), relation("夫"), relation("子")],
  };
  await using c = await openCompany({ source: changing(master) });
  await run(c);
  master.company = { ...INFO, representative: "" };
  master.establishments = [establishment(3, { taxOffice: "川崎南" }), establishment(4)];
  master.relations = [relation("子")];
  const { job, result } = await run(c);
  assert.equal(job.message, "事業所情報を同期しました（事業所2件、続柄1件）。");
  assert.equal(result.details.at(-1), "4件は基本機能にないため削除しました。");
  assert.deepEqual(await copyOf(c), master);
});

Deno.test("a source that is not connected, or refuses, ends the job and leaves the copy as it was", async () => {
  const cases: [MasterSource, string][] = [
    [EMPTY_SOURCE, "処理を実行できませんでした。基本機能との連携が設定されていません。"],
    [
      masterOf([], {
        company: () => Promise.resolve(INFO),
        establishments: () => Promise.reject(new Refusal("source_forbidden", { what: "事業所" })),
        relations: () => Promise.resolve([]),
      }),
      "基本機能の情報を取得できませんでした。アクセストークンに事業所を参照する権限がありません。",
    ],
  ];
  for (const [source, message] of cases) {
    await using c = await openCompany({ source });
    const { job } = await run(c);
    assert.deepEqual([job.status, job.message], ["failed", message]);
    assert.deepEqual(await copyOf(c), { establishments: [], relations: [] });
  }
});

Deno.test("a source that is down for a while is waited for", async () => {
  let down = true;
  const source = changing({ company: INFO, establishments: [], relations: [relation("妻")] });
  const flaky = {
    ...source,
    relations: () =>
      down ? Promise.reject(new Unavailable("source_unavailable")) : Promise.resolve([relation("妻")]),
  };
  await using c = await openCompany({ source: flaky });
  const { id } = await start(c);
  await eventually(async () => (await stored(c.files.kv, id)).run?.waits === 1);
  down = false;
  c.pass(10_000);
  const { job } = await c.ended(id);
  assert.equal(job.message, "事業所情報を同期しました（事業所0件、続柄1件）。");
});

Deno.test("two syncs at once are one, and only 管理者 may start it", async () => {
  await using c = await openCompany({
    source: changing({ company: INFO, establishments: [], relations: [] }),
  });
  const release = c.hold();
  const { id } = await start(c);
  await assert.rejects(start(c), { code: "already_open" });
  const confirm = await c.user(testUser("confirm", { role: "confirm" }));
  await assert.rejects(start(c, confirm), { code: "forbidden" });
  release();
  assert.equal((await c.ended(id)).job.status, "completed");
});

Deno.test("workers die after every commit: copy, counts and removals are as of one clean run", async () => {
  const before: Master = {
    company: INFO,
    establishments: Array.from({ length: 400 }, (_, i) => establishment(i)),
    relations: Array.from({ length: 300 }, (_, i) => relation(`続柄${i}`)),
  };
  const after: Master = {
    company: INFO,
    establishments: before.establishments.slice(390).concat(establishment(1_000)),
    relations: before.relations.slice(0, 5),
  };
  const outcome = async (deaths: number) => {
    let died = 0;
    let breakable = false;
    const master = { ...before };
    await using c: Company = await openCompany({
      source: changing(master),
      committerOfWorkers: (committer) => ({
        async commit(change, priority) {
          const result = await committer.commit(change, priority);
          const effect = change.mutations.some((m) => m.key[2] === "checkpoint");
          if (!breakable || died === deaths || !effect) return result;
          died++;
          c.breakWorkers();
          return await new Promise(() => {});
        },
      }),
    });
    await run(c);
    Object.assign(master, after);
    breakable = true;
    const { job, result } = await run(c);
    return { died, outcome: [job.message, job.progress, result.details, await copyOf(c)] };
  };
  const clean = await outcome(0);
  const died = await outcome(2);
  assert.equal(died.died, 2);
  assert.deepEqual(died.outcome, clean.outcome);
  assert.deepEqual(clean.outcome.at(-1), after);
});

Deno.test("what fits into no stored value or key ends the job with a reason, and nothing changes", async () => {
  const long = "長".repeat(40_000);
  const broken: [string, Partial<Master>][] = [
    ["会社情報", { company: { ...INFO, name: long } }],
    ["事業所", { establishments: [establishment(1), establishment(2, { name: long })] }],
    ["事業所", { establishments: [establishment(1, { sourceId: "e".repeat(201) })] }],
    ["続柄", { relations: [relation("妻"), relation(long)] }],
  ];
  for (const [what, more] of broken) {
    const master = {
      company: INFO,
      establishments: [establishment(1)],
      relations: [relation("妻")],
      ...more,
    };
    await using c = await openCompany({ source: changing(master) });
    const { job } = await run(c);
    assert.equal(job.status, "failed");
    assert.match(job.message, new RegExp(`応答を読み取れませんでした（${what}）。$`));
    assert.equal((await copyOf(c)).company ?? null, null);
  }
});
