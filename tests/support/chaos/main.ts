import { App } from "fresh";
import * as claim from "../../../routes/background-jobs/[id]/attachments/[n]/claim.ts";
import * as attachment from "../../../routes/background-jobs/[id]/attachments/[n]/index.ts";
import * as cancellation from "../../../routes/background-jobs/[id]/cancellation.ts";
import * as job from "../../../routes/background-jobs/[id]/index.tsx";
import * as retries from "../../../routes/background-jobs/[id]/retries.ts";
import * as jobs from "../../../routes/background-jobs/index.tsx";
import * as groups from "../../../routes/groups/index.tsx";
import * as health from "../../../routes/healthz.ts";
import * as login from "../../../routes/login.tsx";
import { installMiddlewares } from "../../../web/app.ts";
import { readConfig } from "../../../web/config.ts";
import { leaveOnSignals } from "../../../web/leave.ts";
import { startServices } from "../../../web/start.ts";
import type { State } from "../../../web/state.ts";
import { findChaotic } from "./operations.ts";

/**
 * The product as a process with the tests' operations and shorter times. It serves the same routes, named one by one:
 * without the Builder it starts in a third of a second, and these tests start it some hundred times.
 */
const env = Deno.env.toObject();
const config = readConfig(env);
const { services, stop } = await startServices(config, {
  find: findChaotic,
  worker: new URL("./worker.ts", import.meta.url),
  sealAfterMs: Number(env.CHAOS_SEAL_AFTER_MS ?? 60_000),
  silenceMs: Number(env.CHAOS_SILENCE_MS ?? 60_000),
});

const app = new App<State>();
installMiddlewares(app, services);
app.route("/login", login)
  .route("/healthz", health)
  .route("/groups", groups)
  .route("/background-jobs", jobs)
  .route("/background-jobs/:id", job)
  .route("/background-jobs/:id/cancellation", cancellation)
  .route("/background-jobs/:id/retries", retries)
  .route("/background-jobs/:id/attachments/:n/claim", claim)
  .route("/background-jobs/:id/attachments/:n", attachment);

leaveOnSignals(stop);
await app.listen({ port: config.port });
