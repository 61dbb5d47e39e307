import { createHash } from "node:crypto";
import type { DatFormat } from "../../formats/dat/layout.ts";
import { readDatContract } from "./dat_contract.ts";
import { type DatLine, datLines, surveyDat } from "./dat_lines.ts";
import { isPast, type Place, roundsOf } from "./dat_rounds.ts";
import { type GroupUnit, registered } from "./group_csv.ts";
import { insuredEffect } from "./insured.ts";
import type { Job } from "../job.ts";
import { employeeCodes, type NameCodes, nameCodesOf } from "./name_codes.ts";

/**
 * Row 5 with a DAT file: appends the contract of every record to the employee whom its 氏名コード names. Counts as
 * `registerGroupCsv` does. Throws Refusal dat_records, dat_nothing or dat_zeros before anything is written.
 */
export async function registerGroupDat(job: Job, format: DatFormat): Promise<void> {
  await surveyDat(job, format);
  const rule = await nameCodesOf(format, job.data, job.position !== null);
  const effect = insuredEffect<GroupUnit>(job, (unit, insured) => registered(unit, insured, job));
  for await (const lines of datLines(job, format)) {
    const rounds = roundsOf(lines, (line) => personOf(line, rule))
      .map((round) => round.filter(({ place }) => !isPast(place, job.position)))
      .filter((round) => round.length > 0);
    const codes = await codesOf(rounds.flat().map(({ line }) => line), rule, job);
    for (const round of rounds) {
      await job.apply(round.map(({ place, line }) => unitOf(line, place, codes.get(line) ?? null)), effect);
    }
  }
}

/** Whose data a line may change; null: nobody's, because it is refused as it stands. */
function personOf({ fields }: DatLine, rule: NameCodes): string | null {
  return "problem" in readDatContract(fields) ? null : rule.person(fields.nameCode!);
}

/** The 社員番号 behind lines, where there is one. */
export async function codesOf(
  lines: readonly DatLine[],
  rule: NameCodes,
  { data }: Pick<Job, "data">,
): Promise<Map<DatLine, string>> {
  const named = lines.filter(({ fields }) => fields.nameCode !== null);
  const codes = await employeeCodes(named.map(({ fields }) => fields.nameCode!), rule, data.members);
  return new Map(named.flatMap((line, i) => codes[i] === null ? [] : [[line, codes[i]!]]));
}

/** A unit is named by the 社員番号, or by the 氏名コード where that is nobody's. */
function unitOf({ line, bytes, fields }: DatLine, place: Place, code: string | null): GroupUnit {
  const unit = { line, key: code ?? fields.nameCode ?? "", position: { ...place } };
  const read = readDatContract(fields);
  if ("problem" in read) return { ...unit, digest: "", contracts: [], problem: read.problem };
  return {
    ...unit,
    digest: createHash("sha256").update(bytes).digest("hex"),
    contracts: [read.cells],
  };
}
