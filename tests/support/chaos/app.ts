import { type App, startApp } from "../app.ts";
import { type Client, clientOver, newSession, stranger } from "../client.ts";
import { until } from "../until.ts";

const MAIN = "tests/support/chaos/main.ts";

/** One heavy slot: a machine with more cores runs these tests alike. */
const ENV = { JOB_CONCURRENCY: "1", SAMPLE_EMPLOYEES: "400", CHAOS_SEAL_AFTER_MS: "0" };

export interface ChaosOptions {
  env?: Record<string, string>;
  /** The folder of a `seededFolder`. */
  from?: string;
  /** The folder of an app that runs already. */
  dir?: string;
  /** Options of `deno run`. */
  flags?: string[];
}

/** Starts the product with the operations of these tests. */
export function startChaos({ env = {}, from, dir, flags = [] }: ChaosOptions = {}): Promise<App> {
  const command = ["run", "-A", "--no-check", ...flags, MAIN];
  return startApp({ command, env: { ...ENV, ...env }, from, dir });
}

/** Starts it anew with other variables of ours. */
export function restartChaos(app: App, env: Record<string, string> = {}): Promise<void> {
  return app.restart({ ...ENV, ...env });
}

/** A folder with the sample company and a session of its 管理者, to be copied for each case. */
export interface Seeded extends AsyncDisposable {
  dir: string;
  cookie: string;
}

/** Seeds once what many cases start from. */
export async function seededFolder(env: Record<string, string> = {}): Promise<Seeded> {
  const app = await startChaos({ env });
  const { cookie } = await newSession(app, "admin");
  await app.kill("SIGTERM");
  return { dir: app.dir, cookie, [Symbol.asyncDispose]: () => app[Symbol.asyncDispose]() };
}

/** Somebody with this session who sends a request again when the process dies under it, as people and scripts do. */
export function stubborn(app: App, cookie: string, host = "localhost"): Client {
  return stubbornAt(() => app, cookie, host);
}

/** The same, at whichever process is up now. */
export function stubbornAt(present: () => App, cookie: string, host = "localhost"): Client {
  return clientOver((path, init) =>
    until(`an answer to ${path}`, async () => {
      try {
        const answer = await stranger(present(), host, cookie).fetch(path, init);
        return new Response(await answer.bytes(), answer);
      } catch (error) {
        // The connection was refused or broke off; anything else is a fault of the test.
        if (error instanceof TypeError) return null;
        throw error;
      }
    }), cookie);
}
