import type { Channel } from "./pool.ts";
import type { FromWorker, ToWorker } from "./protocol.ts";
import type { Port } from "./serve.ts";

/**
 * Both ends of a worker that runs in this thread, where the platform has no Web Workers. Messages are cloned and come
 * in a turn of their own, as over a real port, so that pages are answered between them. Such a worker cannot be ended
 * from outside: `terminate` tells it to stop and lets nothing through any more; what it still writes fails at the fence.
 */
export function sameThread(serve: (port: Port) => void): Channel {
  let toWorker: (message: ToWorker<unknown>) => void = () => {};
  let fromWorker: (message: FromWorker) => void = () => {};
  let broke: (reason: string) => void = () => {};
  let open = true;
  const inItsTurn = (call: () => void) => setTimeout(() => open && call());
  const send = <M>(to: (message: M) => void, message: M) => {
    const copy = structuredClone(message);
    inItsTurn(() => to(copy));
  };
  serve({
    post: (message) => send((copy) => fromWorker(copy), message),
    receive: (listener) => toWorker = listener,
    // After what was posted before it: a break that overtook "ready" would look like a worker that cannot be set up.
    breakDown(error) {
      inItsTurn(() => broke(error instanceof Error ? error.stack ?? error.message : String(error)));
    },
  });
  return {
    post: (message) => send((copy) => toWorker(copy), message),
    onMessage: (listener) => fromWorker = listener,
    onBreak: (listener) => broke = listener,
    terminate() {
      open = false;
      toWorker({ type: "stop", reason: "lost" });
    },
  };
}
