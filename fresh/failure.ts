import { answerErrorRoute } from "./answer.ts";
import { runChain } from "./chain.ts";
import type { Context } from "./context.ts";
import { statusOf, statusText } from "./http_error.ts";
import type { ErrorTarget } from "./segments.ts";

const logged = new WeakSet<object>();
const failures = new WeakMap<Request, unknown>();

/** The error behind the 5xx response to `req`, if there was one; for the development error page. */
export function failureOf(req: Request): unknown {
  return failures.get(req);
}

/** Logs an unexpected error once, however many levels it passes. */
export function report(req: Request, error: unknown): void {
  if (statusOf(error) < 500) return;
  failures.set(req, error);
  if (typeof error === "object" && error !== null) {
    if (logged.has(error)) return;
    logged.add(error);
  }
  console.error(error);
}

/** The error page that `target` makes of `error`; its status is the error's unless the page says otherwise. */
export async function answerError<State>(
  ctx: Context<State>,
  target: ErrorTarget<State>,
  error: unknown,
): Promise<Response> {
  ctx.error = error;
  if (typeof target !== "function") return await answerErrorRoute(ctx, target, statusOf(error));
  return await runChain(ctx, [target], () => Promise.reject(error));
}

/** What is answered where the app has no error page. */
export function plainError(error: unknown): Response {
  const status = statusOf(error);
  const text = status >= 500 ? "Internal server error" : statusText(status);
  return new Response(text, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
}
