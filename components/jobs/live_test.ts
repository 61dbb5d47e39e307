import assert from "node:assert/strict";
import { type EventSourceLike, follow, type Surroundings } from "./live.ts";

const [CONNECTING, CLOSED] = [0, 2];

interface Source extends EventSourceLike {
  readyState: number;
  emit(data: string): void;
}

/** A browser made of arrays: every source opened, every timer set. */
function surroundings() {
  const sources: Source[] = [];
  const timers = new Map<number, { run: () => void; ms: number }>();
  let timer = 0;
  const around: Surroundings = {
    open() {
      let listener = (_: { data: string }) => {};
      const source: Source = {
        readyState: CONNECTING,
        onopen: null,
        onerror: null,
        addEventListener: (_: "job", on: typeof listener) => void (listener = on),
        close: () => void (source.readyState = CLOSED),
        emit: (data: string) => listener({ data }),
      };
      sources.push(source);
      return source;
    },
    later: (run, ms) => (timers.set(++timer, { run, ms }), timer),
    forget: (id) => void timers.delete(id),
    random: () => 0.5,
  };
  return {
    around,
    sources,
    timers,
    /** The newest source fails; `readyState` as the browser sets it before it tells. */
    fail(readyState: number) {
      const source = sources.at(-1)!;
      source.readyState = readyState;
      source.onerror!();
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

Deno.test("follow tries again ever later where it was refused, and at once early again after a success", () => {
  const s = surroundings();
  follow("/e", { onEvent() {}, onOpen() {} }, s.around);
  const waits = Array.from({ length: 7 }, () => {
    s.fail(CLOSED);
    return s.ring();
  });
  assert.deepEqual(waits, [1000, 2000, 4000, 8000, 16000, 30000, 30000]);
  s.sources.at(-1)!.onopen!();
  s.fail(CLOSED);
  assert.equal(s.ring(), 1000);
  assert.equal(s.sources.filter(({ readyState }) => readyState !== CLOSED).length, 1);
});

Deno.test("a stream that ends is opened again by the browser, when the server asked for it: once", () => {
  const s = surroundings();
  let opened = 0;
  follow("/e", { onEvent() {}, onOpen: () => opened++ }, s.around);
  for (let i = 0; i < 2; i++) {
    s.sources[0]!.onopen!();
    s.fail(CONNECTING);
    assert.equal(s.timers.size, 0);
  }
  assert.deepEqual([s.sources.length, opened], [1, 2]);
  s.fail(CONNECTING);
  assert.equal(s.sources[0]!.readyState, CLOSED);
  assert.equal(s.ring(), 1000);
  assert.equal(s.sources.length, 2);
});

Deno.test("many pages do not come at once", () => {
  const s = surroundings();
  for (const random of [0, 0.999]) {
    follow("/e", { onEvent() {}, onOpen() {} }, { ...s.around, random: () => random });
    s.fail(CLOSED);
  }
  const [early, late] = [...s.timers.values()].map(({ ms }) => ms);
  assert.ok(early === 500 && late! > 1_400);
});

Deno.test("follow leaves nothing behind when it is stopped", () => {
  const s = surroundings();
  const stop = follow("/e", { onEvent() {}, onOpen() {} }, s.around);
  s.fail(CLOSED);
  stop();
  assert.equal(s.timers.size, 0);
  assert.ok(s.sources.every(({ readyState }) => readyState === CLOSED));
});
