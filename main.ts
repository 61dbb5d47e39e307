import { App } from "fresh";
import config from "./fresh.config.ts";
import { installMiddlewares } from "./web/app.ts";
import { leaveOnSignals } from "./web/leave.ts";
import { startServices } from "./web/start.ts";
import type { State } from "./web/state.ts";

const { services, stop } = await startServices(config);

/** The application: middlewares first, then the routes of `routes/`. */
export const app = new App<State>();
installMiddlewares(app, services);
app.fsRoutes();

if (config.sampleCompany) {
  console.info(
    `sample company: http://localhost:${config.port} — admin@sample.example (管理者), confirm@, download@, check@, ` +
      `none@sample.example; password nencho-sample. Second tenant: http://other.localhost:${config.port}, ` +
      "admin@other.example, same password.",
  );
}

leaveOnSignals(stop);

if (import.meta.main) void serve();

/** Production: serves what `deno task build` made. The built server imports this module, so it is not awaited. */
async function serve() {
  const built = new URL("./_fresh/server.js", import.meta.url).href;
  const server: { default: { fetch(req: Request, info: Deno.ServeHandlerInfo): Promise<Response> } } =
    await import(built);
  Deno.serve({ port: config.port, hostname: "::" }, server.default.fetch);
}
