import type { Island } from "../snapshot.ts";
import type { IslandInstance } from "../shared/props.ts";
import type { ComponentChildren } from "preact";

/** JSX that an island received: drawn in place, or in a template when the island does not show it at first. */
export interface Slot {
  id: string;
  content: ComponentChildren;
  rendered: boolean;
}

/** What the rendering of one page collects. */
export interface RenderState {
  readonly basePath: string;
  readonly buildId: string;
  nonce(): string;
  readonly islands: ReadonlyMap<unknown, Island>;
  /** How many trees were rendered for this page so far: the page, the app wrapper, templates. */
  draws: number;
  /** The islands of this page, each component once, in the order of their numbers. */
  readonly used: Island[];
  readonly instances: IslandInstance[];
  /** By the value that the island received. */
  readonly slots: Map<unknown, Slot>;
}

let current: RenderState | null = null;

/** The page being rendered right now, or null. */
export function renderState(): RenderState | null {
  return current;
}

/** Runs `render`, which must not wait for anything, as part of the page of `state`. */
export function withRenderState<T>(state: RenderState, render: () => T): T {
  const outer = current;
  current = state;
  try {
    return render();
  } finally {
    current = outer;
  }
}
