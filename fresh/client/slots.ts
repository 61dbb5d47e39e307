import { type ComponentChildren, Fragment, h, type VNode } from "preact";

/** What each slot holds, as far as it has been read from the page. */
const contents = new Map<string, ComponentChildren>();
let readTemplate: (template: HTMLTemplateElement) => ComponentChildren = () => null;

/** Says how the content of a template becomes JSX. */
export function onTemplate(read: typeof readTemplate): void {
  readTemplate = read;
}

/** Notes what the page shows in slot `id`. */
export function fillSlot(id: string, content: ComponentChildren): void {
  contents.set(id, content);
}

/** The JSX that stands for slot `id` in an island's props. */
export function slotVNode(id: string): VNode {
  return h(Slot, { id }) as VNode;
}

/** Draws what the server drew: in place, or in a template while the island did not show it. */
function Slot({ id }: { id: string }): VNode {
  if (!contents.has(id)) {
    const template = document.getElementById(id);
    contents.set(id, template instanceof HTMLTemplateElement ? readTemplate(template) : null);
  }
  return h(Fragment, null, contents.get(id));
}
