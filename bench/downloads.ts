/**
 * Every list of a download of all groups: people a second and memory, through the engine as the product starts it, beside
 * the same rows from memory: no database, no encryption, no checkpoint. `deno run -A bench/downloads.ts [employees]`
 */
import { findOperation } from "../jobs/registry.ts";
import type { JobView } from "../jobs/view.ts";
import { openDatabase } from "../kv/open.ts";
import { myNumberStore } from "../kv/my_numbers/store.ts";
import { committerOf } from "../kv/commit.ts";
import { loadKeyring } from "../kv/dev_key.ts";
import { startCompany } from "./company.ts";
import { memoryJob } from "./memory_job.ts";
import { peakMemory, row, seconds } from "./tools.ts";

const employees = Number(Deno.args[0] ?? 100_000);
/** People that the rows from memory are made of, and how many of them are made. */
const SOME = 500;
const FROM_MEMORY = 10_000;

type Fields = [name: string, value: string][];

const collected = (label: string, ...fields: Fields): [string, string, Fields] => [
  label,
  "download_collected_information",
  [["format", "generic"], ["include_non_dependants", "1"], ...fields],
];

/** Label, operation, and what its form says. */
const DOWNLOADS: readonly [string, string, Fields][] = [
  ["依頼状況一覧", "download_request_statuses", []],
  ["書類作成更新日時リスト", "download_document_timestamps", []],
  ["原本一覧", "download_originals", []],
  ["家族情報インポートファイル", "download_family_import_file", []],
  ["今年の差分リスト (ZIP)", "download_differences", [["list", "this_year"]]],
  ["今年と来年の差分リスト (ZIP)", "download_differences", [["list", "this_and_next_year"]]],
  collected("従業員本人の情報", ["item", "employee"], ["year", "this"]),
  collected("配偶者の情報", ["item", "spouse"], ["year", "this"]),
  collected("扶養家族の情報 横並び (nested)", ["item", "dependants"], ["year", "this"], [
    "layout",
    "horizontal",
  ]),
  collected("扶養家族の情報 縦並び", ["item", "dependants"], ["year", "this"], ["layout", "vertical"]),
  collected("保険料控除の情報 横並び (nested)", ["item", "insurance"], ["layout", "horizontal"]),
  collected("保険料控除の情報 縦並び (ZIP)", ["item", "insurance"], ["layout", "vertical"]),
  collected("前職情報", ["item", "previous_jobs"]),
  collected("住宅借入金控除の情報", ["item", "housing_loan"]),
  collected("すべての申告情報 (widest)", ["item", "all"], ["year", "this"]),
  ["給与奉行形式 (ZIP)", "download_collected_information", [["format", "bugyo"]]],
];

const { folder, config, services, stop, tenant, asker } = await startCompany(employees);

const kv = await openDatabase(config.kvPath);
const keyring = await loadKeyring({ encryptionKey: null, kvPath: config.kvPath });
const data = services.stores(tenant);
const myNumbers = myNumberStore({ kv, committer: committerOf(kv), keyring }, tenant);
const [group] = await data.groups.list();
const [batch = []] = await firstOf(data.members.walk(group!.id, null));
const members = batch.slice(0, SOME);

async function firstOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  for await (const item of items) return [item];
  return [];
}

/** Starts a download of all groups and waits for its end by the event stream, as a page does. */
async function download(operation: string, fields: Fields): Promise<JobView> {
  const { id } = await services.jobs.accept(asker, { operation, group: null, key: null, fields, file: null });
  const control = new AbortController();
  let job = (await services.jobs.detail(asker, id)).job;
  if (job.status === "running") {
    for await (const event of services.jobs.events(asker, control.signal)) {
      if (event.id === id && event.status !== "running") break;
    }
    job = (await services.jobs.detail(asker, id)).job;
  }
  control.abort();
  if (job.status !== "completed") throw new Error(`${job.title}: ${job.message}`);
  return job;
}

/** People a second of the rows alone. */
async function fromMemory(operation: string, fields: Fields): Promise<number> {
  const times = Math.ceil(FROM_MEMORY / members.length);
  const options = Object.fromEntries(fields);
  const run = (n: number) =>
    findOperation(operation)!.run(
      memoryJob({ data, myNumbers, year: tenant!.year }, { members, times: n, options }),
    );
  // Once before, so that it is compiled and what it reads is at hand.
  await run(1);
  return times * members.length / await seconds(() => run(times));
}

console.info("| what | ours | bare KV, same run | target |\n|---|---|---|---|");
await download("download_request_statuses", []);
for (const [label, operation, fields] of DOWNLOADS) {
  let job: JobView | null = null;
  const memory = await peakMemory(async () => void (job = await download(operation, fields)));
  const { startedAt, finishedAt, progress } = job! as JobView;
  const rate = progress.done / (Date.parse(finishedAt!) - Date.parse(startedAt!));
  const bare = await fromMemory(operation, fields) / 1000;
  row(
    `${label}, ${progress.done.toLocaleString()} people of all groups`,
    `${rate.toFixed(1)} k people/s, ${Math.round(memory)} MB`,
    `rows from memory: ${bare.toFixed(1)} k people/s`,
    `${(rate / bare).toFixed(2)} of it; ≤ 120 MB`,
  );
}
kv.close();
await stop();
await Deno.remove(folder, { recursive: true });
