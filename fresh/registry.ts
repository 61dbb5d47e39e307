import { answerRoute, methodsOf } from "./answer.ts";
import { runChain } from "./chain.ts";
import type { Finish } from "./dispatch.ts";
import { createRouter, type Router } from "./router.ts";
import {
  createSegment,
  type ErrorTarget,
  type Level,
  levelsOf,
  type Segment,
  segmentAt,
} from "./segments.ts";
import type {
  AnyComponent,
  LayoutConfig,
  MaybeLazy,
  MaybeLazyMiddleware,
  Method,
  Route,
  RouteConfig,
} from "./types.ts";

/** A registered route: what wraps it and how it answers. */
export interface Target<State> {
  levels: Level<State>[];
  finish: Finish<State>;
}

/** Everything an app was told, in the order it was told. */
export interface Registry<State> {
  readonly router: Router<Target<State>>;
  readonly root: Segment<State>;
  notFound: ErrorTarget<State> | null;
  use(path: string, middlewares: MaybeLazyMiddleware<State>[]): void;
  layout(path: string, component: AnyComponent<State>, config?: LayoutConfig): void;
  appWrapper(component: AnyComponent<State>, config?: LayoutConfig): void;
  onError(path: string, target: ErrorTarget<State>): void;
  handle(method: Method | "ALL", path: string, middlewares: MaybeLazyMiddleware<State>[]): void;
  /** `segment` is the folder whose wrappers apply; the path's own folders unless given. */
  route(path: string, route: MaybeLazy<Route<State>>, config?: RouteConfig, segment?: string): void;
}

/** An empty registry whose patterns begin with `basePath`. */
export function createRegistry<State>(basePath: string): Registry<State> {
  const router = createRouter<Target<State>>();
  const root = createSegment<State>();
  const at = (path: string) => segmentAt(root, path);
  const pattern = (path: string) => basePath + (path === "*" ? "/*" : path) || "/";
  const registry: Registry<State> = {
    router,
    root,
    notFound: null,
    use: (path, middlewares) => void at(path).middlewares.push(...middlewares),
    layout: (path, component, config = {}) => void (at(path).layout = { component, config }),
    appWrapper: (component, config = {}) => void (root.app = { component, config }),
    onError: (path, target) => void (at(path).onError = target),
    handle(method, path, middlewares) {
      const chain = middlewares.slice();
      const finish: Finish<State> = (ctx) =>
        runChain(ctx, chain, () => Promise.reject(new TypeError(`No handler of ${path} answered`)));
      router.add(method, pattern(path), { levels: levelsOf(at(path)), finish });
    },
    route(path, route, config, segment = path) {
      const levels = levelsOf(at(segment));
      for (const [method, finish] of finishers(route, config)) {
        router.add(method, pattern(config?.routeOverride ?? path), { levels, finish });
      }
    },
  };
  return registry;
}

function finishers<State>(
  route: MaybeLazy<Route<State>>,
  config: RouteConfig | undefined,
): [Method | "ALL", Finish<State>][] {
  if (typeof route !== "function") {
    const known = config ? { ...route, config: { ...route.config, ...config } } : route;
    return methodsOf(route).map((method) => [method, (ctx) => answerRoute(ctx, known)]);
  }
  let loading: Promise<Route<State>> | null = null;
  const finish: Finish<State> = async (ctx) => {
    const loaded = await (loading ??= route());
    return await answerRoute(ctx, { ...loaded, config: { ...loaded.config, ...config } });
  };
  const methods = config?.methods ?? "ALL";
  return methods === "ALL" ? [["ALL", finish]] : methods.map((method) => [method, finish]);
}
