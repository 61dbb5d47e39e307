import type { ComponentChildren } from "preact";
import type { Middleware, PageProps, RouteData, RouteHandler } from "./types.ts";

/** Functions that return what they are given and carry the app's `State` type into it. */
export interface Define<State> {
  /** The handlers of a route; their page data is inferred. */
  handlers<Data, Handlers extends RouteHandler<Data, State> = RouteHandler<Data, State>>(
    handlers: Handlers,
  ): Handlers;
  /** A page; `define.page<typeof handler>` takes its data type from the route's handlers. */
  page<Handler extends RouteHandler<unknown, State> = never, Data = RouteData<Handler>>(
    render: (
      props: PageProps<Data, State>,
    ) => ComponentChildren | Response | Promise<ComponentChildren | Response>,
  ): (props: PageProps<Data, State>) => ComponentChildren | Response | Promise<ComponentChildren | Response>;
  /** A layout or the app wrapper. */
  layout(
    render: (
      props: PageProps<unknown, State>,
    ) => ComponentChildren | Response | Promise<ComponentChildren | Response>,
  ): (
    props: PageProps<unknown, State>,
  ) => ComponentChildren | Response | Promise<ComponentChildren | Response>;
  /** A middleware, or several that run in order. */
  middleware<M extends Middleware<State> | Middleware<State>[]>(middleware: M): M;
}

/** Typed helpers for an app whose `ctx.state` is a `State`. */
export function createDefine<State>(): Define<State> {
  return {
    handlers: (handlers) => handlers,
    page: (render) => render,
    layout: (render) => render,
    middleware: (middleware) => middleware,
  };
}
