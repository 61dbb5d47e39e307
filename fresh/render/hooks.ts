import { options, type VNode } from "preact";
import { assetUrl } from "../shared/asset.ts";
import { IslandBoundary, islandFunctions } from "./islands.ts";
import { isMadePlainly, plain } from "./plain.ts";
import { renderState } from "./state.ts";

/** Elements whose `key` says which element of the head they stand for. */
const HEAD_ELEMENTS = new Set(["title", "meta", "link", "script", "style", "base", "noscript", "template"]);

type Props = Record<string, unknown>;
const previous = options.vnode;
options.vnode = (vnode) => {
  if (!isMadePlainly()) hook(vnode as VNode<Props>);
  previous?.(vnode);
};

function hook(vnode: VNode<Props>): void {
  const { type, props } = vnode;
  if (typeof type === "function") {
    if (islandFunctions.has(type)) replace(vnode, IslandBoundary, { component: type, props });
    return;
  }
  if (HEAD_ELEMENTS.has(type) && vnode.key !== undefined && vnode.key !== null) {
    vnode.props = { ...props, "data-key": String(vnode.key) };
  }
  if (needsNonce(type, props) || needsAsset(type, props)) {
    replace(vnode, LateElement, { type, props: vnode.props });
  }
}

function replace(vnode: VNode<Props>, type: unknown, props: Props): void {
  vnode.type = type as VNode<Props>["type"];
  vnode.props = props as VNode<Props>["props"];
}

function needsNonce(type: string, props: Props): boolean {
  return (type === "script" || type === "style") && props.nonce === undefined;
}

function needsAsset(type: string, props: Props): boolean {
  return (type === "img" || type === "source") && !("data-fresh-disable-lock" in props) &&
    [props.src, props.srcset, props.srcSet].some((value) => typeof value === "string");
}

/** An element with attributes that are known only while its page is rendered. */
function LateElement({ type, props }: { type: string; props: Props }): VNode {
  const state = renderState();
  if (state === null) return plain(type, props);
  if (type === "script" || type === "style") return plain(type, { ...props, nonce: state.nonce() });
  const locked: Props = { ...props };
  for (const name of ["src", "srcset", "srcSet"]) {
    if (typeof props[name] === "string") {
      locked[name] = lock(name, props[name], state.basePath, state.buildId);
    }
  }
  return plain(type, locked);
}

function lock(name: string, value: string, basePath: string, buildId: string): string {
  if (name === "src") return assetUrl(value, basePath, buildId);
  return value.split(",").map((candidate) => {
    const [url, ...descriptor] = candidate.trim().split(/\s+/);
    return [assetUrl(url!, basePath, buildId), ...descriptor].join(" ");
  }).join(", ");
}
