import { Refusal } from "../../../domain/errors.ts";
import type { Group } from "../../../domain/group.ts";
import type { Job, Outcome } from "../../../jobs/job.ts";
import { defineOperation, type Operation, type OperationSpec } from "../../../jobs/operation.ts";
import { addEmployeesToGroup } from "../../../jobs/operations/add_employees_to_group.ts";
import { downloadCollectedInformation } from "../../../jobs/operations/download_collected_information.ts";
import { downloadDifferences } from "../../../jobs/operations/download_differences.ts";
import { downloadDocumentTimestamps } from "../../../jobs/operations/download_document_timestamps.ts";
import { downloadFamilyImportFile } from "../../../jobs/operations/download_family_import_file.ts";
import { downloadOriginals } from "../../../jobs/operations/download_originals.ts";
import { downloadRequestStatuses } from "../../../jobs/operations/download_request_statuses.ts";
import { findOperation } from "../../../jobs/registry.ts";

/** Operations that do what no operation of the product may; they exist in the processes of these tests only. */
function chaotic(kind: string, run: (job: Job) => Promise<Outcome>, more: Partial<OperationSpec> = {}) {
  return defineOperation({
    kind,
    screen: "employees",
    menu: null,
    label: kind,
    scope: "all",
    permission: "admin",
    rerun: "free",
    title: () => kind,
    dialog: { title: kind, description: [], button: kind },
    run,
    ...more,
  });
}

/** Rows of one batch, and batches, of the file that `chaos_parts` writes and seals on its way. */
export const PART_ROWS = 200;
export const PARTS = 30;
const CELL = "年末調整".repeat(40);

async function writeParts(job: Job): Promise<Outcome> {
  job.expect(PARTS * PART_ROWS);
  const file = await job.csv({
    name: "部分.csv",
    header: ["番号", "内容"],
    encoding: "utf-8",
    neutralise: true,
  });
  for (let part = Number(job.position?.part ?? -1) + 1; part < PARTS; part++) {
    await file.write(Array.from({ length: PART_ROWS }, (_, i) => [String(part * PART_ROWS + i), CELL]));
    await job.reached({ part }, PART_ROWS);
  }
  return job.summary({ done: { written: "行を書きました。" } });
}

/** More chunks than one commit of the clean-up deletes (500). */
export const LARGE_BYTES = 36 * 1024 * 1024;

async function writeLarge(job: Job): Promise<Outcome> {
  const file = await job.csv({ name: "大きい.csv", header: ["内容"], encoding: "utf-8", neutralise: false });
  const bytes = Number(Deno.env.get("CHAOS_LARGE_BYTES") ?? LARGE_BYTES);
  const row = ["x".repeat(65_534)];
  const rows = Array.from({ length: 16 }, () => row);
  for (let written = 0; written < bytes; written += 16 * 65_536) await file.write(rows);
  return job.summary({ done: {} });
}

/** Two CSVs in a ZIP, together as large as the file above. */
async function writeZip(job: Job): Promise<Outcome> {
  const zip = job.zip("大きい.zip");
  const csv = { header: ["番号", "内容"], encoding: "utf-8", neutralise: false } as const;
  const files = [await zip.csv({ ...csv, name: "一.csv" }), await zip.csv({ ...csv, name: "二.csv" })];
  const bytes = Number(Deno.env.get("CHAOS_LARGE_BYTES") ?? LARGE_BYTES);
  for (let written = 0, n = 0; written < bytes; n++) {
    // Digits that no two rows share, so that some work and some bytes are left after compression.
    const rows = Array.from(
      { length: 1_000 },
      (_, i) => [String(n * 1_000 + i), String(Math.sin(n + i)).repeat(10)],
    );
    for (const file of files) await file.write(rows);
    await job.reached({ n }, rows.length);
    written += 400 * rows.length;
  }
  return job.summary({ done: {} });
}

/** Writes into a file without end, and looks up from it only now and then. */
async function writeForEver(job: Job): Promise<Outcome> {
  const file = await job.csv({
    name: "終わらない.csv",
    header: ["番号"],
    encoding: "utf-8",
    neutralise: true,
  });
  const rows = Array.from({ length: 1_000 }, (_, i) => [String(i), CELL]);
  for (let n = 1;; n++) {
    for (let i = 0; i < 10; i++) await file.write(rows);
    await job.reached({ n }, rows.length);
  }
}

/** Waits until the job is stopped; says each second that it lives. */
async function untilStopped(job: Job): Promise<never> {
  for (let second = 0;; second++) {
    await nextSecond(job.signal);
    await job.reached(job.position ?? { second }, 0);
  }
}

function nextSecond(signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, 1_000);
  signal.addEventListener("abort", () => resolve(), { once: true });
  return promise.finally(() => clearTimeout(timer));
}

