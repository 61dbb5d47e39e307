import type { ResolvedFreshConfig } from "./config.ts";
import { Context } from "./context.ts";
import { dispatch, type Finish } from "./dispatch.ts";
import { HttpError } from "./http_error.ts";
import type { Registry, Target } from "./registry.ts";
import type { RouteMatch } from "./router.ts";
import { levelsOf } from "./segments.ts";
import type { Snapshot } from "./snapshot.ts";

/** Answers one request. */
export type Handler = (req: Request, info?: Deno.ServeHandlerInfo) => Promise<Response>;

/** Who asks when nobody says: a test calling the handler itself. */
const LOCAL: Deno.ServeHandlerInfo = {
  remoteAddr: { transport: "tcp", hostname: "localhost", port: 1234 },
  completed: Promise.resolve(),
};

/** The handler of a finished registry. */
export function createHandler<State>(
  registry: Registry<State>,
  config: ResolvedFreshConfig,
  snapshot: Snapshot | null,
): Handler {
  const rootLevels = levelsOf(registry.root);
  return async (req, info = LOCAL) => {
    const url = addressOf(req, config.trustProxy);
    const match = registry.router.match(req.method, url.pathname);
    const ctx = new Context<State>({
      config,
      req,
      url,
      info,
      params: match?.params ?? {},
      route: match?.pattern ?? null,
      snapshot,
    });
    const { levels, finish } = match ? targetFor(match, req.method) : { levels: rootLevels, finish: missing };
    const response = await dispatch(ctx, levels, finish, registry.notFound);
    return await finished(req, response, match);
  };
}

function targetFor<State>(match: RouteMatch<Target<State>>, method: string): Target<State> {
  if (match.target) return match.target;
  const finish: Finish<State> = method === "OPTIONS"
    ? () => Promise.resolve(new Response(null, { status: 204, headers: { allow: match.allowed.join(", ") } }))
    : () => Promise.reject(new HttpError(405));
  return { levels: match.any.levels, finish };
}

function missing(): Promise<Response> {
  return Promise.reject(new HttpError(404));
}

/** RFC 9110: a 405 names the methods that would do (§15.5.6); the answer to HEAD has no body (§9.3.2). */
async function finished<T>(req: Request, response: Response, match: RouteMatch<T> | null): Promise<Response> {
  if (response.status === 405 && match && !response.headers.has("allow")) {
    response = new Response(response.body, response);
    response.headers.set("allow", match.allowed.join(", "));
  }
  if (req.method !== "HEAD" || response.body === null) return response;
  await response.body.cancel();
  return new Response(null, response);
}

function addressOf(req: Request, trustProxy: boolean): URL {
  const url = new URL(req.url);
  if (trustProxy) {
    const proto = first(req.headers.get("x-forwarded-proto"));
    const host = first(req.headers.get("x-forwarded-host"));
    if (proto === "http" || proto === "https") url.protocol = proto;
    if (host) url.host = host;
  }
  if (url.pathname.includes("//")) url.pathname = url.pathname.replace(/\/+/g, "/");
  return url;
}

function first(value: string | null): string | undefined {
  return value?.split(",", 1)[0]?.trim();
}
