import { defineOperation, type Operation } from "../jobs/operation.ts";
import { addEmployeesToGroup } from "../jobs/operations/add_employees_to_group.ts";
import { sampleCompany } from "../sources/sample/companies.ts";
import { sampleSource } from "../sources/sample.ts";

/** People of the master that the import of the benchmark takes in; the database need not hold them before. */
export const MASTER_PEOPLE = 300_000;

/** Row 13 as it is, on a master that is larger than the sample company in the database. */
const bigImport: Operation = {
  ...addEmployeesToGroup,
  run: (job) => addEmployeesToGroup.run({ ...job, source: sampleSource(sampleCompany(MASTER_PEOPLE)) }),
};

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
  return [bigImport, noop].find((operation) => operation.kind === kind) ?? null;
}
