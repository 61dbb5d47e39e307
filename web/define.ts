import { createDefine } from "fresh";
import type { State } from "./state.ts";

/** Typed helpers for this app's routes. */
export const define = createDefine<State>();
