import type { ComponentChildren } from "preact";
import type { Context } from "./context.ts";
import type { PageResponse } from "./page.ts";

/** The request methods that a route can answer. */
export type Method = "GET" | "POST" | "PATCH" | "PUT" | "DELETE" | "HEAD" | "OPTIONS";

/** Loads something when it is first needed. */
export type Lazy<T> = () => Promise<T>;

/** A value, or a function that loads it. */
export type MaybeLazy<T> = T | Lazy<T>;

/** Answers a request, or asks `ctx.next()` for the answer and passes it on, changed or not. */
export type Middleware<State> = (ctx: Context<State>) => Response | Promise<Response>;

/** @deprecated The older name of {@linkcode Middleware}. */
export type MiddlewareFn<State> = Middleware<State>;

/** A middleware, or a function that loads one when the first request comes. */
export type MaybeLazyMiddleware<State> = (
  ctx: Context<State>,
) => Response | Middleware<State> | Promise<Response | Middleware<State>>;

/** Answers one method: with a response, or with the data to draw the page with. */
export type HandlerFn<Data, State> = (
  ctx: Context<State>,
) => PageResponse<Data> | Response | Promise<PageResponse<Data> | Response>;

/** A handler function for each method that a route answers. */
export type HandlerByMethod<Data, State> = { [M in Method]?: HandlerFn<Data, State> };

/** What a route exports as `handler` or `handlers`: one function for all methods, or one a method. */
export type RouteHandler<Data, State> = HandlerFn<Data, State> | HandlerByMethod<Data, State>;

// deno-lint-ignore no-explicit-any -- only `any` matches every parameter list
type Fn = (...args: any[]) => unknown;
type DataOf<F> = F extends Fn
  ? Awaited<ReturnType<F>> extends infer R ? R extends PageResponse<infer Data> ? Data : never
  : never
  : never;

/** The data that a route's handlers hand to its page; `never` where none does. */
export type RouteData<Handler> = Handler extends Fn ? DataOf<Handler>
  : Handler extends object ? { [M in keyof Handler]: DataOf<Handler[M]> }[keyof Handler]
  : never;

/** What a page, a layout and the app wrapper receive. */
export type PageProps<Data = unknown, State = unknown> =
  & Pick<
    Context<State>,
    "config" | "url" | "req" | "params" | "info" | "state" | "isPartial" | "Component" | "error" | "route"
  >
  & { data: Data };

/** A page, layout or app wrapper: may be async, may answer with a response of its own. */
export type RouteComponent<Data, State> = (
  props: PageProps<Data, State>,
) => ComponentChildren | Response | Promise<ComponentChildren | Response>;

/**
 * Any route component, whatever data it wants; the route's own handler provides it. Written as a method because
 * those also take components whose data is narrower than `any`: `never`, where no handler gives any.
 */
export type AnyComponent<State> = {
  component(
    // deno-lint-ignore no-explicit-any -- a component's data is checked where it is defined
    props: PageProps<any, State>,
  ): ComponentChildren | Response | Promise<ComponentChildren | Response>;
}["component"];

/** Which of the inherited wrappers a layout or page does without. */
export interface LayoutConfig {
  skipInheritedLayouts?: boolean;
  skipAppWrapper?: boolean;
}

/** What a route file exports as `config`. */
export interface RouteConfig extends LayoutConfig {
  /** A URL pattern that replaces the one made from the file's path. */
  routeOverride?: string;
  /** Methods that a route loaded when first needed answers; all unless given. */
  methods?: "ALL" | Method[];
}

/** A route: handlers, a page, or both. */
export interface Route<State> {
  component?: AnyComponent<State>;
  handler?: RouteHandler<unknown, State>;
  config?: RouteConfig;
}
