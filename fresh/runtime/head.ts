import { type ComponentChildren, Fragment, h, isValidElement, toChildArray, type VNode } from "preact";
import { useEffect } from "preact/hooks";
import { HEAD_END, HEAD_START } from "../shared/markers.ts";
import { applyToHead } from "./head_dom.ts";

/** Elements for the document's head: title, meta, link, script, style, base, noscript, template. */
export interface HeadProps {
  children?: ComponentChildren;
}

/**
 * Puts its children into the document's head, from anywhere in a page or an island. One that is the same thing
 * as an element there (same `key`, else title, else the same attributes but for content or href) replaces it.
 */
export function Head({ children }: HeadProps): VNode | null {
  return typeof document === "undefined" ? serverHead(children) : h(ClientHead, null, children);
}

/** The renderer cuts what lies between the comments out and moves it to the head. */
function serverHead(children: ComponentChildren): VNode {
  const comment = (text: string) => h(Fragment, { UNSTABLE_comment: text } as Record<string, unknown>);
  return h(Fragment, null, [comment(HEAD_START), children, comment(HEAD_END)]);
}

function ClientHead({ children }: HeadProps): null {
  const elements = toChildArray(children).filter((child) => isValidElement(child)) as VNode[];
  useEffect(() => {
    const undo = elements.map(applyToHead);
    return () => undo.reverse().forEach((step) => step());
  });
  return null;
}
