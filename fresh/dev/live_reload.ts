import type { Handler } from "../handler.ts";

/** Address of the module that reloads the page. */
export const LIVE_RELOAD = "/_frsh/live_reload.js";
const ALIVE = "/_frsh/alive";

/**
 * Answers what the pages of a development server ask for: the module that reloads them, and the socket on
 * which they learn the server's revision. Everything else goes to `handler`.
 */
export function withLiveReload(handler: Handler, basePath: string, revision: string): Handler {
  return (req, info) => {
    const { pathname } = new URL(req.url);
    if (pathname === basePath + LIVE_RELOAD) return reloadModule();
    if (pathname === basePath + ALIVE && req.headers.get("upgrade")?.toLowerCase() === "websocket") {
      return Promise.resolve(alive(req, revision));
    }
    return handler(req, info);
  };
}

async function reloadModule(): Promise<Response> {
  const code = await Deno.readTextFile(new URL("../client/live_reload.js", import.meta.url));
  return new Response(code, {
    headers: { "content-type": "text/javascript; charset=utf-8", "cache-control": "no-store" },
  });
}

function alive(req: Request, revision: string): Response {
  const { socket, response } = Deno.upgradeWebSocket(req);
  socket.onopen = () => socket.send(JSON.stringify({ type: "initial-state", revision }));
  return response;
}
