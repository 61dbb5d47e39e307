import type { FailPoint } from "../../../kv/failpoint.ts";
import type { App } from "../app.ts";

/** A point where a thread stands until it is let go: a process that is held up, not dead. */
export interface Gate extends AsyncDisposable {
  /** What a process is started with that is to stand at the point's `nth` passing. */
  env(nth: number): Record<string, string>;
  /** Waits until a thread of the present process stands there. */
  reached(app: App): Promise<void>;
  open(): Promise<void>;
  close(): Promise<void>;
}

/** A closed gate at `point`. */
export async function gateAt(point: FailPoint): Promise<Gate> {
  const dir = await Deno.makeTempDir({ prefix: "nencho-gate-" });
  const path = `${dir}/open`;
  return {
    env: (nth) => ({ NENCHO_FAILPOINT: `${point}:${nth}`, NENCHO_FAILPOINT_UNTIL: path }),
    async reached(app) {
      await app.line(new RegExp(`^failpoint ${point}$`));
    },
    open: () => Deno.writeTextFile(path, ""),
    close: () => Deno.remove(path),
    [Symbol.asyncDispose]: () => Deno.remove(dir, { recursive: true }),
  };
}
