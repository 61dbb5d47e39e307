import type { Handler } from "../handler.ts";

/** Serves `handler` on a free port of this machine while `test` runs; whatever still waits then is cut off. */
export async function whileServing(handler: Handler, test: (origin: string) => Promise<void>): Promise<void> {
  const stop = new AbortController();
  const options = { port: 0, hostname: "127.0.0.1", signal: stop.signal, onListen: () => {} };
  const server = Deno.serve(options, handler);
  try {
    await test(`http://127.0.0.1:${server.addr.port}`);
  } finally {
    stop.abort();
  }
}
