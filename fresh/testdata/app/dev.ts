import { Builder } from "fresh/dev";

const builder = new Builder({ root: import.meta.dirname });
await builder.listen(() => import("./main.ts"));
