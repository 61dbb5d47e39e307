import { createDefine } from "fresh";
import type { State } from "./main.ts";

export const define = createDefine<State>();
