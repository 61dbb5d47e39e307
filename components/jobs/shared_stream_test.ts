import assert from "node:assert/strict";
import type { JobEvent } from "../../jobs/view.ts";
import type { Handlers } from "./live.ts";
import { followTogether } from "./shared_stream.ts";

Deno.test("two readers of a page have one stream, which goes with the last of them", () => {
  const started: Handlers[] = [];
  let stopped = 0;
  const start = (_: string, handlers: Handlers) => (started.push(handlers), () => void stopped++);
  const heard: string[] = [];
  const reader = (name: string) => ({
    onEvent: ({ id }: JobEvent) => void heard.push(`${name} ${id}`),
    onOpen: () => void heard.push(`${name} open`),
  });
  const event: JobEvent = { id: "job", status: "running", progress: { done: 0, total: null }, message: "" };
  const leave = [followTogether("me", reader("a"), start)];
  started[0]!.onOpen();
  leave.push(followTogether("me", reader("b"), start));
  started[0]!.onEvent(event);
  assert.equal(started.length, 1);
  assert.deepEqual(heard.splice(0), ["a open", "b open", "a job", "b job"]);
  leave[0]!();
  started[0]!.onEvent(event);
  assert.deepEqual(heard.splice(0), ["b job"]);
  assert.equal(stopped, 0);
  leave[1]!();
  leave[1]!();
  assert.equal(stopped, 1);
  followTogether("me", reader("c"), start)();
  assert.deepEqual([started.length, stopped], [2, 2]);
});
