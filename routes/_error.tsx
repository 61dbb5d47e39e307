import { define } from "../web/define.ts";
import { problemResponse } from "../web/problem_middleware.tsx";
import { secured } from "../web/security_headers.ts";

/** What the middlewares did not answer themselves: the same page, with the headers that they would have set. */
export const handler = define.handlers(async (ctx) => {
  const production = ctx.state.services?.config.env === "production";
  return secured(await problemResponse(ctx, ctx.error), production);
});
