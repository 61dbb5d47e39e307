import { createHash } from "node:crypto";
import { fullName } from "../../domain/employee.ts";
import type { Contract } from "../../domain/insurance.ts";
import { appendGroupLine } from "../../domain/insurance_rules.ts";
import { type CellProblem, type ContractCells, readContracts } from "./contract_cells.ts";
import { csvInput, type Row } from "../input.ts";
import { GROUP_BLOCKS, GROUP_COLUMNS, GROUP_TEXT } from "./columns.ts";
import { type Insured, insuredEffect, tooMany } from "./insured.ts";
import type { Change, Job, Unit } from "../job.ts";

/** The CSV of row 5 (SmartHR形式のCSVファイル). */
export const groupInsuranceCsv = csvInput(
  GROUP_COLUMNS,
  { name: "団体保険料_サンプル.csv", encoding: "shift_jis" },
  { columnsText: GROUP_TEXT },
);

/** A line of a 団体 file on its way to the employee whom it names. */
export interface GroupUnit extends Unit {
  /** SHA-256 that the line is known by. */
  digest: string;
  contracts: readonly ContractCells[];
}

/** Row 5 with a CSV: appends what every row of the upload says. The `count` is `registered`, the skip `known`. */
export async function registerGroupCsv(job: Job): Promise<void> {
  const effect = insuredEffect<GroupUnit>(job, (unit, insured) => registered(unit, insured, job));
  for await (const rows of job.rows()) await job.apply(rows.map(groupUnit), effect);
}

/** A row as what it registers, or with the problem that it is refused for. */
export function groupUnit({ line, key, problem, cells }: Row): GroupUnit {
  const unit = { line, key, digest: "", contracts: [] };
  if (problem) return { ...unit, problem };
  const read = readContracts(cells, GROUP_BLOCKS, { complete: true });
  if ("problem" in read) return { ...unit, problem: read.problem };
  if (read.contracts.length === 0) return { ...unit, problem: NOTHING };
  return { ...unit, digest: digestOf(read.contracts), contracts: read.contracts };
}

const NOTHING: CellProblem = { code: "nothing_to_import", params: {} };

/**
 * What a line is known by: what it says, not how. The columns' order, 姓 and 名, the numbers of the blocks and the
 * width of digits make no other line of it, so that a file that was saved again registers nothing twice.
 */
function digestOf(contracts: readonly ContractCells[]): string {
  const said = contracts.map((one) => [
    one.kind,
    one.company,
    one.type,
    one.period,
    one.holder,
    one.beneficiary,
    one.relation,
    one.generation,
    one.quake,
    one.paymentStartsOn,
    one.amount,
    one.policyNumber,
  ]);
  return createHash("sha256").update(JSON.stringify(said)).digest("hex");
}

/** Appends what a line says to what its employee has. */
export function registered(
  unit: GroupUnit,
  { member, insurance }: Insured,
  { id, data }: Pick<Job, "id" | "data">,
): Change {
  const name = fullName(member.employee);
  const contracts = unit.contracts.map((cells, i) =>
    groupContract(cells, `${id}-${unit.line}-${i + 1}`, name)
  );
  const next = appendGroupLine(insurance, { digest: unit.digest, contracts });
  if (next === "known") return { skip: "known" };
  if ("broken" in next) return tooMany(unit, next.broken);
  return { count: "registered", writes: data.insurance.put(member, next.insurance) };
}

/** A 団体 contract: the employee only reads it, and holds it unless somebody else is named. */
export function groupContract(cells: ContractCells, id: string, holder: string): Contract {
  return {
    ...cells,
    id,
    source: "group",
    editable: false,
    electronic: false,
    holder: cells.holder === "" ? holder : cells.holder,
  };
}
