/** A program that runs beside the test. */
export interface Child {
  readonly pid: number;
  /** Everything it wrote, both streams, line by line; grows. */
  readonly lines: readonly string[];
  readonly exited: Promise<Deno.CommandStatus>;
  /** When each of `lines` was read, by `performance.now()`. */
  readonly times: readonly number[];
  /** The first line that `pattern` matches, written already or to come; rejects when the program ends before. */
  line(pattern: RegExp, patienceMs: number): Promise<RegExpExecArray>;
  /** Sends `signal` and waits for the end. */
  end(signal?: Deno.Signal): Promise<Deno.CommandStatus>;
}

/** The folder of the repository. */
export const ROOT = new URL("../../", import.meta.url);

/** Starts `program` in the repository's folder, or in `cwd`, with `env` added to the environment. */
export function spawn(
  program: string,
  args: string[],
  { env = {}, cwd = ROOT }: { env?: Record<string, string>; cwd?: URL | string } = {},
): Child {
  const process = new Deno.Command(program, {
    args,
    env,
    cwd,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  })
    .spawn();
  const lines: string[] = [];
  const times: number[] = [];
  const waiting = new Set<() => void>();
  const wake = () => waiting.forEach((look) => look());
  const take = (more: string[]) => {
    lines.push(...more);
    times.push(...more.map(() => performance.now()));
    wake();
  };
  const read = Promise.all([process.stdout, process.stderr].map((stream) => collect(stream, take)));
  let over = false;
  const exited = Promise.all([process.status, read]).then(([status]) => {
    over = true;
    wake();
    return status;
  });

  function line(pattern: RegExp, patienceMs: number): Promise<RegExpExecArray> {
    return new Promise((resolve, reject) => {
      const fail = (why: string) => {
        settle();
        reject(new Error(`${why} ${pattern}; it wrote:\n${lines.join("\n")}`));
      };
      const look = () => {
        const found = lines.map((text) => pattern.exec(text)).find((match) => match !== null);
        if (found) {
          settle();
          resolve(found);
        } else if (over) fail(`${program} ended before it wrote`);
      };
      const timer = setTimeout(() => fail(`${program} did not write`), patienceMs);
      const settle = () => {
        clearTimeout(timer);
        waiting.delete(look);
      };
      waiting.add(look);
      look();
    });
  }

  return {
    pid: process.pid,
    lines,
    times,
    exited,
    line,
    end(signal = "SIGTERM") {
      if (!over) process.kill(signal);
      return exited;
    },
  };
}

async function collect(stream: ReadableStream<Uint8Array<ArrayBuffer>>, take: (lines: string[]) => void) {
  let rest = "";
  for await (const text of stream.pipeThrough(new TextDecoderStream())) {
    const pieces = (rest + text).split("\n");
    rest = pieces.pop()!;
    take(pieces);
  }
  if (rest !== "") take([rest]);
}
