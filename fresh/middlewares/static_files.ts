import { type Context, internalsOf } from "../context.ts";
import { CACHE_KEY } from "../shared/asset.ts";
import type { StaticFile } from "../snapshot.ts";
import type { Middleware } from "../types.ts";

const FOR_EVER = "public, max-age=31536000, immutable";
const NEVER = "no-cache, no-store, max-age=0, must-revalidate";

/**
 * Serves the files of the static folder and the client scripts. An address that carries the id of the build
 * may be kept for a year; any other is asked for again, in production with an ETag.
 */
export function staticFiles<State>(): Middleware<State> {
  return async (ctx) => {
    const { snapshot } = internalsOf(ctx);
    if (snapshot === null) return await ctx.next();
    const pathname = pathIn(ctx);
    const file = pathname === null ? null : await snapshot.staticFile(pathname);
    if (file === null) {
      if (pathname === "/favicon.ico" && ctx.route === null) return new Response(null, { status: 404 });
      return await ctx.next();
    }
    if (ctx.req.method !== "GET" && ctx.req.method !== "HEAD") {
      return new Response("Method Not Allowed", { status: 405, headers: { allow: "GET, HEAD" } });
    }
    const key = ctx.url.searchParams.get(CACHE_KEY);
    if (key !== null && key !== snapshot.buildId) return cleanAddress(ctx);
    const lasting = key !== null || pathname!.startsWith(`/_fresh/js/${snapshot.buildId}/`);
    return await answer(ctx.req, file, snapshot.mode === "production" && lasting ? FOR_EVER : NEVER);
  };
}

/** The decoded path below the base path, or null when there is none. */
function pathIn<State>(ctx: Context<State>): string | null {
  const { basePath } = ctx.config;
  const { pathname } = ctx.url;
  if (basePath !== "" && !pathname.startsWith(basePath + "/")) return null;
  try {
    return decodeURIComponent(pathname.slice(basePath.length));
  } catch {
    return null;
  }
}

/** An address made by another build: the file's own address always works. */
function cleanAddress<State>(ctx: Context<State>): Response {
  const query = new URLSearchParams(ctx.url.search);
  query.delete(CACHE_KEY);
  const search = query.size === 0 ? "" : `?${query}`;
  return new Response(null, { status: 307, headers: { location: ctx.url.pathname + search } });
}

async function answer(req: Request, file: StaticFile, caching: string): Promise<Response> {
  const headers = new Headers({ "content-type": file.contentType, "cache-control": caching });
  if (file.hash !== null) {
    headers.set("etag", `W/"${file.hash}"`);
    if (matches(req.headers.get("if-none-match"), file.hash)) {
      return new Response(null, { status: 304, headers });
    }
  }
  headers.set("content-length", String(file.size));
  return new Response(req.method === "HEAD" ? null : await file.open(), { headers });
}

/** RFC 9110 §13.1.2: any validator of the list, weakly compared, or `*`. */
function matches(header: string | null, hash: string): boolean {
  if (header === null) return false;
  if (header.trim() === "*") return true;
  return header.split(",").some((tag) => tag.trim().replace(/^W\//, "") === `"${hash}"`);
}
