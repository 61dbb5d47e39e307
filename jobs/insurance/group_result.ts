import type { DatFormat } from "../../formats/dat/layout.ts";
import { CONTRACT_COLUMNS, contractCells, UNREADABLE } from "./dat_contract.ts";
import { type DatLine, datLines } from "./dat_lines.ts";
import { codesOf } from "./group_dat.ts";
import type { Job } from "../job.ts";
import { type NameCodes, nameCodesOf } from "./name_codes.ts";
import type { ErrorTable, Refused } from "../operation.ts";

/** Columns of 団体生保データ取り込み結果.csv of a DAT file (operations.md, "Headers not public"). */
const HEADER = ["行番号", "氏名コード", "社員番号", ...CONTRACT_COLUMNS, "取り込み結果", "エラー内容"];

/**
 * What became of every record, told at the end by reading the upload again beside the refused lines, so that it is
 * the same whatever happened on the way.
 */
export function groupInsuranceResult(
  job: Job,
  format: DatFormat,
  refused: AsyncIterable<Refused[]>,
): ErrorTable {
  return { header: HEADER, encoding: "shift_jis", rows: resultRows(job, format, refused) };
}

async function* resultRows(job: Job, format: DatFormat, refused: AsyncIterable<Refused[]>) {
  const rule = await nameCodesOf(format, job.data, true);
  const errors = singly(refused);
  let error = await errors.next();
  for await (const lines of datLines(job, format)) {
    const told = await outcomesOf(lines, rule, job);
    const rows: string[][] = [];
    for (const line of lines) {
      const { code, outcome } = told.get(line)!;
      const reason = !error.done && error.value.line === line.line ? error.value.reason : null;
      if (reason !== null) error = await errors.next();
      rows.push([
        String(line.line),
        line.fields.nameCode ?? UNREADABLE,
        code,
        ...contractCells(line.fields),
        reason === null ? outcome : "エラー",
        reason ?? "",
      ]);
    }
    yield rows;
  }
}

/** Whom each line names, and what became of it where it was not refused. */
async function outcomesOf(lines: readonly DatLine[], rule: NameCodes, job: Job) {
  const codes = await codesOf(lines, rule, job);
  const people = [...new Set(codes.values())];
  const members = await job.data.members.byCodes(people);
  const insurances = await job.data.insurance.of(
    members.flatMap((member) => member ? [member.employee.id] : []),
  );
  const ours = new Set(insurances.flatMap(({ contracts }) => contracts.map(({ id }) => id)));
  return new Map(lines.map((line) => [line, {
    code: codes.get(line) ?? "",
    outcome: ours.has(`${job.id}-${line.line}-1`) ? "登録" : "登録済み",
  }]));
}

async function* singly<T>(batches: AsyncIterable<T[]>): AsyncGenerator<T, void, undefined> {
  for await (const batch of batches) yield* batch;
}
