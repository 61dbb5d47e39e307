import { Refusal } from "../domain/errors.ts";
import { PROMETHEUS_TYPE } from "../formats/prometheus.ts";
import { define } from "../web/define.ts";
import { mayReadMetrics } from "../web/metrics_access.ts";

/** What the process counts and measures, for Prometheus. Who may not read it finds nothing here. */
export const handler = define.handlers({
  async GET(ctx) {
    const { services } = ctx.state;
    if (!mayReadMetrics(ctx, services.config.metricsToken)) throw new Refusal("not_found");
    return new Response(await services.metrics.text(), { headers: { "content-type": PROMETHEUS_TYPE } });
  },
});
