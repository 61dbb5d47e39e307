import { runChain } from "./chain.ts";
import { type Context, internalsOf } from "./context.ts";
import { answerError, plainError, report } from "./failure.ts";
import { statusOf } from "./http_error.ts";
import type { ErrorTarget, Level, Wrapper } from "./segments.ts";

/** The end of a chain: what a route or a missing page answers. */
export type Finish<State> = (ctx: Context<State>) => Promise<Response>;

/**
 * Leads a request through its levels, root first: the middlewares of each, then `finish`. What is thrown below
 * a level's middlewares becomes the error page of the nearest level that has one, made outside that level's
 * own middlewares. A 404 belongs to `notFound`, wherever it was thrown.
 */
export async function dispatch<State>(
  ctx: Context<State>,
  levels: readonly Level<State>[],
  finish: Finish<State>,
  notFound: ErrorTarget<State> | null,
): Promise<Response> {
  const descend = async (index: number): Promise<Response> => {
    const level = levels[index];
    if (level === undefined) return await finish(ctx);
    enter(ctx, level);
    try {
      return await runChain(ctx, level.middlewares, async () => {
        try {
          return await descend(index + 1);
        } finally {
          enter(ctx, level);
        }
      });
    } catch (error) {
      const target = targetOf(level, error, notFound, index === 0);
      // A middleware further out may answer it: only what nobody else will is reported.
      if (target === null) throw error;
      report(ctx.req, error);
      enter(ctx, level);
      return await answerError(ctx, target, error);
    }
  };
  try {
    return await descend(0);
  } catch (error) {
    report(ctx.req, error);
    return plainError(error);
  }
}

function targetOf<State>(
  level: Level<State>,
  error: unknown,
  notFound: ErrorTarget<State> | null,
  isRoot: boolean,
): ErrorTarget<State> | null {
  if (statusOf(error) === 404 && notFound !== null) return isRoot ? notFound : null;
  return level.segment.onError;
}

/** From here on `ctx.render` uses the layouts of `level`. */
function enter<State>(ctx: Context<State>, level: Level<State>): void {
  const own = internalsOf(ctx);
  own.layouts = level.layouts as unknown as Wrapper<never>[];
  own.app = level.app as unknown as Wrapper<never> | null;
}
