import { Fragment, h, type VNode } from "preact";
import { jsxTemplate } from "preact/jsx-runtime";

/** Ready HTML as part of a tree. */
export function raw(html: string): VNode {
  return jsxTemplate([html]);
}

/** An HTML comment as part of a tree. */
export function comment(text: string): VNode {
  return h(Fragment, { UNSTABLE_comment: text } as Record<string, unknown>);
}
