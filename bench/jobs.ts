/**
 * Acceptance, start, no-op jobs, rows 13 and 16, and memory, through the engine as the product starts it, each beside
 * a bare Deno KV loop in the same run. `deno run -A bench/jobs.ts [employees] [import rows] [rounds]`
 */
import { findOperation } from "../jobs/registry.ts";
import type { JobView } from "../jobs/view.ts";
import { codeOf } from "../sources/sample/people.ts";
import { readConfig } from "../web/config.ts";
import { startServices } from "../web/start.ts";
import { bareAccept, bareExport, bareImport, bareQueue } from "./bare.ts";
import { benchOperation } from "./operations.ts";
import { latency, median, peakMemory, row, seconds } from "./tools.ts";

const employees = Number(Deno.args[0] ?? 100_000);
const importRows = Number(Deno.args[1] ?? 100_000);
const rounds = Number(Deno.args[2] ?? 3);
const ACCEPTS = 300;
/** Between two acceptances: the job of the one is over before the other, so that only what is named is measured. */
const PAUSE_MS = 50;
const NOOPS = 1_000;

const folder = await Deno.makeTempDir();
const config = readConfig({
  DENO_KV_PATH: `${folder}/bench.db`,
  SAMPLE_EMPLOYEES: String(employees),
  // Two heavy jobs of one tenant at once: a tenant may take half of the lane, rounded up.
  JOB_CONCURRENCY: "3",
});
const { services, stop } = await startServices(config, {
  find: (kind) => benchOperation(kind) ?? findOperation(kind),
  worker: new URL("./worker.ts", import.meta.url),
  sealAfterMs: 60_000,
  silenceMs: 60_000,
});
const tenant = await services.tenants.byHost("localhost");
const user = tenant && await services.accounts.find(tenant.id, "admin@sample.example");
if (!tenant || !user) throw new Error("the sample company is missing");
const asker = { tenant, user };
const groups = await services.stores(tenant).groups.list();
const [first, second] = groups;
const empty = groups.at(-1);
if (!first || !second || !empty) throw new Error("the sample groups are missing");

async function accept(
  operation: string,
  group: string | null = null,
  csv: string | null = null,
): Promise<string> {
  const file = csv === null ? null : { name: "rows.csv", type: "text/csv", body: new Blob([csv]).stream() };
  return (await services.jobs.accept(asker, { operation, group, key: null, fields: [], file })).id;
}

