import { parseHTML } from "linkedom";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";

/** What the server would send for `vnode`, as a document; for tests. */
export function draw(vnode: VNode): Document {
  return parseHTML(`<!DOCTYPE html><html><body>${renderToString(vnode)}</body></html>`).document;
}

/** The text of an element as a person reads it: runs of white space are one space. */
export function textOf(element: Element | Document | null): string {
  const node = element && "body" in element ? element.body : element;
  return (node?.textContent ?? "").replace(/\s+/g, " ").trim();
}

/** The text of each element that `selector` finds. */
export function textsOf(element: Element | Document, selector: string): string[] {
  return [...element.querySelectorAll(selector)].map(textOf);
}
