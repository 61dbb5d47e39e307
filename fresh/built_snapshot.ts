import { fileURLToPath } from "node:url";
import { mediaType } from "./shared/media_types.ts";
import type { IslandModule, RouteFile, Snapshot, StaticFile } from "./snapshot.ts";

/** What a build wrote into its `snapshot.js`; paths are relative to that file. */
export interface BuiltSnapshot {
  /** Address of `snapshot.js`. */
  folder: string;
  root: string;
  buildId: string;
  routes: RouteFile[];
  islands: IslandModule[];
  imports: Record<string, string[]>;
  /** By pathname. */
  files: Record<string, [path: string, size: number, hash: string]>;
}

/** The snapshot of a build on disk. */
export function builtSnapshot(built: BuiltSnapshot): Snapshot {
  const files = new Map(Object.entries(built.files));
  const find = (pathname: string): StaticFile | null => {
    const entry = files.get(pathname);
    if (!entry) return null;
    const [path, size, hash] = entry;
    const open = async () => (await Deno.open(new URL(encodePath(path), built.folder))).readable;
    return { contentType: mediaType(pathname), hash, size, open };
  };
  return {
    root: fileURLToPath(new URL(encodePath(built.root), built.folder)),
    mode: "production",
    buildId: built.buildId,
    liveReload: null,
    routes: built.routes,
    islands: built.islands,
    imports: (chunk) => built.imports[chunk] ?? [],
    staticFile: (pathname) => Promise.resolve(find(pathname)),
  };
}

function encodePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
