import { defineOperation, type Operation } from "../jobs/operation.ts";
import { addEmployeesToGroup } from "../jobs/operations/add_employees_to_group.ts";
import { syncEmployees } from "../jobs/operations/sync_employees.ts";
import { sampleCompany } from "../sources/sample/companies.ts";
import { sampleSource } from "../sources/sample.ts";
import { type Access, smarthrSource } from "../sources/smarthr.ts";
import type { MasterSource } from "../sources/source.ts";

/** People of the master that the import of the benchmark takes in; the database need not hold them before. */
export const MASTER_PEOPLE = 300_000;

/** Row 13 as it is, on a master that is larger than the sample company in the database. */
const bigImport: Operation = {
  ...addEmployeesToGroup,
  run: (job) => addEmployeesToGroup.run({ ...job, source: sampleSource(sampleCompany(MASTER_PEOPLE)) }),
};

/** The variable that tells which master the sync of the benchmark reads, as JSON; workers share it. */
export const BENCH_SOURCE = "BENCH_SOURCE";

export type BenchSource = { kind: "sample"; people: number } | { kind: "smarthr"; access: Access };

/** Row 9 as it is, on the master that the benchmark names; absent elsewhere. */
const bigSync: Operation = {
  ...syncEmployees,
  run: (job) => syncEmployees.run({ ...job, source: benchSource() ?? job.source }),
};

function benchSource(): MasterSource | null {
  const text = Deno.env.get(BENCH_SOURCE);
  if (text === undefined) return null;
  const source: BenchSource = JSON.parse(text);
  return source.kind === "sample" ? sampleSource(sampleCompany(source.people)) : smarthrSource(source.access);
}

/** A job that does nothing. */
const noop = defineOperation({
  kind: "noop",
  screen: "menu",
  menu: null,
  label: "",
  scope: "all",
  permission: "admin",
  rerun: "free",
  lane: "light",
  title: () => "何もしない処理",
  dialog: { title: "", description: [], button: "" },
  run: (job) => Promise.resolve(job.summary({ done: {} })),
});

/** An operation of the benchmarks, or null. */
export function benchOperation(kind: string): Operation | null {
  return [bigImport, bigSync, noop].find((operation) => operation.kind === kind) ?? null;
}
