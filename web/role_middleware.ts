import { Refusal } from "../domain/errors.ts";
import { define } from "./define.ts";

/** What machines ask the process itself, whatever host they name. */
const OF_PROCESS: ReadonlySet<string> = new Set(["/healthz", "/metrics"]);

/** True for an address that is about the process, not about a tenant. */
export function isOfProcess(path: string): boolean {
  return OF_PROCESS.has(path);
}

/** A process that runs jobs only serves no pages: all but its signs of life is a 404. */
export const roleMiddleware = define.middleware((ctx) => {
  if (ctx.state.services.config.role === "worker" && !isOfProcess(ctx.url.pathname)) {
    throw new Refusal("not_found");
  }
  return ctx.next();
});
