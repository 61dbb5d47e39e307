import assert from "node:assert/strict";
import { limiter } from "./limiter.ts";

Deno.test("two run, the rest wait in order, and one too many is refused", async () => {
  const limited = limiter(2, 3, () => new Error("full"));
  const gates = Array.from({ length: 5 }, () => Promise.withResolvers<void>());
  const started: number[] = [];
  const tasks = gates.map((gate, i) => limited(() => (started.push(i), gate.promise)));
  await assert.rejects(limited(() => Promise.resolve()), /full/);
  assert.deepEqual(started, [0, 1]);
  gates[1]?.resolve();
  await tasks[1];
  assert.deepEqual(started, [0, 1, 2]);
  for (const gate of gates) gate.resolve();
  await Promise.all(tasks);
  assert.deepEqual(started, [0, 1, 2, 3, 4]);
});

Deno.test("a task that fails makes room", async () => {
  const limited = limiter(1, 1, () => new Error("full"));
  await assert.rejects(limited(() => Promise.reject(new Error("broken"))), /broken/);
  assert.equal(await limited(() => Promise.resolve(7)), 7);
});
