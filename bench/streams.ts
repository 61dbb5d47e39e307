/**
 * Event streams of a process that serves pages, while a job moves twice a second: what 500 of them cost it beside none,
 * and what they add to a tick. Builds the product first.
 * `deno run -A bench/streams.ts [streams] [seconds]`
 */
import { eventHub } from "../jobs/engine/events.ts";
import { claim } from "../jobs/engine/lease.ts";
import { acceptTest, claimTest, openJobs, openStore, TENANT } from "../jobs/engine/test_tools.ts";
import { committerOf, set } from "../kv/commit.ts";
import { jobKeys } from "../kv/keys.ts";
import { type App, startApp } from "../tests/support/app.ts";
import { type Client, newSession } from "../tests/support/client.ts";
import { start } from "../tests/support/jobs.ts";
import { build, BUILT } from "./built.ts";
import { latency, row } from "./tools.ts";

const streams = Number(Deno.args[0] ?? 500);
const seconds = Number(Deno.args[1] ?? 10);
const MOVE_MS = 500;
const LOOK_MS = 100;
/** Of 1 s, as `/proc` counts. */
const CLOCK_TICKS = 100;
const OPEN_JOBS = 200;
const FEEDS = 100;

interface Cost {
  /** Share of one core. */
  cpu: number;
  memoryMb: number;
  pages: number[];
}

console.info("| what | ours | without | target |\n|---|---|---|---|");
await build();
await wholeProcess();
await ticks();

/** The product serving pages only, so that nothing but pages and streams is measured; the job is moved from here. */
async function wholeProcess(): Promise<void> {
  await using app = await startApp({ command: BUILT, env: { SAMPLE_EMPLOYEES: "60", NENCHO_ROLE: "web" } });
  const client = await newSession(app, "admin");
  const group = await client.group("本社");
  const job = await start(client, { operation: "download_request_statuses", group });
  using kv = await Deno.openKv(`${app.dir}/nencho.db`);
  if (!await claim(kv, committerOf(kv), "sample", job, "bench")) throw new Error("the job is not free");
  // Once before, so that both find everything compiled.
  await measured(app, client, kv, job);
  const without = await measured(app, client, kv, job);
  const followers = await Promise.all(Array.from({ length: streams }, () => follow(client)));
  const beside = await measured(app, client, kv, job);
  const heard = followers.map(({ events }) => events());
  // At least one a second: on a busy machine two changes come as one.
  if (Math.min(...heard) < seconds) throw new Error(`a stream heard ${Math.min(...heard)} changes only`);
  for (const { leave } of followers) leave();
  row(
    `CPU of the process, ${streams} event streams, a job moves twice a second`,
    core(beside),
    core(without),
    "–",
  );
  const each = (beside.memoryMb - without.memoryMb) * 1024 / streams;
  const megabytes = beside.memoryMb - without.memoryMb;
  row(`memory of ${streams} event streams`, `${megabytes.toFixed(0)} MB`, "–", `${each.toFixed(0)} KiB each`);
  const said = `list of jobs over HTTP beside ${streams} event streams, p50 / p99`;
  row(said, latency(beside.pages), latency(without.pages), "p99 ≤ 50 ms");
}

function core({ cpu }: Cost): string {
  return `${(cpu * 100).toFixed(1)} % of a core`;
}

/** Opens a stream and counts its events. */
async function follow(client: Client): Promise<{ events(): number; leave(): void }> {
  const left = new AbortController();
  const { body } = await client.fetch("/background-jobs/events", { signal: left.signal });
  let events = 0;
  const text = body!.pipeThrough(new TextDecoderStream());
  (async () => {
    for await (const piece of text) events += piece.split("event: job").length - 1;
  })().catch(() => {/* Left. */});
  return { events: () => events, leave: () => left.abort() };
}

/** Moves the job and looks at the list for some seconds. */
async function measured(app: App, client: Client, kv: Deno.Kv, job: string): Promise<Cost> {
  const committer = committerOf(kv);
  const from = { at: performance.now(), cpu: await cpuSeconds(app.pid) };
  let done = 0;
  const timer = setInterval(() => {
    const value = { v: 1, done: ++done, total: 1_000_000 };
    committer.commit({ checks: [], mutations: [set(jobKeys.progress("sample", job), value)] });
  }, MOVE_MS);
  const pages: number[] = [];
  while (performance.now() - from.at < seconds * 1000) {
    const asked = performance.now();
    await (await client.fetch("/background-jobs")).text();
    pages.push(performance.now() - asked);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  clearInterval(timer);
  const took = (performance.now() - from.at) / 1000;
  return { cpu: (await cpuSeconds(app.pid) - from.cpu) / took, memoryMb: await residentMb(app.pid), pages };
}

async function cpuSeconds(pid: number): Promise<number> {
  const stat = await Deno.readTextFile(`/proc/${pid}/stat`);
  // The name in brackets may hold blanks; user and system time are fields 14 and 15.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / CLOCK_TICKS;
}

async function residentMb(pid: number): Promise<number> {
  const status = await Deno.readTextFile(`/proc/${pid}/status`);
  return Number(/VmRSS:\s+(\d+)/.exec(status)![1]) / 1024;
}

/** What streams add to a tick of a tenant with many open jobs, two of which run and move each time. */
async function ticks(): Promise<void> {
  using store = await openStore();
  const running: string[] = [];
  for (let i = 0; i < OPEN_JOBS; i++) {
    const job = await acceptTest(store);
    if (running.length < 2) running.push((await claimTest(store, job)).job);
  }
  const open = await openJobs(store.kv);
  async function feeds(subscribers: number): Promise<number[]> {
    const hub = eventHub(store.kv, () => {});
    const left = new AbortController();
    const readers = Array.from({ length: subscribers }, async () => {
      for await (const _ of hub.subscribe(TENANT, () => true, left.signal));
    });
    await hub.feed(open);
    const times: number[] = [];
    for (let done = 1; done <= FEEDS; done++) {
      const moved = running.map((job) => set(jobKeys.progress(TENANT, job), { v: 1, done, total: FEEDS }));
      await store.committer.commit({ checks: [], mutations: moved });
      const from = performance.now();
      await hub.feed(open);
      times.push(performance.now() - from);
    }
    left.abort();
    await Promise.all(readers);
    return times;
  }
  await feeds(streams);
  const many = await feeds(streams);
  const said = `what streams add to a tick, ${OPEN_JOBS} open jobs, ${streams} watch, p50 / p99`;
  row(said, latency(many), `one watches: ${latency(await feeds(1))}`, "–");
}
