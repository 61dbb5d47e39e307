import type { VNode } from "preact";

/**
 * Gives the components below `vnode` a series of ids of their own for `useId()`. Preact numbers them from the
 * root of what is rendered: on the server that is the whole page, in the browser each island, so that without
 * this they would differ, and two islands would make the same ones. `__m` is Preact 10's name for it.
 */
export function numberIds<T extends VNode>(vnode: T, series: string): T {
  (vnode as T & { __m?: [string, number] }).__m = [series, 0];
  return vnode;
}
