import { define } from "../../web/define.ts";
import { jobEventStream } from "../../web/event_stream.ts";
import { requirePermission } from "../../web/guards.ts";

const HEARTBEAT_MS = 15_000;
/** After this the browser comes again, and whether the person may still watch is asked anew. */
const LIFETIME_MS = 10 * 60_000;
/** A process that ends hands its work to the next within seconds. */
const RETRY_MS = 1_000;

/** Server-sent `job` events: the open jobs that this person sees, then each change. */
export const handler = define.handlers({
  GET({ state }) {
    const user = requirePermission({ state }, "review");
    const { services, tenant } = state;
    const body = jobEventStream(
      (signal) => services.jobs.events({ tenant, user }, signal),
      { heartbeatMs: HEARTBEAT_MS, lifetimeMs: LIFETIME_MS, retryMs: RETRY_MS },
    );
    return new Response(body, {
      headers: {
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-store, no-transform",
        // Proxies of the nginx family hold small pieces back unless told not to.
        "x-accel-buffering": "no",
      },
    });
  },
});
