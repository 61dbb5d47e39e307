import type { ComponentChildren, FunctionComponent, VNode } from "preact";
import type { ResolvedFreshConfig } from "./config.ts";
import { renderResponse } from "./render/response.ts";
import type { Wrapper } from "./segments.ts";
import type { Snapshot } from "./snapshot.ts";
import type { LayoutConfig } from "./types.ts";

/** What the framework keeps beside a context. */
export interface Internals {
  snapshot: Snapshot | null;
  layouts: Wrapper<never>[];
  app: Wrapper<never> | null;
  nonce: string | null;
}

const internals = new WeakMap<object, Internals>();

/** What the framework keeps beside `ctx`. */
export function internalsOf(ctx: object): Internals {
  return internals.get(ctx)!;
}

/** The nonce of this request's scripts and styles; made when first asked for. */
export function nonceOf(ctx: object): string {
  const own = internalsOf(ctx);
  return own.nonce ??= crypto.randomUUID().replaceAll("-", "");
}

/** Everything that a context begins with. */
export interface ContextInit {
  config: ResolvedFreshConfig;
  req: Request;
  url: URL;
  info: Deno.ServeHandlerInfo;
  params: Record<string, string>;
  route: string | null;
  snapshot: Snapshot | null;
}

/** One request on its way through the app. */
export class Context<State> {
  readonly config: ResolvedFreshConfig;
  /** The request's address; repeated slashes in its path are one. */
  readonly url: URL;
  readonly req: Request;
  /** The pattern that matched, or null when none did. */
  readonly route: string | null;
  /** Parameters of the path, percent-decoded. */
  readonly params: Record<string, string>;
  /** What the middlewares of this request share. */
  readonly state: State = {} as State;
  /** What the handler gave to `page()`. */
  // deno-lint-ignore no-explicit-any -- typed where it is read: PageProps<Data>
  data: any = undefined;
  /** What was thrown, while an error page is made; else null. */
  error: unknown = null;
  readonly info: Deno.ServeHandlerInfo;
  /** Always false: there are no partial pages here. */
  readonly isPartial: boolean = false;
  /** Asks the rest of the chain for the answer. */
  next: () => Promise<Response> = () => Promise.resolve(new Response(null, { status: 404 }));
  /** What a layout or the app wrapper wraps. */
  Component: FunctionComponent = () => null;

  constructor(init: ContextInit) {
    this.config = init.config;
    this.req = init.req;
    this.url = init.url;
    this.info = init.info;
    this.params = init.params;
    this.route = init.route;
    internals.set(this, { snapshot: init.snapshot, layouts: [], app: null, nonce: null });
  }

  /** Sends the reader elsewhere. A path cannot be mistaken for another host: leading slashes become one. */
  redirect(pathOrUrl: string, status = 302): Response {
    return new Response(null, { status, headers: { location: encode(safeLocation(pathOrUrl)) } });
  }

  /** A page of `vnode` inside the layouts and the app wrapper that apply here. */
  // deno-lint-ignore no-explicit-any -- JSX has this type
  render(vnode: VNode<any> | null, init?: ResponseInit, config?: LayoutConfig): Promise<Response> {
    return renderResponse(this as unknown as Context<never>, vnode as ComponentChildren, init, config);
  }

  /** A plain text response. */
  text(content: string, init?: ResponseInit): Response {
    return withType(content, "text/plain; charset=utf-8", init);
  }

  /** A response of ready HTML. */
  html(content: string, init?: ResponseInit): Response {
    return withType(content, "text/html; charset=utf-8", init);
  }

  /** A JSON response. */
  // deno-lint-ignore no-explicit-any -- whatever JSON.stringify takes
  json(content: any, init?: ResponseInit): Response {
    return Response.json(content, init);
  }
}

function withType(content: string, type: string, init: ResponseInit = {}): Response {
  const headers = new Headers(init.headers);
  if (!headers.has("content-type")) headers.set("content-type", type);
  return new Response(content, { ...init, headers });
}

function safeLocation(target: string): string {
  // Browsers read "\" as "/", skip tabs and line ends, and trim: "/\t/host" would leave the site.
  const cleaned = target.replace(/[\t\n\r]/g, "").replace(/^[\0-\x20]+/, "");
  if (!/^[/\\]/.test(cleaned)) return cleaned;
  const end = cleaned.search(/[?#]/);
  const path = end === -1 ? cleaned : cleaned.slice(0, end);
  return path.replace(/[/\\]+/g, "/") + (end === -1 ? "" : cleaned.slice(end));
}

/** Headers carry ASCII only; what is encoded already stays as it is. */
function encode(location: string): string {
  return location.toWellFormed().replace(/[^\x21-\x7e]+/g, encodeURIComponent);
}
