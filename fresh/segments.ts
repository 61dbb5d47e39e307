import type { AnyComponent, LayoutConfig, MaybeLazyMiddleware, Route } from "./types.ts";

/** A layout or app wrapper with its configuration. */
export interface Wrapper<State> {
  component: AnyComponent<State>;
  config: LayoutConfig;
}

/** Answers a request whose handling threw: a route of its own, or a middleware. */
export type ErrorTarget<State> = Route<State> | MaybeLazyMiddleware<State>;

/** One folder of the app: what it adds for everything below it. */
export interface Segment<State> {
  readonly parent: Segment<State> | null;
  readonly children: Map<string, Segment<State>>;
  middlewares: MaybeLazyMiddleware<State>[];
  layout: Wrapper<State> | null;
  app: Wrapper<State> | null;
  onError: ErrorTarget<State> | null;
}

/** A segment as it was when a route was registered; its error page is looked up when an error comes. */
export interface Level<State> {
  segment: Segment<State>;
  middlewares: MaybeLazyMiddleware<State>[];
  /** Outermost first, this level's own included. */
  layouts: Wrapper<State>[];
  app: Wrapper<State> | null;
}

/** A segment without anything. */
export function createSegment<State>(parent: Segment<State> | null = null): Segment<State> {
  return { parent, children: new Map(), middlewares: [], layout: null, app: null, onError: null };
}

/** The segment at `path` below `root`, made where it is missing. `*` at the end means everything below. */
export function segmentAt<State>(root: Segment<State>, path: string): Segment<State> {
  let segment = root;
  for (const part of path.split("/")) {
    if (part === "" || part === "*") continue;
    let child = segment.children.get(part);
    if (!child) {
      child = createSegment(segment);
      segment.children.set(part, child);
    }
    segment = child;
  }
  return segment;
}

/** What wraps a route of `segment`, from the root down, as it stands now. */
export function levelsOf<State>(segment: Segment<State>): Level<State>[] {
  const above = segment.parent ? levelsOf(segment.parent) : [];
  const outer = above.at(-1);
  const layouts = outer?.layouts ?? [];
  return [...above, {
    segment,
    middlewares: [...segment.middlewares],
    layouts: segment.layout ? [...layouts, segment.layout] : layouts,
    app: segment.app ?? outer?.app ?? null,
  }];
}
