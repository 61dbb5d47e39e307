import {
  type ComponentChildren,
  createContext,
  Fragment,
  type FunctionComponent,
  h,
  isValidElement,
  type VNode,
} from "preact";
import { useContext } from "preact/hooks";
import { Signal } from "@preact/signals";
import { numberIds } from "../shared/ids.ts";
import { ISLAND_END, islandStart, SLOT_END, slotId, slotStart } from "../shared/markers.ts";
import { writeProps } from "../shared/props.ts";
import { plain } from "./plain.ts";
import { comment } from "./raw.ts";
import { type RenderState, renderState, type Slot } from "./state.ts";

type Props = Record<string, unknown>;

/** Every function that some app registered as an island; whether a page uses it so is its snapshot's matter. */
export const islandFunctions = new WeakSet<object>();

/** True inside an island, false inside a slot: an island in an island is a plain component of it. */
const InsideIsland = createContext(false);

const within = (value: boolean, children: ComponentChildren): VNode =>
  h(InsideIsland.Provider, { value, children }) as VNode;

/** Stands for an island in the page: marks its range and notes its props. */
export function IslandBoundary(
  { component, props }: { component: FunctionComponent<Props>; props: Props },
): VNode {
  const inside = useContext(InsideIsland);
  const state = renderState();
  const island = state?.islands.get(component);
  if (inside || state === null || island === undefined) return plain(component, props);
  let number = state.used.indexOf(island);
  if (number === -1) number = state.used.push(island) - 1;
  const index = state.instances.push([number, props]) - 1;
  return within(true, [
    comment(islandStart(index)),
    numberIds(plain(component, withSlots(state, props)), `i${index}`),
    comment(ISLAND_END),
  ]);
}

/** The props as the island gets them on the server: JSX in them is marked where it is drawn. */
function withSlots(state: RenderState, props: Props): Props {
  return Object.fromEntries(Object.entries(props).map(([name, value]) => [name, marked(state, value)]));
}

function marked(state: RenderState, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => marked(state, item));
  return isJsx(value) ? h(SlotBoundary, { slot: slotFor(state, value) }) : value;
}

/** A signal in JSX looks like JSX. */
function isJsx(value: unknown): value is VNode {
  return isValidElement(value) && !((value as unknown) instanceof Signal);
}

function slotFor(state: RenderState, content: VNode): Slot {
  let slot = state.slots.get(content);
  if (!slot) {
    slot = { id: slotId(state.slots.size), content, rendered: false };
    state.slots.set(content, slot);
  }
  return slot;
}

function SlotBoundary({ slot }: { slot: Slot }): VNode {
  slot.rendered = true;
  const content = numberIds(h(Fragment, null, slot.content) as VNode, slot.id);
  return within(false, [comment(slotStart(slot.id)), content, comment(SLOT_END)]);
}

/** The props of this page's islands as JSON text; JSX in them becomes slots. */
export function islandProps(state: RenderState): string {
  for (const [number, props] of state.instances) {
    try {
      writeProps([[number, props]], (value) => isJsx(value) ? "slot" : undefined);
    } catch (cause) {
      const name = state.used[number]!.exportName;
      throw new TypeError(
        `The props of island ${name} cannot be sent to the browser: ${(cause as Error).message}`,
        {
          cause,
        },
      );
    }
  }
  return writeProps(state.instances, (value) => isJsx(value) ? slotFor(state, value).id : undefined);
}
