import type { FunctionComponent } from "preact";
import { readProps } from "../shared/props.ts";
import { revive } from "./revive.ts";
import { slotVNode } from "./slots.ts";

/** Brings the islands of this page to life: `components` by number, `props` as the server wrote them. */
export function boot(components: FunctionComponent<Record<string, unknown>>[], props: string): void {
  const instances = readProps(props, slotVNode).map(([number, own], index) => ({
    index,
    component: components[number]!,
    props: own,
  }));
  revive(instances, document.body);
}
