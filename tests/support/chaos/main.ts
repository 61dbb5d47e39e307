import { readConfig } from "../../../web/config.ts";
import { leaveOnSignals } from "../../../web/leave.ts";
import { startServices } from "../../../web/start.ts";
import { findChaotic } from "./operations.ts";
import { chaosApp } from "./routes.ts";

/**
 * The product as a process with the tests' operations and shorter times. It starts in a third of a second, and these
 * tests start it some hundred times.
 */
const env = Deno.env.toObject();
const config = readConfig(env);
const { services, stop } = await startServices(config, {
  find: findChaotic,
  worker: new URL("./worker.ts", import.meta.url),
  sealAfterMs: Number(env.CHAOS_SEAL_AFTER_MS ?? 60_000),
  silenceMs: Number(env.CHAOS_SILENCE_MS ?? 60_000),
  monotonic: hastened(Number(env.CHAOS_HASTE ?? 1)),
});

leaveOnSignals(stop);
await chaosApp(services).listen({ port: config.port });

/** A clock that goes so many times as fast: what is waited for with it comes sooner. */
function hastened(times: number): () => number {
  return () => performance.now() * times;
}
