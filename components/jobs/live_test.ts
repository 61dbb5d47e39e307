import assert from "node:assert/strict";
import { type EventSourceLike, follow, type Surroundings } from "./live.ts";

/** A browser made of arrays: every source opened, every timer set. */
function surroundings() {
  const sources: (EventSourceLike & { closed: boolean; emit: (data: string) => void })[] = [];
  const timers = new Map<number, { run: () => void; ms: number }>();
  let visible = true;
  let watcher: (() => void) | null = null;
  let timer = 0;
  const around: Surroundings = {
    open() {
      let listener = (_: { data: string }) => {};
      const source = {
        onopen: null,
        onerror: null,
        closed: false,
        addEventListener: (_: "job", on: typeof listener) => void (listener = on),
        close: () => void (source.closed = true),
        emit: (data: string) => listener({ data }),
      };
      sources.push(source);
      return source;
    },
    later: (run, ms) => (timers.set(++timer, { run, ms }), timer),
    forget: (id) => void timers.delete(id),
    visible: () => visible,
    onVisibility: (run) => (watcher = run, () => void (watcher = null)),
    random: () => 0.5,
  };
  return {
    around,
    sources,
    timers,
    watched: () => watcher !== null,
    show(now: boolean) {
      visible = now;
      watcher?.();
    },
    ring() {
      const [id, { run, ms }] = [...timers][0]!;
      timers.delete(id);
      run();
      return ms;
    },
  };
}

const EVENT = { id: "a", status: "completed", progress: { done: 1, total: 1 }, message: "済" };

Deno.test("follow hands on events and leaves out what is none", () => {
  const s = surroundings();
  const seen: unknown[] = [];
  follow("/e", { onEvent: (event) => seen.push(event), onOpen: () => seen.push("open") }, s.around);
  s.sources[0]!.onopen!();
  for (const data of [JSON.stringify(EVENT), "{", "null", `{"id":"a","status":"odd"}`]) {
    s.sources[0]!.emit(data);
  }
  assert.deepEqual(seen, ["open", EVENT]);
});

Deno.test("follow tries again ever later, and at once early again after a success", () => {
  const s = surroundings();
  follow("/e", { onEvent() {}, onOpen() {} }, s.around);
  const waits = Array.from({ length: 7 }, () => {
    s.sources.at(-1)!.onerror!();
    return s.ring();
  });
  assert.deepEqual(waits, [1000, 2000, 4000, 8000, 16000, 30000, 30000]);
  s.sources.at(-1)!.onopen!();
  s.sources.at(-1)!.onerror!();
  assert.equal(s.ring(), 1000);
  assert.equal(s.sources.filter(({ closed }) => !closed).length, 1);
});

Deno.test("follow is closed while the page is hidden, a waiting retry too", () => {
  const s = surroundings();
  follow("/e", { onEvent() {}, onOpen() {} }, s.around);
  s.show(false);
  assert.ok(s.sources[0]!.closed);
  s.show(true);
  assert.equal(s.sources.length, 2);
  s.sources[1]!.onerror!();
  s.show(false);
  assert.equal(s.timers.size, 0);
});

Deno.test("follow leaves nothing behind when it is stopped", () => {
  const s = surroundings();
  const stop = follow("/e", { onEvent() {}, onOpen() {} }, s.around);
  s.sources[0]!.onerror!();
  stop();
  assert.equal(s.timers.size, 0);
  assert.ok(!s.watched());
  assert.ok(s.sources.every(({ closed }) => closed));
});
