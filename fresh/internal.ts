/** What the generated server file and the Builder use; not for apps. */
export { setSnapshot } from "./app.ts";
export type { IslandModule, RouteFile, Snapshot, StaticFile } from "./snapshot.ts";
export { type BuiltSnapshot, builtSnapshot } from "./built_snapshot.ts";
