import { App } from "fresh";
import config from "./fresh.config.ts";
import { installMiddlewares } from "./web/app.ts";
import { isTraced } from "./jobs/engine/spans.ts";
import { leaveOnSignals } from "./web/leave.ts";
import { log, logAs, logUncaught } from "./web/log.ts";
import { startServices } from "./web/start.ts";
import type { State } from "./web/state.ts";

if (config.env === "production") {
  logAs("json");
  logUncaught();
}
const starting = startServices(config);
// Deno Deploy notes crons that are declared before the first wait. What runs in slices is gone on with each minute.
if (config.place === "edge") Deno.cron("wake", "* * * * *", async () => (await starting).services.wake());
const { services, stop } = await starting;

/** The application: middlewares first, then the routes of `routes/`. */
export const app = new App<State>();
installMiddlewares(app, services);
app.fsRoutes();

if (config.sampleCompany) {
  log(
    "info",
    "sample company at localhost: admin@sample.example (管理者), confirm@, download@, download2@, range@, check@, " +
      "none@, employee@sample.example; password nencho-sample. Second tenant at other.localhost: " +
      "admin@other.example, same password.",
  );
}

if (isTraced()) {
  log("info", "OpenTelemetry is on: what Deno itself sends of requests holds their whole addresses");
}

// On the edge nobody says that it is time to leave.
if (config.place !== "edge") leaveOnSignals(stop);

if (import.meta.main) void serve();

/** Production: serves what `deno task build` made. The built server imports this module, so it is not awaited. */
async function serve() {
  const built = new URL("./_fresh/server.js", import.meta.url);
  if (!await Deno.stat(built).catch(() => null)) {
    log("error", "There is no production build here. Run `deno task build` first.");
    await stop();
    Deno.exit(1);
  }
  const server: { default: { fetch: Deno.ServeHandler } } = await import(built.href);
  listen(config.listenAddress, server.default.fetch);
}

function onListen({ hostname, port }: Deno.NetAddr) {
  log("info", `Listening on http://${hostname.includes(":") ? `[${hostname}]` : hostname}:${port}/`);
}

/** `::` is IPv6 and IPv4; where the machine has no IPv6, IPv4 alone. */
function listen(hostname: string, handler: Deno.ServeHandler) {
  try {
    Deno.serve({ port: config.port, hostname, onListen }, handler);
  } catch (error) {
    if (hostname !== "::" || error instanceof Deno.errors.AddrInUse) throw error;
    listen("0.0.0.0", handler);
  }
}
