import * as esbuild from "esbuild";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { BOOT_CHUNK } from "../snapshot.ts";
import { type ImportMap, resolveSpecifier } from "./import_map.ts";

/** The scripts of the client: name → content, and what each imports. */
export interface Bundle {
  files: Map<string, Uint8Array<ArrayBuffer>>;
  imports: Map<string, string[]>;
}

/** What to bundle and how. */
export interface BundleOptions {
  root: string;
  importMap: ImportMap;
  /** Entry name → island file. */
  islands: Map<string, string>;
  mode: "development" | "production";
  target: string | string[];
  sourceMap: boolean;
  /** Text that scripts carry where they name their build. */
  buildId: string;
}

/** Gives every island file a name of its own, made from its file name. */
export function nameIslands(files: string[]): Map<string, string> {
  const names = new Map<string, string>([[BOOT_CHUNK.replace(/\.js$/, ""), ""]]);
  for (const file of files) {
    const base = basename(file).replace(/\.[jt]sx?$/, "").replace(/[^\w-]/g, "_");
    let name = base;
    for (let n = 2; names.has(name); n++) name = `${base}_${n}`;
    names.set(name, file);
  }
  names.delete(BOOT_CHUNK.replace(/\.js$/, ""));
  return names;
}

let running = 0;

/**
 * Bundles the islands and what brings them to life into shared chunks with one copy of everything.
 * @throws esbuild.BuildFailure naming file and line
 */
export async function bundle(options: BundleOptions): Promise<Bundle> {
  running++;
  try {
    return await runBundler(options);
  } finally {
    // esbuild's process would keep this one alive; the next bundle starts it again.
    if (--running === 0) await esbuild.stop();
  }
}

async function runBundler(options: BundleOptions): Promise<Bundle> {
  const boot = fileURLToPath(new URL("../client/boot.ts", import.meta.url));
  const result = await esbuild.build({
    absWorkingDir: options.root,
    entryPoints: { [BOOT_CHUNK.replace(/\.js$/, "")]: boot, ...Object.fromEntries(options.islands) },
    outdir: options.root,
    chunkNames: "chunk-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "browser",
    target: options.target,
    jsx: "automatic",
    jsxImportSource: "preact",
    minify: options.mode === "production",
    sourcemap: options.sourceMap ? "linked" : false,
    define: {
      __FRSH_BUILD_ID__: JSON.stringify(options.buildId),
      "process.env.NODE_ENV": JSON.stringify(options.mode),
    },
    metafile: true,
    write: false,
    logLevel: "silent",
    plugins: [importMapPlugin(options.importMap)],
  });
  const files = result.outputFiles.map(({ path, contents }) => [basename(path), contents.slice()] as const);
  return { files: new Map(files), imports: importsOf(result.metafile) };
}

/** Static imports of each output, direct and indirect. */
function importsOf(metafile: esbuild.Metafile): Map<string, string[]> {
  const direct = new Map(
    Object.entries(metafile.outputs).map(([path, output]) => [
      basename(path),
      output.imports.filter(({ kind }) => kind === "import-statement").map((i) => basename(i.path)),
    ]),
  );
  const reach = (name: string, seen: Set<string>): Set<string> => {
    for (const next of direct.get(name) ?? []) {
      if (!seen.has(next)) reach(next, seen.add(next));
    }
    return seen;
  };
  return new Map([...direct.keys()].map((name) => [name, [...reach(name, new Set())]]));
}

const RESOLVED = Symbol("resolved");

/** Lets esbuild read imports as Deno does, by deno.json; packages come from node_modules, one copy of each. */
function importMapPlugin(map: ImportMap): esbuild.Plugin {
  return {
    name: "deno-import-map",
    setup(build) {
      build.onResolve({ filter: /^[^./]/ }, async ({ path, importer, kind, pluginData }) => {
        const known = pluginData === RESOLVED || kind === "entry-point";
        if (known || importer.includes("node_modules")) return undefined;
        const resolved = resolveSpecifier(map, path);
        if (resolved && "file" in resolved) return { path: resolved.file };
        const name = resolved?.package ?? path;
        return await build.resolve(name, { resolveDir: map.folder, kind, pluginData: RESOLVED });
      });
    },
  };
}
