import { type FunctionComponent, h, type VNode } from "preact";

type Props = Record<string, unknown>;

let plainly = false;

/** True while a vnode is made that must stay as it is. */
export function isMadePlainly(): boolean {
  return plainly;
}

/** Makes a vnode that the renderer's hook leaves alone: what an island or a late element stands for. */
export function plain(type: string | FunctionComponent<Props>, props: Props): VNode {
  plainly = true;
  try {
    return h(type as FunctionComponent<Props>, props) as VNode;
  } finally {
    plainly = false;
  }
}
