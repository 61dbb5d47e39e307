import type { Context } from "./context.ts";
import { HttpError } from "./http_error.ts";
import type { PageResponse } from "./page.ts";
import { renderPage } from "./render/response.ts";
import type { HandlerByMethod, HandlerFn, Method, Route } from "./types.ts";

/** The methods that a route answers by itself; "ALL" for a route with one handler function. */
export function methodsOf<State>(route: Route<State>): (Method | "ALL")[] {
  const { handler, component } = route;
  if (typeof handler === "function") return ["ALL"];
  const methods = Object.keys(handler ?? {}) as Method[];
  if (component && !methods.includes("GET")) methods.push("GET");
  return methods;
}

/**
 * The response of a route: its handler's, or its page with the data of the handler.
 * @param status what a page has when its handler names none
 * @throws HttpError 405 when the route does not answer this method
 */
export async function answerRoute<State>(
  ctx: Context<State>,
  route: Route<State>,
  status = 200,
): Promise<Response> {
  const handler = handlerFor(route, ctx.req.method);
  if (handler === null) return await draw(ctx, route, { data: undefined }, status);
  const result = await handler(ctx);
  if (result instanceof Response) return result;
  if (typeof result !== "object" || result === null || !("data" in result)) {
    throw new TypeError("A handler must return a Response or page(...)");
  }
  return await draw(ctx, route, result, status);
}

/** An error page is the same for every method: where its handlers lack one, GET's stands in. */
export async function answerErrorRoute<State>(
  ctx: Context<State>,
  route: Route<State>,
  status: number,
): Promise<Response> {
  const { handler } = route;
  if (typeof handler !== "object" || handler[ctx.req.method as Method]) {
    return await answerRoute(ctx, route, status);
  }
  return await answerRoute(ctx, { ...route, handler: handler.GET }, status);
}

function handlerFor<State>(route: Route<State>, method: string): HandlerFn<unknown, State> | null {
  const { handler, component } = route;
  if (typeof handler === "function") return handler;
  const own = ownHandler(handler, method) ?? (method === "HEAD" ? ownHandler(handler, "GET") : undefined);
  if (own) return own;
  if (component) return null;
  throw new HttpError(405);
}

function ownHandler<State>(handlers: HandlerByMethod<unknown, State> | undefined, method: string) {
  return handlers && Object.hasOwn(handlers, method) ? handlers[method as Method] : undefined;
}

async function draw<State>(
  ctx: Context<State>,
  route: Route<State>,
  result: PageResponse<unknown>,
  status: number,
): Promise<Response> {
  if (!route.component) throw new TypeError("A handler returned page(...), but its route has no component");
  ctx.data = result.data;
  const init = { status: result.status ?? status, headers: result.headers };
  return await renderPage(ctx as Context<never>, route.component, init, route.config);
}
