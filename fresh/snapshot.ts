import type { FunctionComponent } from "preact";

/** A module under routes/, as loaded. */
export type RouteModule = Record<string, unknown>;

/** A file under routes/: its path inside that folder, e.g. "(app)/groups/[id].tsx", and its module. */
export interface RouteFile {
  path: string;
  module: RouteModule;
}

/** A module under islands/, as loaded, and the address of its client script. */
export interface IslandModule {
  module: Record<string, unknown>;
  /** File name of its script below `/_fresh/js/BUILD_ID/`. */
  chunk: string;
}

/** One exported function of an island module. */
export interface Island {
  component: FunctionComponent<Record<string, unknown>>;
  exportName: string;
  chunk: string;
}

/** A file that is served as it is. */
export interface StaticFile {
  contentType: string;
  /** Weak validator without its quotes; null in development. */
  hash: string | null;
  size: number;
  /** Opens the content; the reader closes it. */
  open(): Promise<ReadableStream<Uint8Array>>;
}

/** What the Builder hands to an app: everything that is found by looking at files. */
export interface Snapshot {
  /** Absolute path of the project. */
  root: string;
  mode: "development" | "production";
  /** Changes whenever a client script or a static file changes. */
  buildId: string;
  /** Module address that tells the page to reload; null outside the development server. */
  liveReload: string | null;
  routes: RouteFile[];
  islands: IslandModule[];
  /** Scripts that `chunk` imports, to be announced early; empty where not known. */
  imports(chunk: string): string[];
  /** The static file at a decoded path that starts with "/", or null. */
  staticFile(pathname: string): Promise<StaticFile | null>;
}

/** Name of the script that brings islands to life. */
export const BOOT_CHUNK = "fresh-boot.js";

/** Path under which the client scripts of a build lie. */
export function scriptPath(buildId: string, chunk: string): string {
  return `/_fresh/js/${buildId}/${chunk}`;
}

/** The islands of a snapshot by their component function, which is their identity. */
export function islandsByComponent(modules: IslandModule[]): Map<unknown, Island> {
  const islands = new Map<unknown, Island>();
  for (const { module, chunk } of modules) {
    for (const [exportName, value] of Object.entries(module)) {
      if (typeof value !== "function") continue;
      islands.set(value, { component: value as Island["component"], exportName, chunk });
    }
  }
  return islands;
}
