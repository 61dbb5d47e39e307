import assert from "node:assert/strict";
import fc from "fast-check";
import type { Lane } from "./records.ts";
import { LIGHT_SLOTS, nextJob, type OpenJob, type Present, slotsOf, turnOf } from "./slots.ts";

const NOW = 1_000_000;

function openJob(job: string, more: Partial<OpenJob> = {}): OpenJob {
  return {
    v: 1,
    job,
    tenant: "a",
    lane: "heavy",
    attempt: 0,
    since: 0,
    owner: null,
    notBefore: 0,
    alone: false,
    ...more,
  };
}

const present = (more: Partial<Present> = {}): Present => ({
  running: [],
  lastServed: new Map(),
  now: NOW,
  ...more,
});

/** Claims as long as there is a choice, as the tick does. */
function fill(
  waiting: OpenJob[],
  running: OpenJob[],
  concurrency: number,
  served = new Map<string, number>(),
) {
  const started: OpenJob[] = [];
  for (let turn = 0;; turn++) {
    const job = nextJob(
      waiting,
      present({ running: [...running, ...started], lastServed: served }),
      concurrency,
    );
    if (!job) return started;
    waiting.splice(waiting.indexOf(job), 1);
    served.set(turnOf(job), turn);
    started.push(job);
  }
}

const lane = fc.constantFrom<Lane>("light", "heavy");
const jobs = fc.array(
  fc.record({
    tenant: fc.constantFrom("a", "b", "c"),
    lane,
    alone: fc.boolean(),
    since: fc.nat(5),
    notBefore: fc.constantFrom(0, NOW, NOW + 1),
    owner: fc.constantFrom(null, null, null, "other"),
  }),
  { maxLength: 30 },
).map((list) => list.map((one, i) => openJob(`job-${i}`, one)));

Deno.test("whatever waits: slots and shares are kept, and only free jobs are taken", () => {
  fc.assert(fc.property(jobs, fc.integer({ min: 1, max: 5 }), (waiting, concurrency) => {
    const started = fill([...waiting], [], concurrency);
    const heavy = started.filter((job) => job.lane === "heavy");
    assert.ok(started.length - heavy.length <= LIGHT_SLOTS);
    assert.ok(heavy.length <= concurrency);
    for (const mine of Map.groupBy(heavy, (job) => job.tenant).values()) {
      assert.ok(mine.length <= Math.ceil(concurrency / 2));
    }
    for (const job of started) assert.ok(job.owner === null && job.notBefore <= NOW);
    if (started.some((job) => job.alone)) assert.equal(started.length, 1);
  }));
});

Deno.test("a slot stays free only when no job may take it", () => {
  fc.assert(fc.property(jobs, fc.integer({ min: 1, max: 5 }), (all, concurrency) => {
    const waiting = all.map((job) => ({ ...job, alone: false }));
    const started = fill(waiting, [], concurrency);
    const { slots, tenantHeavy } = slotsOf(concurrency);
    const count = (of: Lane, tenant?: string) =>
      started.filter((job) => job.lane === of && (!tenant || job.tenant === tenant)).length;
    for (const job of waiting.filter((one) => one.owner === null && one.notBefore <= NOW)) {
      const full = count(job.lane) === slots[job.lane];
      assert.ok(full || (job.lane === "heavy" && count("heavy", job.tenant) === tenantHeavy));
    }
  }));
});

Deno.test("a tenant's first job starts when the next slot of its lane frees, whoever waits before it", () => {
  const many = fc.integer({ min: 1, max: 1_000 });
  fc.assert(fc.property(many, fc.integer({ min: 1, max: 4 }), lane, (crowd, concurrency, of) => {
    const waiting = Array.from({ length: crowd }, (_, i) => openJob(`a-${i}`, { lane: of, since: i }));
    const served = new Map<string, number>();
    const running = fill(waiting, [], concurrency, served);
    waiting.push(openJob("b-1", { tenant: "b", lane: of, since: crowd + 1 }));
    const again = fill(waiting, running.slice(1), concurrency, served);
    assert.equal(again[0]?.job, "b-1");
  }));
});

Deno.test("a light job a moment ago does not cost a tenant its turn among the heavy ones", () => {
  const waiting = [openJob("a-2"), openJob("b-1", { tenant: "b", since: 9 })];
  const lastServed = new Map([
    [turnOf({ lane: "heavy", tenant: "a" }), 1],
    [turnOf({ lane: "light", tenant: "b" }), 2],
  ]);
  assert.equal(nextJob(waiting, present({ lastServed }), 1)?.job, "b-1");
});

Deno.test("who has fewer jobs at work goes first, also when it had its turn later", () => {
  const waiting = [openJob("a-2"), openJob("b-2", { tenant: "b", since: 9 })];
  const lastServed = new Map([
    [turnOf({ lane: "heavy", tenant: "a" }), 1],
    [turnOf({ lane: "heavy", tenant: "b" }), 2],
  ]);
  const running = [openJob("a-1"), openJob("c-1", { tenant: "c" })];
  assert.equal(nextJob(waiting, present({ running, lastServed }), 4)?.job, "b-2");
});

Deno.test("tenants take turns, one thousand to one or not", () => {
  const waiting = [
    ...Array.from({ length: 6 }, (_, i) => openJob(`a-${i}`)),
    ...Array.from({ length: 3 }, (_, i) => openJob(`b-${i}`, { tenant: "b", since: 100 })),
  ];
  const served = new Map<string, number>();
  const order: string[] = [];
  for (let turn = 1; waiting.length > 0; turn++) {
    const job = nextJob(waiting, present({ lastServed: served }), 1)!;
    served.set(turnOf(job), turn);
    waiting.splice(waiting.indexOf(job), 1);
    order.push(job.tenant);
  }
  assert.equal(order.join(""), "abababaaa");
});

Deno.test("within a tenant the oldest goes first", () => {
  const waiting = [openJob("c", { since: 2 }), openJob("b", { since: 1 }), openJob("a", { since: 1 })];
  assert.deepEqual(fill(waiting, [], 6).map(({ job }) => job), ["a", "b", "c"]);
});

Deno.test("a suspect job waits until nothing runs, holds the rest, and runs by itself", () => {
  const suspect = openJob("suspect", { alone: true });
  const later = openJob("later", { tenant: "b", since: 1 });
  const running = [openJob("running", { tenant: "b", lane: "light" })];
  assert.equal(nextJob([suspect, later], present({ running }), 4), null);
  assert.equal(nextJob([suspect, later], present(), 4)?.job, "suspect");
  assert.equal(nextJob([later], present({ running: [suspect] }), 4), null);
});

Deno.test("a tenant's share is half of the heavy slots, rounded up; light slots are its own", () => {
  assert.deepEqual([1, 2, 3, 4, 5].map((n) => slotsOf(n).tenantHeavy), [1, 1, 2, 2, 3]);
  assert.deepEqual(slotsOf(3).slots, { light: LIGHT_SLOTS, heavy: 3 });
});
