/**
 * Every import of a CSV, at its full width of one block a kind, beside reading the same file only. Those that act on 依頼 are in
 * `bench/requests.ts`.
 * `deno run -A bench/imports.ts [rows]`
 */
import type { JobView } from "../jobs/view.ts";
import { type CsvImport, csvImports } from "../jobs/csv_imports.ts";
import { readRows } from "../jobs/rows.ts";
import { csvRecord } from "../formats/csv_write.ts";
import { committerOf } from "../kv/commit.ts";
import { storesOf } from "../kv/stores.ts";
import { addTestMembers, testMaster } from "../kv/test_year.ts";
import { SAMPLE_PASSWORD } from "../sources/sample/logins.ts";
import { readConfig } from "../web/config.ts";
import { startServices } from "../web/start.ts";
import { row, seconds } from "./tools.ts";

const rows = Number(Deno.args[0] ?? 100_000);

/** What takes people out of 未依頼 and of no group comes last, so that every import finds people to change. */
const LAST = ["add_employees_to_group", "import_request_groups"];

const ADDRESS = {
  zip: "100-0001",
  prefecture: "東京都",
  city: "千代田区",
  street: "1",
  building: "",
  kana: "",
  country: "",
};

const folder = await Deno.makeTempDir();
const config = readConfig({ DENO_KV_PATH: `${folder}/bench.db`, SAMPLE_EMPLOYEES: "60" });
const { services, stop } = await startServices(config);
const tenant = await services.tenants.byHost("localhost");
const user = tenant && await services.accounts.find(tenant.id, "admin@sample.example");
if (!tenant || !user) throw new Error("the sample company is missing");
const asker = { tenant, user };
// Not 本社, where the example of row 3 wants everybody: it would find nobody to move.
const [, group] = await services.stores(tenant).groups.list();
if (!group) throw new Error("the sample groups are missing");

const codeOf = (i: number) => `B${String(i).padStart(7, "0")}`;
{
  using kv = await Deno.openKv(config.kvPath);
  const people = Array.from({ length: rows }, (_, i) => testMaster(codeOf(i), { address: ADDRESS }));
  await addTestMembers({ kv, committer: committerOf(kv), stores: storesOf(kv, tenant) }, null, people);
}

console.info("| what | ours | same run | target |\n|---|---|---|---|");
const ON_REQUESTS = ["update_request_statuses", "update_review_statuses"];
const imports = csvImports()
  .filter(({ operation, input }) => input.key === "社員番号" && !ON_REQUESTS.includes(operation.kind));
for (
  const one of imports.toSorted((a, b) => LAST.indexOf(a.operation.kind) - LAST.indexOf(b.operation.kind))
) {
  await measure(one);
}
await stop();
await Deno.remove(folder, { recursive: true });

async function measure(one: CsvImport): Promise<void> {
  const { text, columns } = fileFor(one);
  const bytes = new TextEncoder().encode(text);
  let parsed = 0;
  const upload = { encoding: "utf-8" as const, bytes: () => pieces(bytes) };
  const parseSeconds = await seconds(async () => {
    for await (const batch of readRows(upload, one.input)) parsed += batch.length;
  });
  const job = await carriedOut(one, bytes);
  if (job.status !== "completed" || parsed !== rows) throw new Error(`${one.operation.kind}: ${job.message}`);
  const ranSeconds = (Date.parse(job.finishedAt!) - Date.parse(job.startedAt!)) / 1000;
  row(
    `${one.operation.title(group!, {})}, ${rows.toLocaleString()} rows × ${columns} columns`,
    `${(rows / ranSeconds / 1000).toFixed(1)} krows/s`,
    `parse only: ${(rows / parseSeconds / 1000).toFixed(1)} krows/s`,
    "≥ 10 krows/s",
  );
}

/** The example row of the template for everybody, without the columns in which it says nothing. */
function fileFor({ input }: CsvImport): { text: string; columns: number } {
  const columns = input.columns.filter(({ required, example }) => required || example !== "");
  let text = csvRecord(columns.map(({ name }) => name));
  for (let i = 0; i < rows; i++) {
    text += csvRecord(columns.map(({ name, example }) => name === input.key ? codeOf(i) : example));
  }
  return { text, columns: columns.length };
}

async function carriedOut({ operation, fields }: CsvImport, bytes: Uint8Array): Promise<JobView> {
  const { id } = await services.jobs.accept(asker, {
    operation: operation.kind,
    group: operation.scope === "group" ? group!.id : null,
    key: null,
    fields: [...fields, ["password", SAMPLE_PASSWORD]],
    file: { name: "rows.csv", type: "text/csv", body: ReadableStream.from(pieces(bytes)) },
  });
  const control = new AbortController();
  const ended = async () => (await services.jobs.detail(asker, id)).job;
  for await (const event of services.jobs.events(asker, control.signal)) {
    // A job that ended before the stream began sends nothing.
    if (event.id === id && event.status !== "running") break;
    if ((await ended()).status !== "running") break;
  }
  control.abort();
  return await ended();
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) {
    yield await Promise.resolve(bytes.subarray(at, at + 65_536));
  }
}
