import type { Refusal } from "../domain/errors.ts";
import type { ReasonCode } from "../domain/reasons.ts";
import type { Unit } from "./job.ts";

/** A column of a CSV that is read. */
export interface Column {
  name: string;
  required: boolean;
  example: string;
}

/** A CSV that a person uploads. */
export interface CsvInput {
  type: "csv";
  columns: readonly Column[];
  /**
   * The sample file: its name and encoding, and its rows where the examples of the columns are not enough. Reading
   * takes UTF-8 and Shift_JIS whatever it says.
   */
  template: { name: string; encoding: "utf-8" | "shift_jis"; rows?: readonly (readonly string[])[] };
  /** What the dialog says of the columns where a list of all would be too long; null: the list. */
  columnsText: string | null;
  /** The column that names a row to people. */
  key: string;
  /** The columns that together stand in the file once only. */
  unique: readonly string[];
  /** What they come to, where texts that differ mean the same; default: their trimmed texts. */
  identity?(cells: Row["cells"]): readonly string[];
  /** What a header that does not fit is told. */
  badHeader: ReasonCode;
}

/** A file of fixed records (DAT) that a person uploads; the operation reads its bytes. */
export interface DatInput {
  type: "dat";
  /** With the dot, lower case. */
  extension: string;
  /** What the dialog says the file must be. */
  description: string;
  /** Looks at the beginning of a file (256 KiB at most) and its size; a Refusal turns it away at acceptance. */
  check(head: Uint8Array, size: number): Refusal | null;
}

export type Input = CsvInput | DatInput;

/** What an operation takes: one kind of file, or one for each value of a choice. */
export type InputSpec = Input | { by: string; of: Readonly<Record<string, Input>> };

/** A record of an uploaded CSV. */
export interface Row extends Unit {
  cells: Readonly<Record<string, string>>;
}

/** Describes a CSV input whose rows are named by 社員番号, each of which stands in it once. */
export function csvInput(
  columns: readonly Column[],
  template: CsvInput["template"],
  more: Partial<Pick<CsvInput, "key" | "unique" | "identity" | "badHeader" | "columnsText">> = {},
): CsvInput {
  const key = more.key ?? "社員番号";
  return {
    type: "csv",
    columns,
    template,
    columnsText: null,
    key,
    unique: [key],
    badHeader: "bad_header",
    ...more,
  };
}

/** The kind of file that these options ask for; null: the operation takes none. */
export function inputFor(
  input: InputSpec | undefined,
  options: Readonly<Record<string, string | string[]>>,
): Input | null {
  if (!input) return null;
  if (!("by" in input)) return input;
  const chosen = options[input.by];
  return typeof chosen === "string" ? input.of[chosen] ?? null : null;
}
