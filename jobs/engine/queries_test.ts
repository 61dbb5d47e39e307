import assert from "node:assert/strict";
import fc from "fast-check";
import { encodeTime, ulid } from "ulid";
import { set } from "../../kv/commit.ts";
import { jobKeys } from "../../kv/keys.ts";
import { JOB_STATUSES, type JobView } from "../view.ts";
import { indexSets } from "./indexes.ts";
import { PAGE_SIZE, SCAN_LIMIT } from "./paging.ts";
import { isJobId, type JobFilter, listJobs } from "./queries.ts";
import type { JobRecord } from "./records.ts";
import { openStore, type Store, TENANT } from "./test_tools.ts";

const START = Date.UTC(2026, 10, 1);
const KINDS = ["kind-a", "kind-b", "kind-c"];
const ACTORS = ["alice", "bob"];
const GROUPS = ["g1", "g2", null];

/** Job number `i`; three of them are accepted in the same millisecond. */
function record(i: number, more: Partial<JobRecord> = {}): JobRecord {
  const acceptedAt = START + Math.floor(i / 3) * 1_000;
  const group = GROUPS[(i >> 2) % 3]!;
  return {
    v: 1,
    id: ulid(acceptedAt),
    kind: KINDS[i % 3]!,
    title: i % 7 === 0 ? `依頼状況一覧 ${i}` : `従業員情報 ${i}`,
    status: JOB_STATUSES[i % 5]!,
    message: "",
    group: group === null ? null : { id: group, name: group },
    actor: { id: ACTORS[(i >> 1) % 2]!, email: null },
    acceptedAt,
    startedAt: null,
    finishedAt: null,
    progress: { done: 0, total: null },
    ...more,
  };
}

async function keep({ kv, committer }: Pick<Store, "kv" | "committer">, jobs: JobRecord[]) {
  for (let i = 0; i < jobs.length; i += 100) {
    const mutations = jobs.slice(i, i + 100).flatMap((job) => [
      set(jobKeys.job(TENANT, job.id), job),
      ...indexSets(TENANT, job),
    ]);
    await committer.commit({ checks: [], mutations });
  }
  return kv;
}

const matching = (jobs: JobRecord[], filter: JobFilter) =>
  jobs.filter((job) =>
    (filter.status === undefined || job.status === filter.status) &&
    (filter.kind === undefined || job.kind === filter.kind) &&
    (filter.actor === undefined || job.actor.id === filter.actor) &&
    (filter.group === undefined || job.group?.id === filter.group) &&
    (filter.from === undefined || job.acceptedAt >= filter.from) &&
    (filter.until === undefined || job.acceptedAt < filter.until) &&
    (filter.text === undefined || job.title.includes(filter.text))
  ).map(({ id }) => id).toSorted().reverse();

/** All pages one after the other. */
async function allPages(kv: Deno.Kv, filter: JobFilter): Promise<JobView[][]> {
  const pages: JobView[][] = [];
  let after: string | undefined;
  do {
    const { jobs, next } = await listJobs(kv, TENANT, { ...filter, after });
    pages.push(jobs);
    after = next ?? undefined;
  } while (after !== undefined);
  return pages;
}

const times = fc.option(fc.integer({ min: START - 2_000, max: START + 140_000 }), { nil: undefined });
const filters: fc.Arbitrary<JobFilter> = fc.record({
  status: fc.option(fc.constantFrom(...JOB_STATUSES), { nil: undefined }),
  kind: fc.option(fc.constantFrom(...KINDS, "no such kind"), { nil: undefined }),
  actor: fc.option(fc.constantFrom(...ACTORS), { nil: undefined }),
  group: fc.option(fc.constantFrom("g1", "g2"), { nil: undefined }),
  from: times,
  until: times,
  text: fc.option(fc.constantFrom("依頼", "員", "1", "%"), { nil: undefined }),
});

