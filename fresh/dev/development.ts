import { scriptPath, type Snapshot, type StaticFile } from "../snapshot.ts";
import type { Bundle } from "./bundle.ts";
import { LIVE_RELOAD } from "./live_reload.ts";
import { bundleProject, loadIslands, loadRoutes, type Project } from "./project.ts";
import { fileOfBytes, fileOfDisk, findIn } from "./static_dirs.ts";
import { isTransformed, type Transform, transform } from "./transform.ts";

/**
 * The snapshot of a development server. Scripts are bundled while pages are already served; static files are
 * read and transformed anew each time.
 */
export async function developmentSnapshot(
  project: Project,
  transforms: Transform[],
  revision: string,
): Promise<Snapshot> {
  const scripts = bundleProject(project, "development", revision);
  scripts.catch((error) => console.error(error));
  const [routes, islands] = await Promise.all([loadRoutes(project), loadIslands(project)]);
  return {
    root: project.config.root,
    mode: "development",
    buildId: revision,
    liveReload: LIVE_RELOAD,
    routes,
    islands,
    imports: () => [],
    staticFile: (pathname) => findFile(project, transforms, scripts, revision, pathname),
  };
}

async function findFile(
  project: Project,
  transforms: Transform[],
  scripts: Promise<Bundle>,
  revision: string,
  pathname: string,
): Promise<StaticFile | null> {
  const scriptFolder = scriptPath(revision, "");
  if (pathname.startsWith(scriptFolder)) {
    const content = (await scripts).files.get(pathname.slice(scriptFolder.length));
    return content ? fileOfBytes(pathname, content, null) : null;
  }
  const path = await findIn(project.config.staticDirs, pathname);
  if (path === null || project.config.ignore.some((pattern) => pattern.test(path))) return null;
  if (!isTransformed(transforms, path)) return fileOfDisk(path, (await Deno.stat(path)).size, null);
  return fileOfBytes(pathname, await transform(transforms, path, project.config.target, "development"), null);
}
