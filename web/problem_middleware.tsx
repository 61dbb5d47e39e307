import { type Context, HttpError } from "fresh";
import { thrown } from "../domain/log.ts";
import { DocumentTitle } from "../components/DocumentTitle.tsx";
import { ErrorPage } from "../components/ErrorPage.tsx";
import { Refusal, Unavailable } from "../domain/errors.ts";
import { isDatabaseAway } from "../kv/commit.ts";
import { define } from "./define.ts";
import { log } from "./log.ts";
import { failedRequest, type Problem, problemJson, problemOf } from "./problems.ts";
import { safePath } from "./safe_path.ts";
import { seeOther } from "./see_other.ts";
import type { State } from "./state.ts";

/**
 * Answers what is thrown below it, so that an error page passes the same middlewares as any other page and has its
 * security headers. Who is not signed in is sent to the sign-in page and comes back afterwards. A bug goes on to the
 * framework in development, which shows the line.
 */
export const problemMiddleware = define.middleware(async (ctx) => {
  try {
    return await ctx.next();
  } catch (error) {
    if (ctx.config.mode === "development" && !isExpected(error)) throw error;
    return await problemResponse(ctx, error);
  }
});

function isExpected(error: unknown): boolean {
  return error instanceof Refusal || error instanceof Unavailable || error instanceof HttpError ||
    isDatabaseAway(error);
}

/** The response that tells the person, or the script, what went wrong. */
export function problemResponse(ctx: Context<State>, error: unknown): Promise<Response> | Response {
  const problem = problemOf(error, failedRequest(ctx));
  const { status, headers } = problem;
  if (ctx.state.json) return Response.json(problemJson(problem), { status, headers });
  if (problem.code === "not_signed_in") return toSignIn(ctx);
  return problemPage(ctx, problem);
}

async function problemPage(ctx: Context<State>, problem: Problem): Promise<Response> {
  const { status, headers } = problem;
  if (!ctx.state.tenant) return plain(problem);
  try {
    return await ctx.render(
      <>
        <DocumentTitle title={problem.event} />
        <ErrorPage {...problem} />
      </>,
      { status, headers },
    );
  } catch (error) {
    // The frame of the page is broken too: say at least what happened.
    log("error", "the error page could not be drawn", { error: thrown(error) });
    return plain(problem);
  }
}

/** Where there is no company to show: an unknown host, or a page frame that fails. */
function plain({ status, headers, event, cause, remedy }: Problem): Response {
  return new Response([event, cause, remedy].join("\n"), {
    status,
    headers: { ...headers, "content-type": "text/plain; charset=utf-8" },
  });
}

/** Back to the page that was asked for; a form cannot be sent again, so its page is shown again. */
function toSignIn(ctx: Context<State>): Response {
  const asked = ctx.req.method === "GET" ? ctx.url.pathname + ctx.url.search : refererPath(ctx);
  const back = safePath(asked);
  const query = back === "/" ? "" : `?${new URLSearchParams({ return_to: back })}`;
  return seeOther(`/login${query}`);
}

function refererPath(ctx: Context<State>): string {
  const referer = URL.parse(ctx.req.headers.get("referer") ?? "");
  return referer?.host === ctx.url.host ? referer.pathname + referer.search : "/";
}
