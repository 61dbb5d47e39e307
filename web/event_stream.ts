import type { JobEvent } from "../jobs/view.ts";

interface Options {
  /** A comment this often keeps proxies from closing a quiet stream. */
  heartbeatMs: number;
  /** The stream ends after this; the browser comes again, and session and permission are asked for anew. */
  lifetimeMs: number;
  /** After the end the browser comes again when so long has passed, or twice as long: not all at once. */
  retryMs: number;
}

const ENCODER = new TextEncoder();

/**
 * Server-sent events of jobs. `subscribe` is called once, with a signal that aborts when the reader leaves or the
 * lifetime is over. A slow reader is waited for: nothing piles up here.
 */
export function jobEventStream(
  subscribe: (signal: AbortSignal) => AsyncIterable<JobEvent>,
  { heartbeatMs, lifetimeMs, retryMs }: Options,
): ReadableStream<Uint8Array> {
  const left = new AbortController();
  const events = subscribe(left.signal)[Symbol.asyncIterator]();
  const timers: ReturnType<typeof setTimeout>[] = [];

  function stop() {
    timers.forEach(clearTimeout);
    left.abort();
    // Leaves a subscription that waits at an event nobody will read.
    events.return?.();
  }

  return new ReadableStream<Uint8Array>({
    start(controller) {
      const beat = () => {
        if ((controller.desiredSize ?? 0) > 0) controller.enqueue(ENCODER.encode(": still here\n\n"));
      };
      // Something at once: the browser counts the stream as open when its first bytes arrive.
      const retry = Math.round(retryMs * (1 + Math.random()));
      controller.enqueue(ENCODER.encode(`: open\nretry: ${retry}\n\n`));
      timers.push(setInterval(beat, heartbeatMs), setTimeout(() => left.abort(), lifetimeMs));
    },
    async pull(controller) {
      const next = await events.next();
      if (!next.done) return controller.enqueue(message(next.value));
      stop();
      controller.close();
    },
    cancel: stop,
  });
}

function message(event: JobEvent): Uint8Array {
  return ENCODER.encode(`event: job\ndata: ${JSON.stringify(event)}\n\n`);
}
