import { Refusal } from "../../domain/errors.ts";
import { readFields } from "../../formats/dat/fields.ts";
import { LAYOUTS } from "../../formats/dat/formats.ts";
import type { DatFormat, Fields } from "../../formats/dat/layout.ts";
import { DatError, datRecords } from "../../formats/dat/records.ts";
import type { Job } from "../job.ts";

/** A record of a DAT file that tells of a contract, or that cannot be told from one. */
export interface DatLine {
  /** The number of the record, which stands for its line. */
  line: number;
  bytes: Uint8Array<ArrayBuffer>;
  fields: Fields;
}

/** Lines that are looked up and written together. */
const BATCH = 1_000;

/**
 * Reads the whole upload before anything is written, and says how many lines there will be. Throws Refusal dat_records
 * or dat_nothing.
 */
export async function surveyDat(job: Pick<Job, "bytes" | "expect">, format: DatFormat): Promise<void> {
  let total = 0;
  for await (const batch of datLines(job, format)) total += batch.length;
  if (total === 0) throw new Refusal("dat_nothing");
  job.expect(total);
}

/**
 * The lines of an upload, without headings and totals, always in the same batches. Throws Refusal dat_records where
 * the file is no row of records.
 */
export async function* datLines(
  job: Pick<Job, "bytes">,
  format: DatFormat,
): AsyncGenerator<DatLine[], void, undefined> {
  let batch: DatLine[] = [];
  try {
    for await (const records of datRecords(job.bytes())) {
      for (const { number, bytes } of records) {
        const fields = readFields(LAYOUTS[format], bytes);
        if (!mayBeContract(fields)) continue;
        batch.push({ line: number, bytes, fields });
        if (batch.length < BATCH) continue;
        yield batch;
        batch = [];
      }
    }
  } catch (error) {
    if (error instanceof DatError) throw new Refusal("dat_records", { record: error.record });
    throw error;
  }
  if (batch.length > 0) yield batch;
}

function mayBeContract({ recordType }: Fields): boolean {
  return recordType === "contract" || recordType === null;
}
