import type { Channel } from "./pool.ts";
import type { FromWorker, ToWorker } from "./protocol.ts";
import type { Port } from "./serve.ts";

/** Starts a Web Worker as the other end of a channel. */
export function spawnWebWorker(url: URL): Channel {
  const worker = new Worker(url, { type: "module" });
  return {
    post: (message) => worker.postMessage(message),
    onMessage(listener) {
      worker.onmessage = (event: MessageEvent<FromWorker>) => listener(event.data);
    },
    onBreak(listener) {
      worker.onerror = (event) => {
        // Without this the error of one worker would end the whole process (reference/kv.md §2).
        event.preventDefault();
        listener(event.message);
      };
    },
    terminate: () => worker.terminate(),
  };
}

/** The end of the channel inside a Web Worker. */
export function webWorkerPort(): Port {
  const scope = self as unknown as {
    postMessage(message: FromWorker): void;
    // deno-lint-ignore no-explicit-any
    onmessage: ((event: MessageEvent<ToWorker<any>>) => void) | null;
  };
  return {
    post: (message) => scope.postMessage(message),
    receive(listener) {
      scope.onmessage = (event) => listener(event.data);
    },
  };
}
