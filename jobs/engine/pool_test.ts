import { logText } from "../../domain/log.ts";
import assert from "node:assert/strict";
import type { Change } from "../../kv/commit.ts";
import type { Lease } from "./lease.ts";
import { type Channel, poolOf, type RunListener, WORKER_SILENCE_MS } from "./pool.ts";
import type { FromWorker, ToWorker } from "./protocol.ts";
import { eventually, openStore, steppedMonotonic, wrapCommitter } from "./test_tools.ts";

interface FakeWorker {
  got: ToWorker<unknown>[];
  say(message: FromWorker): void;
  breakDown(reason: string): void;
  terminated: boolean;
}

const lease = (job: string, token = `token-${job}`): Lease => ({
  tenant: "acme",
  job,
  attempt: 1,
  token,
  fence: "00000000000000010000",
});

/** A pool of workers that do only what the test says. */
async function fakePool() {
  const store = await openStore();
  const workers: FakeWorker[] = [];
  const monotonic = steppedMonotonic();
  const logged: string[] = [];
  function spawn(): Channel {
    let hear: (message: FromWorker) => void = () => {};
    let broke: (reason: string) => void = () => {};
    const worker: FakeWorker = {
      got: [],
      say: (message) => hear(message),
      breakDown: (reason) => broke(reason),
      terminated: false,
    };
    workers.push(worker);
    return {
      post: (message) => void worker.got.push(message),
      onMessage: (listener) => hear = listener,
      onBreak: (listener) => broke = listener,
      terminate: () => worker.terminated = true,
    };
  }
  /** What a commit has to wait for. */
  const before = { commit: Promise.resolve() };
  const pool = poolOf({
    spawn,
    setup: { some: "setup" },
    committer: wrapCommitter(store.committer, (_, commit) => before.commit.then(commit)),
    log: (_, event, facts) => logged.push(logText(event, facts)),
    monotonic,
  });
  /** Lets so much time pass, looking as often as the tick does. */
  function watch(ms: number) {
    for (let left = ms; left > 0; left -= 1_000) {
      monotonic.pass(Math.min(left, 1_000));
      pool.watch();
    }
  }
  return { pool, workers, monotonic, logged, before, watch, ...store };
}

/** A listener that keeps what it heard. */
function listen(): RunListener & { heard: unknown[] } {
  const heard: unknown[] = [];
  return { heard, progress: (told) => heard.push(told), over: (report) => heard.push(report) };
}

Deno.test("a worker is set up first, then gets one job at a time, and is used again", async () => {
  using t = await fakePool();
  t.pool.warm(1);
  const [first, second, third] = [listen(), listen(), listen()];
  t.pool.run(lease("a"), first);
  t.pool.run(lease("b"), second);
  assert.equal(t.workers.length, 2);
  assert.deepEqual(t.workers.map(({ got }) => got.map(({ type }) => type)), [["setup", "run"], [
    "setup",
    "run",
  ]]);
  t.workers[0]!.say({ type: "progress", progress: { done: 1, total: 2 } });
  t.workers[0]!.say({ type: "done", report: { how: "ended" } });
  assert.deepEqual(first.heard, [{ done: 1, total: 2 }, { how: "ended" }]);
  t.pool.run(lease("c"), third);
  assert.equal(t.workers.length, 2);
  assert.deepEqual(t.workers[0]!.got.at(-1), { type: "run", lease: lease("c") });
  assert.deepEqual(second.heard, []);
});

Deno.test("a worker that breaks gives its job back once, and is replaced", async () => {
  using t = await fakePool();
  const listener = listen();
  t.pool.run(lease("a"), listener);
  const [worker] = t.workers;
  worker!.say({ type: "ready" });
  worker!.breakDown("heap");
  worker!.breakDown("again");
  worker!.say({ type: "done", report: { how: "ended" } });
  assert.deepEqual(listener.heard, [{ how: "died", reason: "heap" }]);
  assert.ok(worker!.terminated);
  assert.equal(t.workers.length, 2);
});

Deno.test("a worker that never got ready is not replaced, and costs its job nothing but a while", async () => {
  using t = await fakePool();
  t.pool.warm(1);
  t.workers[0]!.breakDown("no such module");
  assert.equal(t.workers.length, 1);
  const listener = listen();
  t.pool.run(lease("a"), listener);
  assert.equal(t.workers.length, 2);
  t.workers[1]!.breakDown("no such module");
  assert.deepEqual(listener.heard, [{ how: "returned", back: { why: "stopped", delayMs: 10_000 } }]);
  assert.equal(t.workers.length, 2);
});

Deno.test("a worker at work that is silent for 60 s is dead; any message is a sign of life; idle ones may be silent", async () => {
  using t = await fakePool();
  t.pool.warm(2);
  const listener = listen();
  t.pool.run(lease("a"), listener);
  t.workers[0]!.say({ type: "ready" });
  const [worker, idle] = t.workers;
  const signs: FromWorker[] = [
    { type: "alive" },
    { type: "progress", progress: { done: 1, total: null } },
    { type: "log", level: "info", event: "x", facts: {} },
  ];
  for (const sign of signs) {
    t.watch(WORKER_SILENCE_MS);
    worker!.say(sign);
  }
  assert.equal(worker!.terminated, false);
  t.watch(WORKER_SILENCE_MS + 1);
  assert.ok(worker!.terminated);
  assert.equal(idle!.terminated, false);
  assert.deepEqual(listener.heard.at(-1), { how: "died", reason: "silent" });
});

