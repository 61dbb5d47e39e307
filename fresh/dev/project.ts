import { pathToFileURL } from "node:url";
import type { IslandModule, RouteFile } from "../snapshot.ts";
import { type Bundle, bundle, nameIslands } from "./bundle.ts";
import { checkJsx } from "./check_jsx.ts";
import { crawl } from "./crawl.ts";
import { type ImportMap, readImportMap } from "./import_map.ts";
import type { ResolvedBuildConfig } from "./options.ts";

/** A project's files, found and named, not loaded yet. */
export interface Project {
  config: ResolvedBuildConfig;
  importMap: ImportMap;
  /** Path inside the routes folder → file. */
  routes: Map<string, string>;
  /** Script name → file. */
  islands: Map<string, string>;
}

/** Looks for routes and islands; `extraIslands` are files that lie elsewhere. */
export async function findProject(config: ResolvedBuildConfig, extraIslands: string[]): Promise<Project> {
  const [importMap, found] = await Promise.all([
    readImportMap(config.root),
    crawl(config.routeDir, config.islandDir, config.ignore),
  ]);
  checkJsx(importMap);
  const islands = nameIslands([...new Set([...found.islands, ...extraIslands])]);
  return { config, importMap, routes: found.routes, islands };
}

/** Loads the route modules, all at once. */
export function loadRoutes(project: Project): Promise<RouteFile[]> {
  return Promise.all([...project.routes].map(async ([path, file]) => ({ path, module: await load(file) })));
}

/** Loads the island modules; the server draws with the very functions that pages import. */
export function loadIslands(project: Project): Promise<IslandModule[]> {
  return Promise.all(
    [...project.islands].map(async ([name, file]) => ({ module: await load(file), chunk: `${name}.js` })),
  );
}

async function load(file: string): Promise<Record<string, unknown>> {
  return await import(pathToFileURL(file).href);
}

/** Bundles the client scripts of `project`; nothing when it has no islands. */
export async function bundleProject(
  project: Project,
  mode: "development" | "production",
  buildId: string,
): Promise<Bundle> {
  if (project.islands.size === 0) return { files: new Map(), imports: new Map() };
  const { root, target, sourceMap } = project.config;
  const { importMap, islands } = project;
  return await bundle({ root, importMap, islands, mode, target, sourceMap, buildId });
}
