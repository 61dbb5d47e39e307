import type { Snapshot } from "../snapshot.ts";

/** A production snapshot of nothing but `parts`. */
export function snapshotWith(parts: Partial<Snapshot>): Snapshot {
  return {
    root: "/project",
    mode: "production",
    buildId: "build",
    liveReload: null,
    routes: [],
    islands: [],
    imports: () => [],
    staticFile: () => Promise.resolve(null),
    ...parts,
  };
}
