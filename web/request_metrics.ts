import { define } from "./define.ts";
import type { Metrics } from "./metrics.ts";

/** Counts and measures every request, whoever answers it; outermost of all. */
export function requestMetrics(metrics: Pick<Metrics, "answered">) {
  return define.middleware(async (ctx) => {
    const from = performance.now();
    // What is thrown out of everything is answered by the server: with 500.
    let status = 500;
    try {
      const response = await ctx.next();
      status = response.status;
      return response;
    } finally {
      metrics.answered(status, performance.now() - from);
    }
  });
}
