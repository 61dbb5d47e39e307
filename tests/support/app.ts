import { type Child, spawn } from "./child.ts";
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
  /** Ends the process and waits until it is gone. */
  kill(signal: Deno.Signal): Promise<Deno.CommandStatus>;
  /** Starts it again on the same files and port, and waits until it listens. */
  restart(): Promise<void>;
  /** Ends the process and takes its files away. */
  [Symbol.asyncDispose](): Promise<void>;
}

/** How an app is started. */
export interface AppOptions {
  env?: Record<string, string>;
  /** Arguments of `deno`; the development server unless given. */
  command?: string[];
}

const LISTENS = /Listening on http:\/\/[^/]*:(\d+)\//;

/** Starts the development server on a random free port and an empty database, and waits until it listens. */
export async function startApp(
  { env = {}, command = ["run", "-A", "dev.ts"] }: AppOptions = {},
): Promise<App> {
  const dir = await Deno.makeTempDir({ prefix: "nencho-test-" });
  const start = (port: number) =>
    spawn(Deno.execPath(), command, {
      env: { DENO_KV_PATH: `${dir}/nencho.db`, DENO_NO_UPDATE_CHECK: "1", ...env, PORT: String(port) },
    });
  let child: Child = start(0);
  const listening = () => child.line(LISTENS, PATIENCE_MS);
  const remove = () => Deno.remove(dir, { recursive: true });
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
    kill: (signal) => child.end(signal),
    async restart() {
      await child.exited;
      child = start(port);
      await listening();
    },
    async [Symbol.asyncDispose]() {
      await child.end("SIGKILL");
      await remove();
    },
  };
}
