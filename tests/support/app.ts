import { type Child, spawn } from "./child.ts";
import { freshPort } from "./ports.ts";
import { PATIENCE_MS } from "./until.ts";

/** The product as a process of its own, on a database file of its own. */
export interface App {
  /** `http://localhost:{port}`; stays the same after a restart. */
  readonly origin: string;
  readonly port: number;
  /** Holds the database files and the key. */
  readonly dir: string;
  /** Lines that the present process wrote. */
  readonly logs: readonly string[];
  /** Milliseconds from the first line of the present process to the one that `pattern` matches, which it waits for. */
  sinceFirstLine(pattern: RegExp): Promise<number>;
  /** The first line of the present process that `pattern` matches, written already or to come. */
  line(pattern: RegExp): Promise<RegExpExecArray>;
  /** Sends a signal that does not end it. */
  signal(signal: Deno.Signal): void;
  /** Resolves when the present process is gone. */
  exited(): Promise<Deno.CommandStatus>;
  readonly pid: number;
  /** Ends the process and waits until it is gone. */
  kill(signal: Deno.Signal): Promise<Deno.CommandStatus>;
  /** Starts it again on the same files and port, with `env` instead of its own, and waits until it listens. */
  restart(env?: Record<string, string>): Promise<void>;
  /** Ends the process and takes its files away. */
  [Symbol.asyncDispose](): Promise<void>;
}

/** How an app is started. */
export interface AppOptions {
  env?: Record<string, string>;
  /** Arguments of `deno`; unless given, those of the product as this run has it. */
  command?: string[];
  /** A folder whose files it starts with, copied. */
  from?: string;
  /** The folder of an app that runs already: a second process beside it, which does not take its files away. */
  dir?: string;
}

/** Arguments of `deno` for the development server, which bundles the islands whenever it starts. */
export const DEV_SERVER = ["run", "-A", "dev.ts"];

/** True in a run of all tests: it has made a production build first (tasks/run_tests.ts). */
export const BUILT = Deno.env.get("NENCHO_TESTS_BUILT") === "1";

/** The product in development, from the build where there is one: so it is there two seconds sooner. */
const PRODUCT = BUILT ? ["run", "-A", "--no-check", "main.ts"] : DEV_SERVER;

const LISTENS = /Listening on http:\/\/[^/]*:(\d+)\//;

/** Starts the product on a random free port and an empty database, and waits until it listens. */
export async function startApp(
  { env = {}, command = PRODUCT, from, dir: given }: AppOptions = {},
): Promise<App> {
  const dir = given ?? await Deno.makeTempDir({ prefix: "nencho-test-" });
  if (from !== undefined) await copyFiles(from, dir);
  const start = (port: number, env: Record<string, string>) =>
    spawn(Deno.execPath(), command, {
      env: { DENO_KV_PATH: `${dir}/nencho.db`, DENO_NO_UPDATE_CHECK: "1", ...env, PORT: String(port) },
    });
  let child: Child = start(freshPort(), env);
  const listening = () => child.line(LISTENS, PATIENCE_MS);
  const remove = () => given === undefined ? Deno.remove(dir, { recursive: true }) : undefined;
  const port = Number(
    (await listening().catch(async (error) => {
      await child.end("SIGKILL");
      await remove();
      throw error;
    }))[1],
  );
  return {
    origin: `http://localhost:${port}`,
    port,
    dir,
    get logs() {
      return child.lines;
    },
    async sinceFirstLine(pattern) {
      await child.line(pattern, PATIENCE_MS);
      return child.times[child.lines.findIndex((line) => pattern.test(line))]! - child.times[0]!;
    },
    line: (pattern) => child.line(pattern, PATIENCE_MS),
    signal: (signal) => Deno.kill(child.pid, signal),
    exited: () => child.exited,
    get pid() {
      return child.pid;
    },
    kill: (signal) => child.end(signal),
    async restart(other = env) {
      await child.exited;
      child = start(port, other);
      await listening();
    },
    async [Symbol.asyncDispose]() {
      await child.end("SIGKILL");
      await remove();
    },
  };
}

async function copyFiles(from: string, to: string) {
  for await (const { name, isFile } of Deno.readDir(from)) {
    if (isFile) await Deno.copyFile(`${from}/${name}`, `${to}/${name}`);
  }
}
