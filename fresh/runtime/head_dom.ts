import type { VNode } from "preact";
import { render } from "preact";
import { headIdentity } from "../shared/head_identity.ts";

/** Puts one element into the document's head, in the place of its like if there is one; returns the way back. */
export function applyToHead(vnode: VNode): () => void {
  const element = toElement(vnode);
  const identity = identityOf(element);
  const old = [...document.head.children].find((child) => identityOf(child) === identity);
  if (old === undefined) {
    document.head.append(element);
    return () => element.remove();
  }
  if (old.isEqualNode(element)) return () => {};
  old.replaceWith(element);
  return () => element.replaceWith(old);
}

function toElement(vnode: VNode): Element {
  const holder = document.createElement("div");
  render(vnode, holder);
  const element = holder.firstElementChild!;
  if (vnode.key !== null && vnode.key !== undefined) element.setAttribute("data-key", String(vnode.key));
  return element;
}

function identityOf(element: Element): string {
  const attributes = new Map([...element.attributes].map(({ name, value }) => [name, value]));
  return headIdentity(element.localName, attributes);
}
