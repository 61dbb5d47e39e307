import { relative } from "node:path";
import { failureOf } from "../failure.ts";
import type { Handler } from "../handler.ts";
import { type CodeFrame, codeFrame } from "./code_frame.ts";
import { LIVE_RELOAD } from "./live_reload.ts";

/** Shows developers what went wrong: a browser gets the error with its code instead of the app's 5xx page. */
export function withErrorPage(handler: Handler, root: string, basePath: string): Handler {
  return async (req, info) => {
    const response = await handler(req, info);
    if (response.status < 500 || !wantsPage(req)) return response;
    const error = failureOf(req);
    if (error === undefined) return response;
    await response.body?.cancel();
    return await errorPage(error, response.status, root, basePath);
  };
}

function wantsPage(req: Request): boolean {
  return req.method !== "HEAD" && (req.headers.get("accept") ?? "").includes("text/html");
}

async function errorPage(error: unknown, status: number, root: string, basePath: string): Promise<Response> {
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const sections: string[] = [];
  for (const one of withCauses(error)) sections.push(await section(one, root));
  const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${status}</title>` +
    `<meta name="viewport" content="width=device-width"><style nonce="${nonce}">${STYLE}</style></head>` +
    `<body>${
      sections.join("")
    }<script type="module" nonce="${nonce}" src="${basePath}${LIVE_RELOAD}"></script>` +
    `</body></html>`;
  const policy =
    `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; connect-src 'self'`;
  return new Response(html, {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy,
      "cache-control": "no-store",
    },
  });
}

/** The error and what caused it, outermost first; at most five. */
function withCauses(error: unknown): unknown[] {
  const chain = [error];
  while (chain.length < 5) {
    const last = chain.at(-1);
    if (!(last instanceof Error) || last.cause === undefined) break;
    chain.push(last.cause);
  }
  return chain;
}

async function section(error: unknown, root: string): Promise<string> {
  if (!(error instanceof Error)) return `<h1>${escapeHtml(String(error))}</h1>`;
  const frame = await codeFrame(error, root);
  return `<h1>${escapeHtml(error.name)}: ${escapeHtml(error.message)}</h1>` +
    (frame ? drawFrame(frame, root) : "") +
    `<pre class="stack">${escapeHtml(error.stack ?? "")}</pre>`;
}

function drawFrame(frame: CodeFrame, root: string): string {
  const lines = frame.lines.map(({ number, text, marked }) => {
    const line = `${marked ? ">" : " "} ${String(number).padStart(5)} | ${escapeHtml(text)}`;
    return marked ? `<mark>${line}</mark>` : line;
  });
  const place = `${relative(root, frame.file)}:${frame.line}:${frame.column}`;
  return `<p>${escapeHtml(place)}</p><pre>${lines.join("\n")}</pre>`;
}

const STYLE = "body{margin:2rem;font:16px/1.5 system-ui,sans-serif;color:#1c1917;background:#fff}" +
  "h1{font-size:1.25rem;color:#b91c1c;white-space:pre-wrap}pre{padding:1rem;overflow:auto;background:#f5f5f4;" +
  "font:14px/1.5 monospace}mark{background:#fecaca;color:inherit}.stack{color:#57534e;background:none;padding:0}";

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}
