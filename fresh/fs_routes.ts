import { compareRoutePaths, readRoutePath, type RoutePath } from "./fs_path.ts";
import type { Registry } from "./registry.ts";
import type { RouteFile, RouteModule } from "./snapshot.ts";
import type {
  AnyComponent,
  LayoutConfig,
  MaybeLazyMiddleware,
  Route,
  RouteConfig,
  RouteHandler,
} from "./types.ts";

/** Registers the files of routes/ under `prefix` ("" for the whole site), wrappers before what they wrap. */
export function registerFiles<State>(registry: Registry<State>, files: RouteFile[], prefix: string): void {
  const sorted = files
    .map((file) => ({ file, path: readRoutePath(file.path) }))
    .sort((a, b) => compareRoutePaths(a.path, b.path));
  for (const { file, path } of sorted) registerFile(registry, file, path, prefix);
}

function registerFile<State>(
  registry: Registry<State>,
  file: RouteFile,
  path: RoutePath,
  prefix: string,
): void {
  const segment = prefix + path.segment;
  switch (path.kind) {
    case "app":
      return registry.appWrapper(component(file), layoutConfig(file.module));
    case "layout":
      return registry.layout(segment, component(file), layoutConfig(file.module));
    case "middleware":
      return registry.use(segment, middlewares(file));
    case "error":
      return registry.onError(segment, routeOf<State>(file));
    case "notFound":
      registry.notFound = routeOf<State>(file);
      return;
    case "route": {
      const route = routeOf<State>(file);
      const pattern = prefix + (path.pattern === "/" && prefix !== "" ? "" : path.pattern);
      return registry.route(pattern, route, route.config, segment);
    }
  }
}

function handlerOf(module: RouteModule): unknown {
  return module.handlers ?? module.handler;
}

function routeOf<State>(file: RouteFile): Route<State> {
  const { module } = file;
  const handler = handlerOf(module);
  if (handler === undefined && module.default === undefined && module.config === undefined) {
    throw new Error(
      `Could not find relevant exports in routes/${file.path}: a route exports a default component, handler or handlers`,
    );
  }
  return {
    component: module.default as AnyComponent<State> | undefined,
    handler: handler as RouteHandler<unknown, State> | undefined,
    config: module.config as RouteConfig | undefined,
  };
}

function component<State>(file: RouteFile): AnyComponent<State> {
  if (typeof file.module.default === "function") return file.module.default as AnyComponent<State>;
  throw new Error(`Could not find relevant exports in routes/${file.path}: it needs a default component`);
}

function middlewares<State>(file: RouteFile): MaybeLazyMiddleware<State>[] {
  const found = handlerOf(file.module) ?? file.module.default;
  const list = Array.isArray(found) ? found : [found];
  if (list.length > 0 && list.every((item) => typeof item === "function")) return list;
  throw new Error(
    `Could not find relevant exports in routes/${file.path}: it needs a function, or several, as default or handler`,
  );
}

function layoutConfig(module: RouteModule): LayoutConfig {
  return (module.config ?? {}) as LayoutConfig;
}
