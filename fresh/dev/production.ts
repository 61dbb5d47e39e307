import { BOOT_CHUNK, scriptPath, type Snapshot, type StaticFile } from "../snapshot.ts";
import type { Bundle } from "./bundle.ts";
import { lockCssUrls } from "./css_urls.ts";
import { bundleProject, loadIslands, loadRoutes, type Project } from "./project.ts";
import { fileOfBytes, fileOfDisk, listStatic } from "./static_dirs.ts";
import { isTransformed, type Transform, transform } from "./transform.ts";

/** A file to serve: as it lies on the disk, or with the content that the build made. */
export type BuiltFile =
  & { hash: string; size: number }
  & ({ path: string; content?: undefined } | { path?: undefined; content: Uint8Array<ArrayBuffer> });

/** What a build makes. */
export interface Build {
  buildId: string;
  /** By pathname, the client scripts included. */
  files: Map<string, BuiltFile>;
  /** Which scripts each script imports. */
  imports: Map<string, string[]>;
}

type Mode = "development" | "production";

/** Stands for the build's id in scripts until it is known; as long as one. */
const UNKNOWN_ID = "0frsh0build0id0unknown0";

/** Bundles the scripts and reads the static files; the build's id is made from all of them. */
export async function build(project: Project, transforms: Transform[], mode: Mode): Promise<Build> {
  const scripts = await bundleProject(project, mode, UNKNOWN_ID);
  const contents = await staticContents(project, transforms, mode);
  const buildId = await idOf(scripts, contents);
  const files = new Map<string, BuiltFile>();
  for (const [name, content] of scripts.files) {
    files.set(scriptPath(buildId, name), await built(withId(content, buildId)));
  }
  for (const [pathname, file] of contents) {
    const locked = pathname.endsWith(".css") ? lockCssUrls(file.content, buildId) : file.content;
    const unchanged = locked === file.content && !file.transformed;
    const made = await built(locked);
    files.set(pathname, unchanged ? { hash: made.hash, size: made.size, path: file.path } : made);
  }
  return { buildId, files, imports: scripts.imports };
}

interface StaticContent {
  path: string;
  content: Uint8Array<ArrayBuffer>;
  transformed: boolean;
}

async function staticContents(project: Project, transforms: Transform[], mode: Mode) {
  const { staticDirs, ignore, target } = project.config;
  const contents = new Map<string, StaticContent>();
  for (const [pathname, path] of await listStatic(staticDirs, ignore)) {
    const content = await transform(transforms, path, target, mode);
    contents.set(pathname, { path, content, transformed: isTransformed(transforms, path) });
  }
  return contents;
}

async function idOf(scripts: Bundle, statics: Map<string, StaticContent>): Promise<string> {
  const parts: string[] = [];
  for (const [name, content] of scripts.files) parts.push(`${BOOT_CHUNK}/${name}:${await digest(content)}`);
  for (const [pathname, { content }] of statics) parts.push(`${pathname}:${await digest(content)}`);
  const hash = await digest(new TextEncoder().encode(parts.sort().join("\n")));
  return hash.slice(0, UNKNOWN_ID.length);
}

async function built(content: Uint8Array<ArrayBuffer>): Promise<BuiltFile> {
  return { content, size: content.byteLength, hash: (await digest(content)).slice(0, 32) };
}

async function digest(content: Uint8Array<ArrayBuffer>): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", content)).toHex();
}

function withId(content: Uint8Array<ArrayBuffer>, buildId: string): Uint8Array<ArrayBuffer> {
  const text = new TextDecoder().decode(content);
  return text.includes(UNKNOWN_ID) ? new TextEncoder().encode(text.replaceAll(UNKNOWN_ID, buildId)) : content;
}

/** The snapshot of a build that stays in memory. */
export async function memorySnapshot(project: Project, made: Build, mode: Mode): Promise<Snapshot> {
  const [routes, islands] = await Promise.all([loadRoutes(project), loadIslands(project)]);
  const find = (pathname: string): StaticFile | null => {
    const file = made.files.get(pathname);
    if (!file) return null;
    if (file.content) return fileOfBytes(pathname, file.content, file.hash);
    return fileOfDisk(file.path, file.size, file.hash);
  };
  return {
    root: project.config.root,
    mode,
    buildId: made.buildId,
    liveReload: null,
    routes,
    islands,
    imports: (chunk) => made.imports.get(chunk) ?? [],
    staticFile: (pathname) => Promise.resolve(find(pathname)),
  };
}
