/**
 * The product as processes: from its start to the first page, from `kill -9` to the job going on, and from the
 * acceptance of a job to its start when pages and jobs are processes of their own.
 * `deno run -A bench/starts.ts [employees] [rounds]`; builds the product first.
 */
import { type App, startApp } from "../tests/support/app.ts";
import { type Client, newSession, stranger } from "../tests/support/client.ts";
import { run, type Start, start, untilJob } from "../tests/support/jobs.ts";
import { build, BUILT } from "./built.ts";
import { latency, median, row } from "./tools.ts";

const employees = Number(Deno.args[0] ?? 20_000);
const rounds = Number(Deno.args[1] ?? 5);
const EXPORT = "download_request_statuses";
/** One that lasts for seconds, so that it is met alive. */
const LONG: Start = {
  operation: "download_collected_information",
  fields: [["format", "generic"], ["item", "all"], ["year", "this"]],
};
const STARTS = 60;

await build();
console.info("| what | ours | same run | target |\n|---|---|---|---|");
{
  await using app = await startApp({ command: BUILT, env: { SAMPLE_EMPLOYEES: String(employees) } });
  await firstPages(app);
  await deaths(app);
}
{
  const env = { SAMPLE_EMPLOYEES: "60" };
  await using one = await startApp({ command: BUILT, env });
  const together = await delays(await newSession(one, "admin"));
  await one.kill("SIGTERM");
  await using web = await startApp({ command: BUILT, env: { ...env, NENCHO_ROLE: "web" }, dir: one.dir });
  await using _worker = await startApp({
    command: BUILT,
    env: { ...env, NENCHO_ROLE: "worker" },
    dir: one.dir,
  });
  const apart = await delays(await newSession(web, "admin"));
  const said = "accept → running, pages and jobs in processes of their own, p50 / p99";
  row(said, latency(apart), `one process: ${latency(together)}`, "≤ 300 ms / 1.2 s");
}

/** From the start of the process to the sign-in page in whole. */
async function firstPages(app: App): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await app.kill("SIGTERM");
    const from = performance.now();
    await app.restart();
    const answer = await stranger(app).fetch("/login", { headers: { accept: "text/html" } });
    await answer.text();
    if (answer.status !== 200) throw new Error(`/login: ${answer.status}`);
    times.push(performance.now() - from);
  }
  const said = `start to first page, ${employees.toLocaleString()} employees, median / slowest of ${rounds}`;
  row(said, `${inSeconds(median(times))} / ${inSeconds(Math.max(...times))}`, "–", "≤ 2 s");
}

/** A download is killed with its process; counted is from the start of the next process to its first page and the job. */
async function deaths(app: App): Promise<void> {
  const client = await newSession(app, "admin");
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const job = await start(client, LONG);
    await untilJob(client, job, ({ progress }) => progress.done > 0);
    await app.kill("SIGKILL");
    const from = performance.now();
    await app.restart();
    await app.line(new RegExp(`goes on: .* job=${job}`));
    times.push(performance.now() - from);
    await untilJob(client, job);
  }
  const said = `kill -9 → running again, the start of the process included, median / slowest of ${rounds}`;
  row(said, `${inSeconds(median(times))} / ${inSeconds(Math.max(...times))}`, "–", "≤ 3 s");
}

/** From acceptance to start of one job after another, ms. */
async function delays(client: Client): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < STARTS; i++) {
    const { acceptedAt, startedAt } = await run(client, { operation: EXPORT });
    times.push(Date.parse(startedAt!) - Date.parse(acceptedAt));
  }
  return times;
}

function inSeconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
