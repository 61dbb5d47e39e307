import { join, relative, sep } from "node:path";
import { isIgnoredName, isRouteFileName } from "../fs_path.ts";

/** What the Builder finds in a project, as absolute paths. */
export interface Found {
  /** Path inside the routes folder → file. */
  routes: Map<string, string>;
  islands: string[];
}

const MODULE = /\.[jt]sx?$/;

/** Finds route files and islands; `ignore` is tested against absolute paths. */
export async function crawl(routeDir: string, islandDir: string, ignore: RegExp[]): Promise<Found> {
  const found: Found = { routes: new Map(), islands: [] };
  const wanted = (file: string) => !ignore.some((pattern) => pattern.test(file));
  for await (const file of files(routeDir)) {
    const path = relative(routeDir, file).split(sep).join("/");
    const parts = path.split("/");
    if (!wanted(file)) continue;
    if (parts.includes("(_islands)")) found.islands.push(file);
    else if (isRouteFileName(parts.at(-1)!) && !parts.some(isIgnoredName)) found.routes.set(path, file);
  }
  for await (const file of files(islandDir)) {
    if (wanted(file)) found.islands.push(file);
  }
  found.islands = found.islands.filter((file) => MODULE.test(file) && !/_test\.[jt]sx?$|\.d\.ts$/.test(file));
  return found;
}

/** Every file below `folder` in a stable order; none when there is no such folder. */
export async function* files(folder: string): AsyncGenerator<string> {
  const entries: Deno.DirEntry[] = [];
  try {
    for await (const entry of Deno.readDir(folder)) entries.push(entry);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return;
    throw error;
  }
  entries.sort((a, b) => a.name < b.name ? -1 : 1);
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory) yield* files(path);
    else if (entry.isFile || entry.isSymlink) yield path;
  }
}
