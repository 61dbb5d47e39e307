import assert from "node:assert/strict";
import { jobWatch, type WatchStorage } from "./job_watch.ts";

function storage(): WatchStorage {
  const held = new Map<string, string>();
  return { getItem: (name) => held.get(name) ?? null, setItem: (name, value) => void held.set(name, value) };
}

Deno.test("the end of a job is told by one window, and not again by any page", () => {
  const shared = storage();
  const [one, other] = [jobWatch(shared, "jobs"), jobWatch(shared, "jobs")];
  one.add("a");
  one.add("a");
  assert.deepEqual(other.running(), ["a"]);
  assert.equal(other.take("a"), true);
  assert.equal(one.take("a"), false);
  one.add("a");
  assert.deepEqual(one.running(), []);
  assert.equal(jobWatch(shared, "jobs").take("a"), false);
});

Deno.test("two people of one browser do not see each other's", () => {
  const shared = storage();
  jobWatch(shared, "jobs.1").add("a");
  assert.deepEqual(jobWatch(shared, "jobs.2").running(), []);
});

Deno.test("what is remembered stays small", () => {
  const shared = storage();
  const watch = jobWatch(shared, "jobs");
  for (let i = 0; i < 200; i++) {
    watch.add(`job${i}`);
    if (i % 2 === 0) watch.take(`job${i}`);
  }
  assert.equal(watch.running().length, 50);
  assert.ok(watch.running().includes("job199"));
  assert.ok(shared.getItem("jobs")!.length < 2_000);
});

Deno.test("a storage that is absent, full or holds something else breaks nothing", () => {
  const full: WatchStorage = {
    getItem: () => "{broken",
    setItem() {
      throw new Error("QuotaExceededError");
    },
  };
  const strange: WatchStorage = { getItem: () => '{"running":[1,"b"],"told":7}', setItem() {} };
  for (const watch of [jobWatch(null, "jobs"), jobWatch(full, "jobs")]) {
    watch.add("a");
    assert.deepEqual(watch.running(), ["a"]);
    assert.equal(watch.take("a"), true);
    assert.equal(watch.take("a"), false);
  }
  assert.deepEqual(jobWatch(strange, "jobs").running(), ["b"]);
});
