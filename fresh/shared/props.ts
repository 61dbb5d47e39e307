import { computed, ReadonlySignal, Signal, signal } from "@preact/signals";
import { parse, stringify } from "devalue";

/** One island of a page: its place in the page's list of components, and its props. */
export type IslandInstance = [component: number, props: Record<string, unknown>];

/** What stands for JSX in props: on the way out its slot id, or undefined for what is not JSX. */
export type SlotOut = (value: unknown) => string | undefined;

/** What JSX becomes on the way in. */
export type SlotIn = (id: string) => unknown;

/**
 * Writes the props of a page's islands as JSON text. Signals stay signals and one that two islands share
 * stays one; a computed signal keeps its value.
 * @throws TypeError for functions and instances of classes
 */
export function writeProps(instances: IslandInstance[], slot: SlotOut): string {
  return stringify(instances, {
    Slot: (value: unknown) => slot(value) ?? false,
    View: (value: unknown) => isView(value) && [alone(value)],
    Computed: (value: unknown) => isComputed(value) && [value.peek()],
    Signal: (value: unknown) => value instanceof Signal && [value.peek()],
  });
}

/** Reads what {@linkcode writeProps} wrote. */
export function readProps(text: string, slot: SlotIn): IslandInstance[] {
  return parse(text, {
    Slot: slot,
    View: ([value]: [unknown]) => value,
    Computed: ([value]: [unknown]) => computed(() => value),
    Signal: ([value]: [unknown]) => signal(value),
  });
}

const COMPUTED = Object.getPrototypeOf(computed(() => 0));

function isComputed(value: unknown): value is ReadonlySignal<unknown> {
  return value instanceof Signal && Object.getPrototypeOf(value) === COMPUTED;
}

/** A window on a larger buffer, which would be sent whole, with whatever else lies in it. */
function isView(value: unknown): value is ArrayBufferView {
  return ArrayBuffer.isView(value) && value.byteLength !== value.buffer.byteLength;
}

/** The same bytes in a buffer of their own. */
function alone(view: ArrayBufferView): ArrayBufferView {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength).slice();
  const View = view.constructor as new (buffer: ArrayBuffer) => ArrayBufferView;
  return new View(bytes.buffer);
}
