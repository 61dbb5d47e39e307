/** Every record of a DAT file has this length in bytes (reference/imports.md §2.5). */
export const RECORD_BYTES = 100;

const CR = 0x0d;
const LF = 0x0a;
/** What old systems put behind the last byte of a file. */
const END_OF_FILE = 0x1a;
const FIRST_TEXT_BYTE = 0x20;

/** A record as it stands in the file. */
export interface DatRecord {
  /** Counted from 1. */
  number: number;
  /** Always 100 of them. */
  bytes: Uint8Array<ArrayBuffer>;
}

/** A file that is not made of records of 100 bytes. */
export class DatError extends Error {
  override readonly name = "DatError";
  /** @param record the first record that is none, counted from 1 */
  constructor(readonly record: number) {
    super(`record ${record} is not ${RECORD_BYTES} bytes of text`);
  }
}

/** Cuts a file into records while its bytes come; holds one record. */
export interface Cutter {
  /** The records that these bytes complete. Throws DatError. */
  push(bytes: Uint8Array): DatRecord[];
  /** To be called after the last byte. Throws DatError where the last record is too short. */
  finish(): void;
}

/**
 * Records follow each other directly, or with CR LF or LF between them. The file may end with 0x1A, which is ignored.
 * Other control characters are in no record: a line end inside one means that somebody's editor took spaces away.
 */
export function cutter(): Cutter {
  let record = new Uint8Array(RECORD_BYTES);
  let filled = 0;
  let number = 0;
  /** What stands since the last record. */
  let gap: "" | "cr" | "line" | "end" = "line";

  /** Takes a byte that stands outside of records; false for the first byte of one. */
  function between(byte: number): boolean {
    if (byte === END_OF_FILE && gap !== "cr") gap = "end";
    else if (gap === "end" && (byte === CR || byte === LF)) return true;
    else if (byte === CR && gap === "") gap = "cr";
    else if (byte === LF && (gap === "" || gap === "cr")) gap = "line";
    else if (byte < FIRST_TEXT_BYTE || gap === "cr" || gap === "end") throw new DatError(number + 1);
    else return false;
    return true;
  }

  return {
    push(bytes) {
      const records: DatRecord[] = [];
      let at = 0;
      while (at < bytes.length) {
        if (filled === 0 && between(bytes[at]!)) {
          at++;
          continue;
        }
        const part = bytes.subarray(at, at + RECORD_BYTES - filled);
        if (part.some((byte) => byte < FIRST_TEXT_BYTE)) throw new DatError(number + 1);
        record.set(part, filled);
        filled += part.length;
        at += part.length;
        if (filled < RECORD_BYTES) break;
        records.push({ number: ++number, bytes: record });
        record = new Uint8Array(RECORD_BYTES);
        filled = 0;
        gap = "";
      }
      return records;
    },
    finish() {
      if (filled > 0 || gap === "cr") throw new DatError(number + 1);
    },
  };
}

/** The records of a file, in batches as its bytes come. Throws DatError. */
export async function* datRecords(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<DatRecord[], void, undefined> {
  const cut = cutter();
  for await (const piece of bytes) {
    const records = cut.push(piece);
    if (records.length > 0) yield records;
  }
  cut.finish();
}
