import type { Handler } from "../handler.ts";

/** Serves `handler` on a free port of this machine while `test` runs. */
export async function whileServing(handler: Handler, test: (origin: string) => Promise<void>): Promise<void> {
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, handler);
  try {
    await test(`http://127.0.0.1:${server.addr.port}`);
  } finally {
    await server.shutdown();
  }
}
