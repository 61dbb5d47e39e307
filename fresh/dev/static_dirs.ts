import { join, relative, sep } from "node:path";
import { mediaType } from "../shared/media_types.ts";
import type { StaticFile } from "../snapshot.ts";
import { files } from "./crawl.ts";

/** A file of memory. */
export function fileOfBytes(path: string, content: Uint8Array<ArrayBuffer>, hash: string | null): StaticFile {
  return {
    contentType: mediaType(path),
    hash,
    size: content.byteLength,
    open: () => Promise.resolve(ReadableStream.from([content])),
  };
}

/** A file of the disk, read when asked for. */
export function fileOfDisk(path: string, size: number, hash: string | null): StaticFile {
  return {
    contentType: mediaType(path),
    hash,
    size,
    open: async () => (await Deno.open(path)).readable,
  };
}

/** The file that a pathname stands for, in the first folder that has it, or null. Stays inside the folders. */
export async function findIn(folders: string[], pathname: string): Promise<string | null> {
  if (pathname.includes("\0") || /(^|[/\\])\.\.([/\\]|$)/.test(pathname)) return null;
  for (const folder of folders) {
    const path = join(folder, pathname);
    try {
      if ((await Deno.stat(path)).isFile) return path;
    } catch (error) {
      if (!isAbsent(error)) throw error;
    }
  }
  return null;
}

function isAbsent(error: unknown): boolean {
  return error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory ||
    error instanceof Deno.errors.FilesystemLoop ||
    (error instanceof Error && "code" in error && error.code === "ENAMETOOLONG");
}

/** Every static file: pathname → absolute path. */
export async function listStatic(folders: string[], ignore: RegExp[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const folder of folders) {
    for await (const path of files(folder)) {
      const pathname = "/" + relative(folder, path).split(sep).join("/");
      if (!found.has(pathname) && !ignore.some((pattern) => pattern.test(path))) found.set(pathname, path);
    }
  }
  return found;
}
