import { type ComponentChildren, h, type VNode } from "preact";

/** Reads nodes as JSX. */
type ReadNodes = (nodes: ChildNode[]) => ComponentChildren;

/** Elements whose content is text that a vnode would escape or lose. */
const OPAQUE = new Set(["script", "style", "template", "noscript"]);

/**
 * A server-made element as a vnode that leaves it as it is: what a person typed or ticked before the page
 * came to life stays.
 */
export function readElement(element: Element, readNodes: ReadNodes): VNode {
  const props: Record<string, unknown> = {};
  for (const { name, value } of element.attributes) {
    // Event attributes are strings here, which Preact would take for listeners.
    if (!name.startsWith("on")) props[name] = propValue(name, value);
  }
  if (OPAQUE.has(element.localName)) props.dangerouslySetInnerHTML = { __html: element.innerHTML };
  else props.children = readNodes([...element.childNodes]);
  return vnodeOf(element.localName, props);
}

function vnodeOf(name: string, props: Record<string, unknown>): VNode {
  const vnode = h(name, null) as VNode<Record<string, unknown>>;
  vnode.props = props as typeof vnode.props;
  return vnode as VNode;
}

const BOOLEAN = new Set([
  "allowfullscreen",
  "async",
  "autofocus",
  "autoplay",
  "checked",
  "controls",
  "default",
  "defer",
  "disabled",
  "formnovalidate",
  "hidden",
  "inert",
  "loop",
  "multiple",
  "muted",
  "nomodule",
  "novalidate",
  "open",
  "playsinline",
  "readonly",
  "required",
  "reversed",
  "selected",
]);

function propValue(name: string, value: string): unknown {
  return value === "" && BOOLEAN.has(name) ? true : value;
}
