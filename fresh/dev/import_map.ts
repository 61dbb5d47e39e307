import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

interface DenoJson {
  name?: string;
  workspace?: string[] | { members: string[] };
  imports?: Record<string, string>;
  exports?: string | Record<string, string>;
  compilerOptions?: { jsx?: string; jsxImportSource?: string; jsxPrecompileSkipElements?: string[] };
}

/** The parts of the nearest deno.json that say what a bare import means. */
export interface ImportMap {
  /** Absolute path of the folder with that deno.json. */
  folder: string;
  config: DenoJson;
  /** Workspace members: name → absolute folder and exports. */
  members: Map<string, { folder: string; exports: Record<string, string> }>;
}

/** Reads the deno.json of `root` or of the nearest folder above it, and the workspace that it belongs to. */
export async function readImportMap(root: string): Promise<ImportMap> {
  let nearest: { folder: string; config: DenoJson } | null = null;
  for (let folder = resolve(root);; folder = dirname(folder)) {
    const config = await readConfig(folder);
    if (config) nearest ??= { folder, config };
    if (nearest && config?.workspace) return await inWorkspace(nearest.config, folder, config);
    if (folder === dirname(folder)) break;
  }
  if (nearest === null) throw new Error(`No deno.json in ${root} or above it`);
  return { ...nearest, members: new Map() };
}

/** A member's own imports come before its workspace's; compiler options are the workspace's. */
async function inWorkspace(member: DenoJson, folder: string, workspace: DenoJson): Promise<ImportMap> {
  const config = { ...workspace, imports: { ...workspace.imports, ...member.imports } };
  return { folder, config, members: await readMembers(folder, workspace) };
}

async function readConfig(folder: string): Promise<DenoJson | null> {
  for (const name of ["deno.json", "deno.jsonc"]) {
    try {
      return parseJsonc(await Deno.readTextFile(join(folder, name)));
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
  }
  return null;
}

async function readMembers(folder: string, config: DenoJson): Promise<ImportMap["members"]> {
  const members: ImportMap["members"] = new Map();
  const paths = Array.isArray(config.workspace) ? config.workspace : config.workspace?.members ?? [];
  for (const path of paths) {
    const member = await readConfig(join(folder, path));
    if (!member?.name) continue;
    const exports = typeof member.exports === "string" ? { ".": member.exports } : member.exports ?? {};
    members.set(member.name, { folder: join(folder, path), exports });
  }
  return members;
}

/** A file to bundle, or a package for the bundler to find in node_modules. */
export type Resolved = { file: string } | { package: string } | null;

/** What `specifier` means by the import map; null when the map does not say. */
export function resolveSpecifier(map: ImportMap, specifier: string): Resolved {
  const target = lookUp(map, specifier);
  if (target.startsWith("npm:")) return { package: packagePath(target.slice("npm:".length)) };
  if (target.startsWith("jsr:")) return memberFile(map, target.slice("jsr:".length));
  if (target.startsWith("file:")) return { file: fileURLToPath(target) };
  if (target.startsWith("./") || target.startsWith("../")) {
    return { file: fileURLToPath(new URL(target, pathToFileURL(map.folder + "/"))) };
  }
  return target === specifier ? null : { package: target };
}

/** The longest entry that `specifier` is or begins with; `"x": "npm:y"` stands for `"x/"` as well. */
function lookUp(map: ImportMap, specifier: string): string {
  const entries = Object.entries(map.config.imports ?? {}).sort(([a], [b]) => b.length - a.length);
  for (const [key, target] of entries) {
    if (specifier === key) return target;
    if (key.endsWith("/") && specifier.startsWith(key)) return target + specifier.slice(key.length);
    const isPackage = target.startsWith("npm:") || target.startsWith("jsr:");
    if (isPackage && specifier.startsWith(key + "/")) return target + specifier.slice(key.length);
  }
  return specifier;
}

/** "/@scope/name@1.2.3/sub" → "@scope/name/sub". */
function packagePath(spec: string): string {
  return spec.replace(/^\//, "").replace(/^((?:@[^/]+\/)?[^/@]+)@[^/]+/, "$1");
}

function memberFile(map: ImportMap, spec: string): Resolved {
  const path = packagePath(spec);
  for (const [name, { folder, exports }] of map.members) {
    if (path !== name && !path.startsWith(name + "/")) continue;
    const target = exports[path === name ? "." : "." + path.slice(name.length)];
    if (target) return { file: join(folder, target) };
  }
  return null;
}

/** JSON with comments and trailing commas. */
function parseJsonc(text: string): DenoJson {
  const bare = text.replace(/("(?:[^"\\]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (_, string) => string ?? "");
  return JSON.parse(bare.replace(/("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])/g, (_, string) => string ?? ""));
}
