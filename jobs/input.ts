import type { Unit } from "./job.ts";

/** A column of a CSV that is read. */
export interface Column {
  name: string;
  required: boolean;
  example: string;
}

/** A CSV that a person uploads. */
export interface CsvInput {
  columns: readonly Column[];
  /** The sample file: its name and encoding. Reading takes UTF-8 and Shift_JIS whatever it says. */
  template: { name: string; encoding: "utf-8" | "shift_jis" };
  /** The column that names a row and may stand in the file once only. */
  key: string;
}

/** A record of an uploaded CSV. */
export interface Row extends Unit {
  cells: Readonly<Record<string, string>>;
}

/** Describes a CSV input whose rows are named by 社員番号. */
export function csvInput(columns: readonly Column[], template: CsvInput["template"]): CsvInput {
  return { columns, template, key: "社員番号" };
}
