import { dirname, join, relative, sep } from "node:path";
import type { Build } from "./production.ts";
import type { Project } from "./project.ts";

/**
 * Writes a build: `server.js` with `{ fetch }` as its default export, `snapshot.js` that imports routes and
 * islands by name and lists the static files, and the files that the build made under `static/`.
 */
export async function writeBuild(project: Project, build: Build): Promise<void> {
  const { outDir } = project.config;
  await Deno.remove(outDir, { recursive: true }).catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  });
  await Deno.mkdir(outDir, { recursive: true });
  const statics: Record<string, [path: string, size: number, hash: string]> = {};
  for (const [pathname, file] of build.files) {
    const path = file.path ?? join(outDir, "static", pathname);
    if (file.content) await writeFile(path, file.content);
    statics[pathname] = [importPath(outDir, path), file.size, file.hash];
  }
  await Deno.writeTextFile(join(outDir, "snapshot.js"), snapshotCode(project, build, statics));
  await Deno.writeTextFile(join(outDir, "server.js"), serverCode(project));
}

async function writeFile(path: string, content: Uint8Array): Promise<void> {
  await Deno.mkdir(dirname(path), { recursive: true });
  await Deno.writeFile(path, content);
}

function serverCode({ config }: Project): string {
  return `// Made by the build.
import { app } from ${JSON.stringify(importPath(config.outDir, config.serverEntry))};
import snapshot from "./snapshot.js";
import { setSnapshot } from "fresh/internal";

setSnapshot(app, snapshot);
export default { fetch: app.handler() };
`;
}

function snapshotCode(project: Project, build: Build, statics: unknown): string {
  const { config, routes, islands } = project;
  const routeList = [...routes];
  const islandList = [...islands];
  const importOf = (name: string, file: string) =>
    `import * as ${name} from ${JSON.stringify(importPath(config.outDir, file))};`;
  return `// Made by the build.
import { builtSnapshot } from "fresh/internal";
${routeList.map(([, file], i) => importOf(`route${i}`, file)).join("\n")}
${islandList.map(([, file], i) => importOf(`island${i}`, file)).join("\n")}

export default builtSnapshot({
  folder: import.meta.url,
  root: ${JSON.stringify(importPath(config.outDir, config.root))},
  buildId: ${JSON.stringify(build.buildId)},
  routes: [
${routeList.map(([path], i) => `    { path: ${JSON.stringify(path)}, module: route${i} },`).join("\n")}
  ],
  islands: [
${
    islandList.map(([name], i) => `    { chunk: ${JSON.stringify(`${name}.js`)}, module: island${i} },`).join(
      "\n",
    )
  }
  ],
  imports: ${JSON.stringify(Object.fromEntries(build.imports))},
  files: ${JSON.stringify(statics, null, 2)},
});
`;
}

/** A path as an import from the output folder: relative, with slashes. */
function importPath(outDir: string, path: string): string {
  const steps = relative(outDir, path).split(sep).join("/");
  return steps.startsWith(".") ? steps : `./${steps}`;
}
