import { type FreshConfig, resolveConfig, type ResolvedFreshConfig } from "./config.ts";
import { registerFiles } from "./fs_routes.ts";
import { createHandler, type Handler } from "./handler.ts";
import { serve } from "./listen.ts";
import { createRegistry, type Registry } from "./registry.ts";
import { registerIslands } from "./render/response.ts";
import type { ErrorTarget } from "./segments.ts";
import { setAssets } from "./shared/asset.ts";
import type { Snapshot } from "./snapshot.ts";
import type {
  AnyComponent,
  LayoutConfig,
  MaybeLazy,
  MaybeLazyMiddleware,
  Method,
  Route,
  RouteConfig,
} from "./types.ts";

/** Where and how to listen: the options of `Deno.serve`. */
export type ListenOptions = Partial<Deno.ServeTcpOptions & Deno.TlsCertifiedKeyPem>;

type Step<State> = (registry: Registry<State>) => void;

let readSnapshot: (app: object) => Snapshot | null;
let writeSnapshot: (app: object, snapshot: Snapshot) => void;

/**
 * A web app: middlewares, layouts, routes and error pages, in the order in which they are added. What wraps
 * (middleware, layout, app wrapper) applies to the routes added after it.
 */
export class App<State> {
  /** How the app runs; the Builder sets root and mode. */
  readonly config: ResolvedFreshConfig;
  #steps: Step<State>[] = [];
  #snapshot: Snapshot | null = null;

  static {
    readSnapshot = (app) => (app as App<unknown>).#snapshot;
    writeSnapshot = (app, snapshot) => {
      (app as App<unknown>).#snapshot = snapshot;
    };
  }

  constructor(config: FreshConfig = {}) {
    this.config = resolveConfig(config);
  }

  /** Adds middlewares for every path, or for `path` and what lies below it. */
  use(...middlewares: MaybeLazyMiddleware<State>[]): this;
  use(path: string, ...middlewares: MaybeLazyMiddleware<State>[]): this;
  use(...args: unknown[]): this {
    const path = typeof args[0] === "string" ? args[0] : "*";
    const middlewares = (typeof args[0] === "string" ? args.slice(1) : args) as MaybeLazyMiddleware<State>[];
    return this.#add((registry) => registry.use(path, middlewares));
  }

  /** Answers GET (and HEAD) of `path`. The last middleware gives the response. */
  get(path: string, ...middlewares: MaybeLazyMiddleware<State>[]): this {
    return this.#handle("GET", path, middlewares);
  }

  /** Answers POST of `path`. */
  post(path: string, ...middlewares: MaybeLazyMiddleware<State>[]): this {
    return this.#handle("POST", path, middlewares);
  }

  /** Answers PUT of `path`. */
  put(path: string, ...middlewares: MaybeLazyMiddleware<State>[]): this {
    return this.#handle("PUT", path, middlewares);
  }

  /** Answers PATCH of `path`. */
  patch(path: string, ...middlewares: MaybeLazyMiddleware<State>[]): this {
    return this.#handle("PATCH", path, middlewares);
  }

  /** Answers DELETE of `path`. */
  delete(path: string, ...middlewares: MaybeLazyMiddleware<State>[]): this {
    return this.#handle("DELETE", path, middlewares);
  }

  /** Answers HEAD of `path` otherwise than GET would. */
  head(path: string, ...middlewares: MaybeLazyMiddleware<State>[]): this {
    return this.#handle("HEAD", path, middlewares);
  }

  /** Answers every method of `path` that has no answer of its own. */
  all(path: string, ...middlewares: MaybeLazyMiddleware<State>[]): this {
    return this.#handle("ALL", path, middlewares);
  }

  /** Adds a route with handlers, a page or both; it may be a function that loads it at the first request. */
  route(path: string, route: MaybeLazy<Route<State>>, config?: RouteConfig): this {
    return this.#add((registry) => registry.route(path, route, config));
  }

  /** Wraps the pages at `path` and below in `component`. */
  layout(path: string, component: AnyComponent<State>, config?: LayoutConfig): this {
    return this.#add((registry) => registry.layout(path, component, config));
  }

  /** Sets the component that makes the document around every page. */
  appWrapper(component: AnyComponent<State>): this {
    return this.#add((registry) => registry.appWrapper(component));
  }

  /** Answers what is thrown at `path` and below. */
  onError(path: string, target: ErrorTarget<State>): this {
    return this.#add((registry) => registry.onError(path, target));
  }

  /** Answers where there is no page. */
  notFound(target: ErrorTarget<State>): this {
    return this.#add((registry) => {
      registry.notFound = target;
    });
  }

  /** Adds the files of the routes folder, under `path` if given. They are known once the Builder has run. */
  fsRoutes(path = "*"): this {
    const prefix = path.replace(/\/?\*$/, "").replace(/\/$/, "");
    return this.#add((registry) => registerFiles(registry, this.#snapshot?.routes ?? [], prefix));
  }

  /** The function that answers requests, with everything added so far. */
  handler(): Handler {
    const registry = createRegistry<State>(this.config.basePath);
    for (const step of this.#steps) step(registry);
    return createHandler(registry, this.config, this.#snapshot);
  }

  /** Serves the app; resolves once it listens. Without a port: `PORT`, or the first free one from 8000 to 8019. */
  async listen(options: ListenOptions = {}): Promise<void> {
    await serve(this.handler(), options);
  }

  #handle(method: Method | "ALL", path: string, middlewares: MaybeLazyMiddleware<State>[]): this {
    return this.#add((registry) => registry.handle(method, path, middlewares));
  }

  #add(step: Step<State>): this {
    this.#steps.push(step);
    return this;
  }
}

/** Gives `app` what the Builder found; its `fsRoutes()` and islands exist from then on. */
// deno-lint-ignore no-explicit-any -- whatever the app keeps in its state
export function setSnapshot(app: App<any>, snapshot: Snapshot): void {
  writeSnapshot(app, snapshot);
  registerIslands(snapshot);
  setAssets(snapshot.buildId, app.config.basePath);
  app.config.root = snapshot.root;
  app.config.mode = snapshot.mode;
}

/** The snapshot of `app`, or null when it runs without the Builder. */
export function snapshotOf(app: object): Snapshot | null {
  return readSnapshot(app);
}
