import type { ComponentChildren } from "preact";
import { BOOT_CHUNK, scriptPath, type Snapshot } from "../snapshot.ts";
import { withoutHead } from "./document.ts";
import { islandProps } from "./islands.ts";
import type { RenderState, Slot } from "./state.ts";

/** The client side of a page: its scripts, and `Link` headers that announce them early. */
export interface ClientParts {
  script: string;
  /** What islands received as JSX and do not show yet, for the client to show later. */
  templates: string;
  links: string[];
}

type Draw = (content: ComponentChildren) => string;

/** One inline module script when the page has islands; nothing at all when it has none. */
export function clientParts(state: RenderState, snapshot: Snapshot | null, draw: Draw): ClientParts {
  const reload = snapshot?.liveReload ?? null;
  let script = reload === null ? "" : tag(state, `import ${quote(state.basePath + reload)};`);
  if (snapshot === null || state.instances.length === 0) return { script, templates: "", links: [] };
  const { props, templates } = propsAndTemplates(state, draw);
  const address = (chunk: string) => state.basePath + scriptPath(state.buildId, chunk);
  const imports = state.used.map(({ exportName, chunk }, index) =>
    `import{${exportName} as _${index}}from ${quote(address(chunk))};`
  );
  const names = state.used.map((_, index) => `_${index}`);
  script += tag(
    state,
    `import{boot}from ${quote(address(BOOT_CHUNK))};${imports.join("")}` +
      `boot([${names.join(",")}],${quote(props)});`,
  );
  return { script, templates, links: preloads(state, snapshot).map((chunk) => link(address(chunk))) };
}

/** Writing props finds slots, and drawing a slot finds islands with props of their own. */
function propsAndTemplates(state: RenderState, draw: Draw): { props: string; templates: string } {
  let templates = "";
  let props = islandProps(state);
  for (let slots = unseen(state); slots.length > 0; slots = unseen(state)) {
    for (const slot of slots) {
      slot.rendered = true;
      templates += `<template id="${slot.id}">${withoutHead(draw(slot.content))}</template>`;
    }
    props = islandProps(state);
  }
  return { props, templates };
}

function unseen(state: RenderState): Slot[] {
  return [...state.slots.values()].filter((slot) => !slot.rendered);
}

function preloads(state: RenderState, snapshot: Snapshot): string[] {
  const entries = new Set([BOOT_CHUNK, ...state.used.map((island) => island.chunk)]);
  return [...new Set([...entries].flatMap((chunk) => [chunk, ...snapshot.imports(chunk)]))];
}

function link(address: string): string {
  return `<${encodeURI(address)}>; rel="modulepreload"; as="script"`;
}

function tag(state: RenderState, code: string): string {
  return `<script type="module" nonce="${state.nonce()}">${code}</script>`;
}

/** A JavaScript string that cannot end the script element or open a comment in it. */
function quote(text: string): string {
  return JSON.stringify(text).replaceAll("<", "\\u003C").replaceAll("\u2028", "\\u2028").replaceAll(
    "\u2029",
    "\\u2029",
  );
}
