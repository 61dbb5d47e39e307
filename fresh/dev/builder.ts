import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type App, type ListenOptions, setSnapshot } from "../app.ts";
import { serve } from "../listen.ts";
import { developmentSnapshot } from "./development.ts";
import { writeBuild } from "./disk.ts";
import { withErrorPage } from "./error_page.ts";
import { withLiveReload } from "./live_reload.ts";
import { type BuildOptions, type ResolvedBuildConfig, resolveOptions } from "./options.ts";
import { build, memorySnapshot } from "./production.ts";
import { findProject } from "./project.ts";
import type { OnTransformOptions, Transform, TransformFn } from "./transform.ts";

/** Gives an app what a build found. */
// deno-lint-ignore no-explicit-any -- whatever the app keeps in its state
export type ApplySnapshot = (app: App<any>) => void;

/** How to build. */
export interface BuildCallOptions {
  mode?: "development" | "production";
  /** "disk" writes the output folder; "memory" keeps everything, for tests. */
  snapshot?: "disk" | "memory";
}

/** Finds an app's routes, islands and static files; serves it in development and builds it for production. */
// deno-lint-ignore no-explicit-any -- whatever the app keeps in its state
export class Builder<State = any> {
  readonly config: ResolvedBuildConfig;
  #islands: string[] = [];
  #transforms: Transform[] = [];

  constructor(options: BuildOptions = {}) {
    this.config = resolveOptions(options);
  }

  /** Makes the exported functions of a module outside the islands folder islands too. */
  registerIsland(specifier: string | URL): void {
    const text = String(specifier);
    this.#islands.push(text.startsWith("file:") ? fileURLToPath(text) : resolve(this.config.root, text));
  }

  /** Lets `fn` make another content of the static files that `options` name. */
  onTransformStaticFile(options: OnTransformOptions, fn: TransformFn): void {
    this.#transforms.push({ options, fn });
  }

  /**
   * Serves the app that `importApp` loads, with reload on change and error pages for developers. Resolves once
   * it listens: at the given port, at `PORT`, or at the first free one from 8000; on this machine only.
   */
  async listen(
    importApp: () => Promise<{ app: App<State> } | App<State>>,
    options: ListenOptions = {},
  ): Promise<void> {
    const revision = crypto.randomUUID();
    const project = await findProject(this.config, this.#islands);
    const [loaded, snapshot] = await Promise.all([
      importApp(),
      developmentSnapshot(project, this.#transforms, revision),
    ]);
    const app = "app" in loaded ? loaded.app : loaded;
    setSnapshot(app, snapshot);
    const { basePath } = app.config;
    const pages = withErrorPage(app.handler(), this.config.root, basePath);
    await serve(withLiveReload(pages, basePath, revision), options, ["127.0.0.1", "::1"]);
  }

  /**
   * Builds the app for production. A build in memory is given to an app by the returned function; one on
   * disk is started by its `server.js`.
   */
  async build(options: BuildCallOptions = {}): Promise<ApplySnapshot> {
    const { mode = "production", snapshot = "disk" } = options;
    const project = await findProject(this.config, this.#islands);
    const made = await build(project, this.#transforms, mode);
    if (snapshot === "memory") {
      const held = await memorySnapshot(project, made, mode);
      return (app) => setSnapshot(app, held);
    }
    await writeBuild(project, made);
    return () => {
      throw new Error(`This build lies in ${this.config.outDir}; start its server.js`);
    };
  }
}
