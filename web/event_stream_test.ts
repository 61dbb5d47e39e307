import assert from "node:assert/strict";
import type { JobEvent } from "../jobs/view.ts";
import { jobEventStream } from "./event_stream.ts";

const EVENT: JobEvent = {
  id: "a",
  status: "running",
  progress: { done: 1, total: 2 },
  message: "改行\nなし",
};
const CALM = { heartbeatMs: 60_000, lifetimeMs: 60_000, retryMs: 1_000 };
const OPENING = /^: open\nretry: 1\d\d\d\n\n$/;

/** A subscription that gives `events` and then waits for its signal; tells whether it was left. */
function subscription(events: JobEvent[]) {
  const left = Promise.withResolvers<void>();
  async function* subscribe(signal: AbortSignal) {
    try {
      yield* events;
      if (signal.aborted) return;
      await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
    } finally {
      left.resolve();
    }
  }
  return { subscribe, left: left.promise };
}

async function next(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string> {
  return new TextDecoder().decode((await reader.read()).value);
}

Deno.test("an event is one message of the type job, its data one line", async () => {
  const { subscribe, left } = subscription([EVENT]);
  const reader = jobEventStream(subscribe, CALM).getReader();
  assert.match(await next(reader), OPENING);
  assert.equal(await next(reader), `event: job\ndata: ${JSON.stringify(EVENT)}\n\n`);
  await reader.cancel();
  await left;
});

Deno.test("a quiet stream says that it is still there", async () => {
  const { subscribe } = subscription([]);
  const reader = jobEventStream(subscribe, { ...CALM, heartbeatMs: 1 }).getReader();
  await next(reader);
  assert.match(await next(reader), /^: /);
  await reader.cancel();
});

Deno.test("the stream ends when its lifetime is over, and the subscription with it", async () => {
  const { subscribe, left } = subscription([]);
  const text = await new Response(jobEventStream(subscribe, { ...CALM, lifetimeMs: 1 })).text();
  assert.match(text, OPENING);
  await left;
});

Deno.test("a reader that leaves before it has read anything ends the subscription", async () => {
  const { subscribe, left } = subscription([EVENT, EVENT, EVENT, EVENT]);
  const stream = jobEventStream(subscribe, CALM);
  const reader = stream.getReader();
  await next(reader);
  await reader.cancel();
  await left;
});