Deno.test("whatever the filters, the pages together are all that match, newest first, once each", async () => {
  using store = await openStore();
  const jobs = Array.from({ length: 400 }, (_, i) => record(i));
  await keep(store, jobs);
  await fc.assert(
    fc.asyncProperty(filters, async (filter) => {
      const pages = await allPages(store.kv, filter);
      assert.deepEqual(pages.flat().map(({ id }) => id), matching(jobs, filter));
      for (const page of pages.slice(0, -1)) assert.equal(page.length, PAGE_SIZE);
    }),
    { numRuns: 80 },
  );
});

Deno.test("the last page says so: with none, one, fifty and fifty-one jobs", async () => {
  for (const [count, sizes] of [[0, [0]], [1, [1]], [50, [50]], [51, [50, 1]], [100, [50, 50]]] as const) {
    using store = await openStore();
    await keep(store, Array.from({ length: count }, (_, i) => record(i)));
    assert.deepEqual((await allPages(store.kv, {})).map((page) => page.length), sizes);
  }
});

Deno.test("two thousand records are looked at for a page; さらに探す goes on where it stopped", async () => {
  using store = await openStore();
  const jobs = Array.from(
    { length: SCAN_LIMIT + 10 },
    (_, i) => record(i, { title: i === 3 ? "針" : "干し草" }),
  );
  await keep(store, jobs);
  const first = await listJobs(store.kv, TENANT, { text: "針" });
  assert.deepEqual([first.jobs, first.scanLimited], [[], true]);
  const second = await listJobs(store.kv, TENANT, { text: "針", after: first.next! });
  assert.deepEqual(second.jobs.map(({ id }) => id), [jobs[3]!.id]);
  assert.deepEqual([second.next, second.scanLimited], [null, false]);
});

Deno.test("a page reads the narrowest index, a person's before a group's before a kind's before a status", async () => {
  using store = await openStore();
  await keep(store, [record(0)]);
  const asked: Deno.KvKey[] = [];
  const kv = new Proxy(store.kv, {
    get(target, name) {
      if (name !== "list") return Reflect.get(target, name).bind(target);
      return (selector: { start: Deno.KvKey; end: Deno.KvKey }, options: Deno.KvListOptions) => {
        asked.push(selector.start.slice(2, -1));
        return target.list(selector, options);
      };
    },
  });
  const wide = { status: "completed", kind: "kind-a", group: "g1" } as const;
  await listJobs(kv, TENANT, {});
  await listJobs(kv, TENANT, { status: "completed" });
  await listJobs(kv, TENANT, { status: "completed", kind: "kind-a" });
  await listJobs(kv, TENANT, wide);
  await listJobs(kv, TENANT, { ...wide, actor: "alice" });
  await listJobs(kv, TENANT, { ...wide, actor: "alice", status: "running" });
  assert.deepEqual(asked, [
    ["job"],
    ["job_by", "status", "completed"],
    ["job_by", "kind", "kind-a"],
    ["job_by", "group", "g1"],
    ["job_by", "actor", "alice"],
    ["job_by", "status", "running"],
  ]);
});

Deno.test("a job that was forgotten between index and record is left out", async () => {
  using store = await openStore();
  const jobs = [record(0), record(3)];
  await keep(store, jobs);
  await store.kv.delete(jobKeys.job(TENANT, jobs[0]!.id));
  const { jobs: found } = await listJobs(store.kv, TENANT, { kind: "kind-a" });
  assert.deepEqual(found.map(({ id }) => id), [jobs[1]!.id]);
});

Deno.test("another tenant's jobs are nobody's", async () => {
  using store = await openStore();
  await keep(store, [record(0)]);
  for (const filter of [{}, { actor: "alice" }]) {
    assert.deepEqual((await listJobs(store.kv, "other", filter)).jobs, []);
  }
});

Deno.test("an id is one that this product gives out", () => {
  assert.ok(isJobId(ulid()));
  for (
    const text of ["", "x", ulid().toLowerCase(), ulid() + "0", "8".repeat(26), "I".repeat(26), "../../etc"]
  ) {
    assert.equal(isJobId(text), false, text);
  }
  assert.ok(isJobId(encodeTime(2 ** 48 - 1, 10) + "0".repeat(16)));
});