/** Waits until it is stopped; another attempt ends at once. */
async function waitOnce(job: Job): Promise<Outcome> {
  if (job.position) return job.summary({ done: {} });
  await job.reached({ begun: 1 }, 1);
  return await untilStopped(job);
}

async function waitSeconds(job: Job): Promise<Outcome> {
  const seconds = Number(Deno.env.get("CHAOS_SECONDS") ?? "90");
  job.expect(seconds);
  for (let second = job.position ? Number(job.position.second) : 0; second < seconds; second++) {
    await nextSecond(job.signal);
    await job.reached({ second: second + 1 }, 1);
  }
  return job.summary({ done: { written: "秒待ちました。" } });
}

/** People that the downloads below read at a time. */
const FEW = 20;

/** A download that reads so few people at a time that each of the small groups takes several; `at` looks at each. */
function inSmallBatches(
  operation: Operation,
  at: (group: Group | null, batch: number) => void,
): Operation["run"] {
  return async (job) => {
    const groups = await job.data.groups.list();
    const { members } = job.data;
    async function* walk(id: string | null, after: string | null) {
      const group = groups.find((group) => group.id === id) ?? null;
      // Numbered by where they begin, so that another attempt numbers them alike.
      let n = after === null ? 0 : 1;
      for await (const batch of members.walk(id, after)) {
        for (let from = 0; from < batch.length; from += FEW) {
          at(group, n++);
          yield batch.slice(from, from + FEW);
        }
      }
    }
    return await operation.run({ ...job, data: { ...job.data, members: { ...members, walk } } });
  };
}

/** Rows 15 to 26, under kinds of their own. */
const downloads = Object.entries({
  chaos_statuses: downloadRequestStatuses,
  chaos_timestamps: downloadDocumentTimestamps,
  chaos_collected: downloadCollectedInformation,
  chaos_differences: downloadDifferences,
  chaos_family: downloadFamilyImportFile,
  chaos_originals: downloadOriginals,
}).map(([kind, operation]) =>
  defineOperation({ ...operation, kind, run: inSmallBatches(operation, () => {}) })
);

/** Rows 15 and 16, but nobody behind the first of 工場 can be read. */
const brokenGroup = defineOperation({
  ...downloadRequestStatuses,
  kind: "chaos_broken_group",
  run: inSmallBatches(downloadRequestStatuses, (group, batch) => {
    if (group?.name === "工場" && batch > 0) throw new Refusal("no_tax_year", { year: 2026 });
  }),
});

/** Fills the heap of its isolate, which ends the process. */
function exhaustHeap(): Promise<never> {
  const kept: unknown[] = [];
  for (;;) kept.push(Array.from({ length: 10_000 }, (_, i) => ({ i })));
}

function spin(): Promise<never> {
  for (;;);
}

async function thrownOutside(job: Job): Promise<Outcome> {
  setTimeout(() => {
    throw new Error("thrown outside any promise of the job");
  });
  return await untilStopped(job);
}

async function rejectedOutside(job: Job): Promise<Outcome> {
  void Promise.reject(new Error("a rejection that nobody handles"));
  return await untilStopped(job);
}

/** Row 13, which then stays open with all its effects done. */
const importAndWait = defineOperation({
  ...addEmployeesToGroup,
  kind: "chaos_import_and_wait",
  async run(job) {
    await addEmployeesToGroup.run(job);
    return await untilStopped(job);
  },
});

const OPERATIONS: readonly Operation[] = [
  importAndWait,
  ...downloads,
  brokenGroup,
  chaotic("chaos_nothing", (job) => Promise.resolve(job.summary({ done: {} })), { lane: "light" }),
  chaotic("chaos_heavy_nothing", (job) => Promise.resolve(job.summary({ done: {} }))),
  chaotic("chaos_parts", writeParts),
  chaotic("chaos_large", writeLarge),
  chaotic("chaos_zip", writeZip),
  chaotic("chaos_endless", writeForEver),
  chaotic("chaos_seconds", waitSeconds),
  chaotic("chaos_wait", untilStopped),
  chaotic("chaos_once", waitOnce),
  chaotic("chaos_light_wait", untilStopped, { lane: "light" }),
  chaotic("chaos_exclusive", untilStopped, { exclusive: "tenant" }),
  chaotic("chaos_exit", () => Deno.exit(3)),
  chaotic("chaos_spin", spin),
  chaotic("chaos_throw", thrownOutside),
  chaotic("chaos_reject", rejectedOutside),
  chaotic("chaos_heap", exhaustHeap),
  chaotic("chaos_bug", () => Promise.reject(new Error("a bug of the operation"))),
  chaotic("chaos_refusal", () => Promise.reject(new Refusal("no_rows"))),
];

/** The product's operations and those of the tests. */
export function findChaotic(kind: string): Operation | null {
  return OPERATIONS.find((operation) => operation.kind === kind) ?? findOperation(kind);
}