Deno.test("nobody was silent while the whole process stood still, nor while we owe it an answer", async () => {
  using t = await fakePool();
  t.pool.warm(1);
  const listener = listen();
  t.pool.run(lease("a"), listener);
  t.workers[0]!.say({ type: "ready" });
  t.monotonic.pass(WORKER_SILENCE_MS * 10);
  t.pool.watch();
  assert.deepEqual(listener.heard, []);
  const held = Promise.withResolvers<void>();
  t.before.commit = held.promise;
  const change: Change = { checks: [], mutations: [] };
  t.workers[0]!.say({ type: "commit", call: 1, change, priority: "bulk" });
  t.watch(WORKER_SILENCE_MS * 2);
  assert.deepEqual(listener.heard, []);
  held.resolve();
  await eventually(() => t.workers[0]!.got.some(({ type }) => type === "committed"));
  t.watch(WORKER_SILENCE_MS + 1);
  assert.deepEqual(listener.heard, [{ how: "died", reason: "silent" }]);
});

Deno.test("a worker that was idle for long is not silent when it gets a job", async () => {
  using t = await fakePool();
  t.pool.warm(1);
  t.monotonic.pass(WORKER_SILENCE_MS * 10);
  const listener = listen();
  t.pool.run(lease("a"), listener);
  t.pool.watch();
  assert.deepEqual(listener.heard, []);
});

Deno.test("commits of a worker are made here, and it is told what became of them", async () => {
  using t = await fakePool();
  t.pool.run(lease("a"), listen());
  const [worker] = t.workers;
  const change: Change = { checks: [], mutations: [{ type: "set", key: ["k"], value: 1 }] };
  worker!.say({ type: "commit", call: 1, change, priority: "bulk" });
  worker!.say({
    type: "commit",
    call: 2,
    change: { ...change, checks: [{ key: ["k"], versionstamp: "00000000000000990000" }] },
    priority: "urgent",
  });
  worker!.say({
    type: "commit",
    call: 3,
    change: { checks: [], mutations: [{ type: "set", key: ["k"], value: "x".repeat(99_999) }] },
    priority: "urgent",
  });
  await eventually(() => worker!.got.length === 5);
  const answers = new Map(worker!.got.flatMap((m) => "call" in m ? [[m.call, m]] : []));
  assert.deepEqual([1, 2].map((call) => (answers.get(call) as { result: { ok: boolean } }).result.ok), [
    true,
    false,
  ]);
  assert.equal(answers.get(3)?.type, "commit_failed");
  assert.equal((await t.kv.get(["k"])).value, 1);
});

Deno.test("stop and kill mean one lease, not another attempt at the same job", async () => {
  using t = await fakePool();
  const [old, young] = [listen(), listen()];
  t.pool.run(lease("a", "old"), old);
  t.pool.run(lease("a", "young"), young);
  t.pool.stop(lease("a", "young"), "lost");
  assert.deepEqual(t.workers.map(({ got }) => got.at(-1)?.type), ["run", "stop"]);
  t.pool.kill(lease("a", "young"));
  assert.deepEqual(t.workers.map(({ terminated }) => terminated), [false, true]);
  t.pool.stop(lease("a", "no such"), "lost");
  assert.deepEqual([old.heard, young.heard], [[], []]);
});

Deno.test("workers are started ahead one after the other; a job that comes meanwhile waits for none", async () => {
  using t = await fakePool();
  t.pool.warm(3);
  assert.equal(t.workers.length, 1);
  t.pool.run(lease("a"), listen());
  t.pool.run(lease("b"), listen());
  assert.deepEqual(t.workers.map(({ got }) => got.at(-1)?.type), ["run", "run"]);
  for (const worker of [...t.workers]) worker.say({ type: "ready" });
  t.workers[2]!.say({ type: "ready" });
  assert.deepEqual(t.workers.map(({ got }) => got.at(-1)?.type), ["run", "run", "setup"]);
});

Deno.test("closing ends every worker, and none is replaced", async () => {
  using t = await fakePool();
  t.pool.warm(3);
  t.workers[0]!.say({ type: "ready" });
  t.pool.close();
  t.workers[0]!.breakDown("late");
  t.workers[1]!.say({ type: "ready" });
  assert.deepEqual(t.workers.map(({ terminated }) => terminated), [true, true]);
});

Deno.test("what a worker logs comes to the log", async () => {
  using t = await fakePool();
  t.pool.warm(1);
  t.workers[0]!.say({ type: "log", level: "error", event: "a job failed", facts: { job: "x" } });
  assert.deepEqual(t.logged, ["a job failed job=x"]);
});
