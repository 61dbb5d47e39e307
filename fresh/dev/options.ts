import { resolve } from "node:path";

/** Options of `new Builder()`; paths are relative to `root`. */
export interface BuildOptions {
  /** Browsers that the client scripts are written for, as esbuild names them. */
  target?: string | string[];
  /** The project; the current folder unless given. */
  root?: string;
  /** Where a build is written, "_fresh". */
  outDir?: string;
  /** Folder, or folders, of files that are served as they are, "static"; the first that has a file wins. */
  staticDir?: string | string[];
  islandDir?: string;
  routeDir?: string;
  /** The module that exports `app`, "main.ts". */
  serverEntry?: string;
  /** Files to leave out, tested against absolute paths. */
  ignore?: RegExp[];
  /** Write source maps beside the client scripts. */
  sourceMap?: boolean | { kind?: "linked" | "inline" | "external" | "both" };
}

/** The options of a Builder, every value known and every path absolute. */
export interface ResolvedBuildConfig {
  target: string | string[];
  root: string;
  outDir: string;
  staticDirs: string[];
  islandDir: string;
  routeDir: string;
  serverEntry: string;
  ignore: RegExp[];
  sourceMap: boolean;
}

const TARGET = ["chrome99", "firefox99", "safari15"];

/** Fills in what `options` leave out. */
export function resolveOptions(options: BuildOptions): ResolvedBuildConfig {
  const root = resolve(options.root ?? Deno.cwd());
  return {
    target: options.target ?? TARGET,
    root,
    outDir: resolve(root, options.outDir ?? "_fresh"),
    staticDirs: [options.staticDir ?? "static"].flat().map((folder) => resolve(root, folder)),
    islandDir: resolve(root, options.islandDir ?? "islands"),
    routeDir: resolve(root, options.routeDir ?? "routes"),
    serverEntry: resolve(root, options.serverEntry ?? "main.ts"),
    ignore: options.ignore ?? [],
    sourceMap: Boolean(options.sourceMap),
  };
}
