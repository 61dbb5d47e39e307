import assert from "node:assert/strict";
import type { JobEvent } from "../../jobs/view.ts";
import type { Handlers } from "./live.ts";
import { type Channel, followInOneWindow, type Windows } from "./windows.ts";

const EVENT: JobEvent = { id: "a", status: "running", progress: { done: 1, total: 2 }, message: "" };

type Wish = { signal?: AbortSignal; ifAvailable?: boolean };
type Held = (lock: Lock | null) => Promise<unknown>;

/** Web Locks: first come, first served, handed on when the promise of the holder is settled. */
function locks() {
  const queues = new Map<string, (() => void)[]>();

  async function hold(name: string, work: Held): Promise<unknown> {
    queues.set(name, queues.get(name) ?? []);
    try {
      return await work({} as Lock);
    } finally {
      const next = queues.get(name)!.shift();
      if (next) next();
      else queues.delete(name);
    }
  }

  async function request(name: string, { signal, ifAvailable }: Wish, work: Held): Promise<unknown> {
    const queue = queues.get(name);
    if (!queue) return await hold(name, work);
    if (ifAvailable) return await work(null);
    const turn = Promise.withResolvers<void>();
    queue.push(turn.resolve);
    signal?.addEventListener("abort", () => {
      const at = queue.indexOf(turn.resolve);
      if (at >= 0) queue.splice(at, 1);
      turn.reject(signal.reason);
    });
    await turn.promise;
    return await hold(name, work);
  }
  return { request } as Pick<LockManager, "request">;
}

/** A browser of several windows, each of which writes down what it hears. */
function browser(lockManager: Pick<LockManager, "request"> | null = locks()) {
  const channels = new Map<string, Set<Channel>>();
  const streams: Handlers[] = [];
  const clocks = new Set<{ ms: number; run(): void }>();

  function channel(name: string): Channel {
    const all = channels.get(name) ?? new Set();
    channels.set(name, all);
    const one: Channel = {
      onmessage: null,
      postMessage(data) {
        for (const other of all) {
          if (other !== one) other.onmessage?.call(other as BroadcastChannel, { data } as MessageEvent);
        }
      },
      close: () => void all.delete(one),
    };
    all.add(one);
    return one;
  }

  const windows: Windows = {
    shared: lockManager && { locks: lockManager, channel },
    follow(_, handlers) {
      streams.push(handlers);
      return () => void streams.splice(streams.indexOf(handlers), 1);
    },
    every(ms, run) {
      const clock = { ms, run };
      clocks.add(clock);
      return () => void clocks.delete(clock);
    },
  };
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  async function window(name = "me") {
    const heard: string[] = [];
    const handlers: Handlers = {
      onEvent: ({ id }) => void heard.push(id),
      onOpen: () => void heard.push("open"),
    };
    const leave = followInOneWindow("/events", name, handlers, windows);
    await settle();
    return { heard, leave };
  }
  return { window, streams, clocks, channels, settle };
}

Deno.test("many windows have one stream, and all hear what it says", async () => {
  const { window, streams } = browser();
  const all = [await window()];
  streams[0]!.onOpen();
  for (let i = 0; i < 6; i++) all.push(await window());
  assert.equal(streams.length, 1);
  // Who comes later reads what is present, as if the stream had just been opened.
  assert.ok(all.every(({ heard }) => heard.splice(0).join() === "open"));
  streams[0]!.onEvent(EVENT);
  streams[0]!.onOpen();
  assert.ok(all.every(({ heard }) => heard.join() === "a,open"));
});

Deno.test("when the window with the stream goes, the next one has it", async () => {
  const { window, streams, settle } = browser();
  const [first, second, third] = [await window(), await window(), await window()];
  const [before] = streams;
  first.leave();
  assert.equal(streams.length, 0);
  await settle();
  assert.equal(streams.length, 1);
  assert.notEqual(streams[0], before);
  [second, third].forEach(({ heard }) => heard.splice(0));
  streams[0]!.onOpen();
  streams[0]!.onEvent(EVENT);
  assert.deepEqual([first.heard, second.heard, third.heard], [[], ["open", "a"], ["open", "a"]]);
});

Deno.test("a window that waits for the stream can go, and nothing is left of windows that went", async () => {
  const { window, streams, settle, clocks, channels } = browser();
  const [first, second, third] = [await window(), await window(), await window()];
  second.leave();
  await settle();
  first.leave();
  await settle();
  streams[0]!.onEvent(EVENT);
  assert.deepEqual([second.heard, third.heard], [["open"], ["open", "a"]]);
  third.leave();
  await settle();
  assert.deepEqual([streams.length, clocks.size, channels.get("me")?.size], [0, 0, 0]);
});

Deno.test("windows of different people hear nothing of each other", async () => {
  const { window, streams } = browser();
  const [mine, other] = [await window("me"), await window("other")];
  assert.equal(streams.length, 2);
  streams[0]!.onEvent(EVENT);
  assert.deepEqual([mine.heard, other.heard], [["a"], []]);
});

Deno.test("a window asks for itself when the one with the stream says nothing for long", async () => {
  const { window, streams, clocks } = browser();
  await window();
  const { heard } = await window();
  heard.splice(0);
  const [clock] = clocks;
  clock!.run();
  assert.deepEqual([clocks.size, heard], [1, []]);
  clock!.run();
  assert.deepEqual(heard.splice(0), ["open"]);
  streams[0]!.onEvent(EVENT);
  clock!.run();
  assert.deepEqual(heard, ["a"]);
});

const forbidden: Pick<LockManager, "request"> = {
  request: () => Promise.reject(new DOMException("", "SecurityError")),
};
for (
  const [what, lockManager] of [["there are no locks", null], ["locks are forbidden", forbidden]] as const
) {
  Deno.test(`where ${what}, windows open no stream and ask every few seconds`, async () => {
    const { window, streams, clocks } = browser(lockManager);
    const { heard, leave } = await window();
    assert.deepEqual([streams.length, heard.splice(0)], [0, ["open"]]);
    for (const { run } of clocks) run();
    assert.ok(heard.length > 0 && heard.every((what) => what === "open"));
    leave();
    assert.equal(clocks.size, 0);
  });
}
