import type { Context } from "./context.ts";
import type { MaybeLazyMiddleware, Middleware } from "./types.ts";

/** Runs `middlewares` in order, then `last`; `ctx.next` is the rest of the chain for each of them. */
export async function runChain<State>(
  ctx: Context<State>,
  middlewares: readonly MaybeLazyMiddleware<State>[],
  last: () => Promise<Response>,
): Promise<Response> {
  const outer = ctx.next;
  const step = async (index: number): Promise<Response> => {
    const middleware = middlewares[index];
    const before = ctx.next;
    ctx.next = middleware === undefined ? outer : () => step(index + 1);
    try {
      return middleware === undefined ? await last() : checked(await callLazy(middleware, ctx));
    } finally {
      ctx.next = before;
    }
  };
  return await step(0);
}

const loaded = new WeakMap<object, unknown>();

/** Calls a middleware, or what it loads. */
async function callLazy<State>(fn: MaybeLazyMiddleware<State>, ctx: Context<State>): Promise<Response> {
  const known = loaded.get(fn) as Middleware<State> | undefined;
  if (known) return await known(ctx);
  const result = await fn(ctx);
  if (typeof result !== "function") return result;
  loaded.set(fn, result);
  return await result(ctx);
}

function checked(response: unknown): Response {
  if (response instanceof Response) return response;
  throw new TypeError("A middleware or handler answered with something that is not a Response");
}