/** Waits for the ends of jobs by the event stream, as a page does; of one that sends nothing any more it asks. */
async function ends(...ids: string[]): Promise<JobView[]> {
  const open = new Set(ids);
  const control = new AbortController();
  const watching = (async () => {
    for await (const event of services.jobs.events(asker, control.signal)) {
      if (event.status !== "running") open.delete(event.id);
    }
  })();
  while (open.size > 0) {
    const [oldest = ""] = open;
    if ((await view(oldest)).status !== "running") open.delete(oldest);
    else await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  control.abort();
  await watching;
  return await Promise.all(ids.map(view));
}

async function view(id: string): Promise<JobView> {
  return (await services.jobs.detail(asker, id)).job;
}

function ranMs(job: JobView): number {
  return Date.parse(job.finishedAt!) - Date.parse(job.startedAt!);
}

async function acceptances(count: number, until: () => boolean): Promise<number[]> {
  const times: number[] = [];
  while (times.length < count && until()) {
    const start = performance.now();
    await accept("noop");
    times.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return times;
}

/** Acceptances while the jobs run, until they are over. */
async function acceptancesWhile(...ids: string[]): Promise<number[]> {
  let busy = true;
  const over = ends(...ids).then(() => busy = false);
  const times = await acceptances(10_000, () => busy);
  await over;
  return times;
}

/** People of the master whom the sample company does not hold: the rows of an import. */
function csvOf(from: number, count: number): string {
  const codes = Array.from({ length: count }, (_, i) => codeOf(employees + from + i));
  return `社員番号,姓,名\r\n${codes.map((code) => `${code},,\r\n`).join("")}`;
}

console.info("| what | ours | bare KV, same run | target |\n|---|---|---|---|");

// Warm: modules loaded, code compiled.
await ends(await accept("noop"));
const idle = await acceptances(ACCEPTS, () => true);
const bareIdle = await bareAccept(folder, ACCEPTS, PAUSE_MS);
row("accept → response, idle, p50 / p99", latency(idle), latency(bareIdle), "≤ 3 / 8 ms");

const starts: number[] = [];
for (let i = 0; i < 100; i++) {
  const [job] = await ends(await accept("noop"));
  starts.push(Date.parse(job!.startedAt!) - Date.parse(job!.acceptedAt));
}
row("accept → running, p50 / p99", latency(starts), "57 ms (kv.md §2)", "≤ 5 ms");

const noops = await seconds(async () => {
  const ids: string[] = [];
  for (let i = 0; i < NOOPS; i++) ids.push(await accept("noop"));
  await ends(...ids);
});
const bareNoops = await seconds(() => bareQueue(folder, NOOPS));
row("no-op jobs", `${Math.round(NOOPS / noops)}/s`, `${Math.round(NOOPS / bareNoops)}/s`, "≥ 150/s");

const exports: number[] = [];
const bareExports: number[] = [];
const exportMemory: number[] = [];
let exported = 0;
for (let round = 0; round < rounds; round++) {
  exportMemory.push(
    await peakMemory(async () => {
      const [job] = await ends(await accept("download_request_statuses"));
      exported = job!.progress.done;
      exports.push(ranMs(job!) / 1000);
    }),
  );
  bareExports.push(await seconds(() => bareExport(config.kvPath, folder, tenant, groups)));
}
row(
  `row 16, ${exported.toLocaleString()} requests × 16 columns, encrypted and hashed`,
  `${(exported / median(exports) / 1000).toFixed(1)} krows/s`,
  `${(exported / median(bareExports) / 1000).toFixed(1)} krows/s`,
  "≥ 35 krows/s",
);
row("memory above idle, row 16", `${Math.round(Math.max(...exportMemory))} MB`, "–", "≤ 120 MB");

const besideExports: number[] = [];
for (let round = 0; round < rounds; round++) {
  const ids = [await accept("download_request_statuses"), await accept("download_request_statuses")];
  besideExports.push(...await acceptancesWhile(...ids));
}
row(
  "accept → response while two exports run, p50 / p99",
  latency(besideExports),
  "13.8 / 40–255 ms",
  "≤ 5 / 25 ms",
);

{
  const half = Math.floor(importRows / 4);
  const ids = [
    await accept("add_employees_to_group", first.id, csvOf(0, half)),
    await accept("add_employees_to_group", second.id, csvOf(half, half)),
  ];
  const besideImports = await acceptancesWhile(...ids);
  row("accept → response while two imports run, p50 / p99", latency(besideImports), "–", "≤ 12 / 60 ms");
}

let imported = 0;
let importSeconds = 0;
const importMemory = await peakMemory(async () => {
  const csv = csvOf(Math.floor(importRows / 4) * 2, importRows);
  const [job] = await ends(await accept("add_employees_to_group", empty.id, csv));
  imported = job!.progress.done;
  importSeconds = ranMs(job!) / 1000;
  console.error(job!.message);
});
const bareSeconds = await seconds(() => bareImport(config.kvPath, importRows));
const ratio = (imported / importSeconds) / (importRows / bareSeconds);
row(
  `row 13, ${imported.toLocaleString()} rows, every row checked`,
  `${(imported / importSeconds / 1000).toFixed(1)} krows/s (${ratio.toFixed(2)} of bare)`,
  `${(importRows / bareSeconds / 1000).toFixed(1)} krows/s`,
  "≥ 10 krows/s, ≥ 0.6 of bare",
);
row("memory above idle, row 13", `${Math.round(importMemory)} MB`, "–", "≤ 120 MB");

await stop();
await Deno.remove(folder, { recursive: true });
