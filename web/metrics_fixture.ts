import { type Metrics, metricsOf } from "./metrics.ts";

/** Metrics of an app without an engine. For tests. */
export function testMetrics(kv: Deno.Kv): Metrics {
  return metricsOf({
    role: "all",
    kv,
    stats: { commits: 0, lockedRetries: 0 },
    owner: () => null,
    lastTick: () => null,
    streams: () => 0,
  });
}
