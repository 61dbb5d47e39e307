import { type ComponentChildren, Fragment, type FunctionComponent, h, type VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import "./hooks.ts";
import { type Context, internalsOf, nonceOf } from "../context.ts";
import type { Wrapper } from "../segments.ts";
import { type Island, islandsByComponent, type Snapshot } from "../snapshot.ts";
import type { AnyComponent, LayoutConfig, PageProps } from "../types.ts";
import { numberIds } from "../shared/ids.ts";
import { assembleDocument } from "./document.ts";
import { islandFunctions } from "./islands.ts";
import { raw } from "./raw.ts";
import { clientParts } from "./scripts.ts";
import { type RenderState, withRenderState } from "./state.ts";

type Props = PageProps<unknown, never>;
type Content = ComponentChildren | Response;

/** The response of a page component with `ctx.data`. */
export async function renderPage(
  ctx: Context<never>,
  component: AnyComponent<never>,
  init?: ResponseInit,
  config?: LayoutConfig,
): Promise<Response> {
  const content = await instantiate(component, propsOf(ctx, () => null));
  return content instanceof Response ? content : await renderResponse(ctx, content, init, config);
}

/** The response of `content` within the layouts and the app wrapper that apply where `ctx` is. */
export async function renderResponse(
  ctx: Context<never>,
  content: ComponentChildren,
  init: ResponseInit = {},
  config: LayoutConfig = {},
): Promise<Response> {
  const { layouts, app } = applicable(ctx, config);
  const inner = await wrapInLayouts(ctx, layouts, content);
  if (inner instanceof Response) return inner;
  // The page comes before the app wrapper, so that what it puts into the head is known when the head is made.
  const state = createState(ctx);
  let html = draw(state, inner);
  if (app) {
    const outer = await instantiate(app.component, propsOf(ctx, () => raw(html)));
    if (outer instanceof Response) return outer;
    html = draw(state, outer);
  }
  return respond(ctx, state, html, init);
}

function respond(ctx: Context<never>, state: RenderState, html: string, init: ResponseInit): Response {
  const { snapshot } = internalsOf(ctx);
  const client = clientParts(state, snapshot, (content) => draw(state, content));
  const headers = new Headers(init.headers);
  if (!headers.has("content-type")) headers.set("content-type", "text/html; charset=utf-8");
  for (const link of client.links) headers.append("link", link);
  return new Response(assembleDocument(html, client.templates + client.script), { ...init, headers });
}

function draw(state: RenderState, content: ComponentChildren): string {
  return withRenderState(
    state,
    () => renderToString(numberIds(h(Fragment, null, content) as VNode, `p${state.draws++}`)),
  );
}

function applicable(ctx: Context<never>, config: LayoutConfig) {
  const own = internalsOf(ctx);
  const layouts: Wrapper<never>[] = [];
  let skipApp = config.skipAppWrapper === true;
  const inherited = config.skipInheritedLayouts ? [] : own.layouts.toReversed();
  for (const layout of inherited) {
    layouts.push(layout);
    skipApp ||= layout.config.skipAppWrapper === true;
    if (layout.config.skipInheritedLayouts) break;
  }
  return { layouts, app: skipApp ? null : own.app };
}

/** Wraps from the innermost layout to the outermost. */
async function wrapInLayouts(
  ctx: Context<never>,
  layouts: Wrapper<never>[],
  content: ComponentChildren,
): Promise<Content> {
  let wrapped = content;
  for (const layout of layouts) {
    const inner = wrapped;
    const next = await instantiate(layout.component, propsOf(ctx, () => inner as VNode));
    if (next instanceof Response) return next;
    wrapped = next;
  }
  return wrapped;
}

function propsOf(ctx: Context<never>, Component: FunctionComponent): Props {
  ctx.Component = Component;
  const { config, url, req, params, info, state, isPartial, error, route, data } = ctx;
  return { config, url, req, params, info, state, isPartial, error, route, data, Component } as Props;
}

/** Async components are waited for here: rendering itself never waits. */
async function instantiate(component: AnyComponent<never>, props: Props): Promise<Content> {
  if (component.constructor.name === "AsyncFunction") return await component(props);
  return h(checked(component) as FunctionComponent<Props>, props);
}

/** Names the mistake of a component that answers a promise or a response without being an async function. */
function checked(component: AnyComponent<never>): AnyComponent<never> {
  const Checked: AnyComponent<never> = (props) => {
    const result = component(props);
    if (result instanceof Response || result instanceof Promise) {
      throw new TypeError(
        `${component.name || "A page"} must be an async function to return a promise or a Response`,
      );
    }
    return result;
  };
  return Checked;
}

const islandsOf = new WeakMap<Snapshot, Map<unknown, Island>>();

/** Makes the islands of `snapshot` known to the renderer. */
export function registerIslands(snapshot: Snapshot): void {
  const islands = islandsByComponent(snapshot.islands);
  for (const component of islands.keys()) islandFunctions.add(component as object);
  islandsOf.set(snapshot, islands);
}

function createState(ctx: Context<never>): RenderState {
  const { snapshot } = internalsOf(ctx);
  return {
    basePath: ctx.config.basePath,
    buildId: snapshot?.buildId ?? "",
    nonce: () => nonceOf(ctx),
    islands: (snapshot && islandsOf.get(snapshot)) ?? new Map(),
    draws: 0,
    used: [],
    instances: [],
    slots: new Map(),
  };
}
