/** Made before the stages: what starts the product by the hundred starts it from here (tests/support/app.ts). */
const BUILD = ["run", "-A", "dev.ts", "build"];

/** Runs beside the stages, one after the other: these wait for minutes and work hardly at all. */
const BESIDE = ["tests/long/ninety_seconds.ts", "tests/attachments_test.ts", "tests/chaos/leaving_test.ts"];

/** What `deno task test` runs, one after the other: a stage that fails does not keep the next from running. */
const STAGES: readonly string[][] = [
  // What lies beside the code shares nothing: as many files at once as there are cores.
  ["--parallel", "--ignore=tests"],
  // Real processes and Chromium use all cores by themselves, and wait for each other when there are two of them.
  ["tests", `--ignore=${BESIDE.join()}`],
];

/** How `deno test` closes: "ok | 12 passed (3 steps) | 0 failed (4s)". */
const END = /^(?:ok|FAILED) \| .*$/gm;
// deno-lint-ignore no-control-regex -- escape sequences of colours
const COLOUR = /\u001b\[[\d;]*m/g;

/** What came of one or several runs of `deno test`. */
export interface Outcome {
  passed: number;
  failed: number;
  /** Some were not run: no Chromium, no Python. */
  ignored: number;
}

/** What one run wrote and how it exited; one that broke off, or failed in silence, counts as one failure more. */
export function outcomeOf(output: string, success: boolean): Outcome {
  const end = output.replace(COLOUR, "").match(END)?.at(-1) ?? "";
  const count = (what: string) => Number(new RegExp(`(\\d+) ${what}`).exec(end)?.[1] ?? 0);
  const failed = count("failed");
  const silent = end === "" || (!success && failed === 0);
  return { passed: count("passed"), failed: failed + (silent ? 1 : 0), ignored: count("ignored") };
}

/** The one closing line: "12 passed, 0 failed". */
export function closing(outcomes: readonly Outcome[]): { line: string; code: 0 | 1 } {
  const sum = (key: keyof Outcome) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  const ignored = sum("ignored");
  const line = `${sum("passed")} passed, ${sum("failed")} failed${ignored > 0 ? `, ${ignored} ignored` : ""}`;
  return { line, code: sum("failed") === 0 ? 0 : 1 };
}

/** `held`: what it writes is shown when it has ended. */
async function run(args: readonly string[], env: Record<string, string>, held = false): Promise<Outcome> {
  const process = new Deno.Command(Deno.execPath(), {
    // Types are checked once, by `deno task check`.
    args: ["test", "-A", "--no-check", ...args],
    env: Deno.stdout.isTerminal() && !Deno.noColor ? { ...env, FORCE_COLOR: "1" } : env,
    stdin: "null",
    stdout: "piped",
  }).spawn();
  let output = "";
  const decoder = new TextDecoder();
  for await (const chunk of process.stdout) {
    output += decoder.decode(chunk, { stream: true });
    if (!held) await Deno.stdout.write(chunk);
  }
  if (held) console.log(output);
  return outcomeOf(output, (await process.status).success);
}

async function build(): Promise<boolean> {
  const { success } = await new Deno.Command(Deno.execPath(), { args: BUILD, stdin: "null", stdout: "null" })
    .output();
  return success;
}

if (import.meta.main) {
  // With arguments of one's own: these, as `deno test` takes them.
  const all = Deno.args.length === 0;
  const built = all && await build();
  const env: Record<string, string> = built ? { NENCHO_TESTS_BUILT: "1" } : {};
  const beside = all ? run(BESIDE, env, true) : null;
  // A build that fails is a failure; the tests run from the development server then.
  const outcomes: Outcome[] = all && !built ? [{ passed: 0, failed: 1, ignored: 0 }] : [];
  for (const stage of all ? STAGES : [Deno.args]) outcomes.push(await run(stage, env));
  if (beside) outcomes.push(await beside);
  const { line, code } = closing(outcomes);
  console.log(line);
  Deno.exit(code);
}
