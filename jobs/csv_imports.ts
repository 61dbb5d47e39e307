import type { CsvInput } from "./input.ts";
import type { Operation } from "./operation.ts";
import { OPERATIONS } from "./registry.ts";

/** An import of a CSV, as its form starts it. */
export interface CsvImport {
  operation: Operation;
  input: CsvInput;
  /** What the form sends beside group, password and file. */
  fields: [string, string][];
}

/** Every import of a CSV that the product has, in menu order; for tests and benchmarks over all of them. */
export function csvImports(): CsvImport[] {
  return OPERATIONS.flatMap((operation): CsvImport[] => {
    const { input } = operation;
    if (!input) return [];
    if (!("by" in input)) return input.type === "csv" ? [{ operation, input, fields: [] }] : [];
    return Object.entries(input.of).flatMap(([choice, one]): CsvImport[] =>
      one.type === "csv" ? [{ operation, input: one, fields: [[input.by, choice]] }] : []
    );
  });
}
