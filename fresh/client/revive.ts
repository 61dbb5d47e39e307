import {
  type ComponentChild,
  type ComponentChildren,
  type FunctionComponent,
  h,
  hydrate,
  type VNode,
} from "preact";
import { numberIds } from "../shared/ids.ts";
import { ISLAND_END, islandIndex, SLOT_END, slotOf } from "../shared/markers.ts";
import { nodesBetween, rangeEnd, rangeParent } from "./range.ts";
import { readElement } from "./read_element.ts";
import { fillSlot, onTemplate } from "./slots.ts";

/** One island of the page. */
export interface Instance {
  /** Its number on the page. */
  index: number;
  component: FunctionComponent<Record<string, unknown>>;
  props: Record<string, unknown>;
}

/** Hydrates every island below `root`; those inside another island's slots come with it. */
export function revive(instances: Instance[], root: Node): void {
  onTemplate((template) => read(instances, [...template.content.childNodes]));
  // Hydrating takes the slots' comments out, so the islands are looked up first.
  for (const { start, end, instance } of topIslands(instances, root)) {
    try {
      const vnode = islandVNode(instances, instance, nodesBetween(start, end));
      hydrate(vnode, rangeParent(start, end));
    } catch (error) {
      console.error(`Island ${instance.component.name} could not be started`, error);
    }
  }
}

interface Place {
  start: Comment;
  end: Comment;
  instance: Instance;
}

function topIslands(instances: Instance[], root: Node): Place[] {
  const places: Place[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  let inside: Comment | null = null;
  while (walker.nextNode()) {
    const start = walker.currentNode as Comment;
    if (inside !== null) {
      if (start === inside) inside = null;
      continue;
    }
    const place = placeOf(instances, start);
    if (place === null) continue;
    places.push(place);
    inside = place.end;
  }
  return places;
}

function placeOf(instances: Instance[], start: Comment): Place | null {
  const index = islandIndex(start.data);
  const instance = index === null ? undefined : instances[index];
  if (instance === undefined) return null;
  const end = rangeEnd(start, (text) => islandIndex(text) !== null, ISLAND_END);
  if (end !== null) return { start, end, instance };
  console.error(
    `The browser moved the content of island ${instance.component.name}: is its HTML well nested?`,
  );
  return null;
}

/** The vnode of an island whose server-made nodes are `nodes`; reads its slots from them. */
function islandVNode(instances: Instance[], instance: Instance, nodes: ChildNode[]): VNode {
  readSlots(instances, nodes);
  return numberIds(h(instance.component, instance.props), `i${instance.index}`);
}

/** Reads the slots among and below `nodes`, not those of the islands in them: these are read with their island. */
function readSlots(instances: Instance[], nodes: ChildNode[]): void {
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!;
    const id = node.nodeType === Node.COMMENT_NODE ? slotOf((node as Comment).data) : null;
    const end = id && rangeEnd(node as Comment, (text) => slotOf(text) !== null, SLOT_END);
    if (id && end) {
      fillSlot(id, read(instances, nodesBetween(node, end)));
      i = nodes.indexOf(end);
    } else {
      readSlots(instances, [...node.childNodes]);
    }
  }
}

/** Server-made nodes as JSX, with the islands among them as live components. */
function read(instances: Instance[], nodes: ChildNode[]): ComponentChildren {
  const children: ComponentChild[] = [];
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!;
    if (node.nodeType === Node.TEXT_NODE) {
      children.push((node as Text).data);
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      children.push(readElement(node as Element, (inner) => read(instances, inner)));
    } else if (node.nodeType === Node.COMMENT_NODE) {
      const place = placeOf(instances, node as Comment);
      if (place === null) continue;
      children.push(islandVNode(instances, place.instance, nodesBetween(place.start, place.end)));
      i = nodes.indexOf(place.end);
    }
  }
  return children;
}
