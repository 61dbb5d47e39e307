import type { Input } from "./input.ts";
import { fieldsFor, type Operation } from "./operation.ts";
import type { DialogSpec, UploadSpec } from "./service.ts";

/** What dialogs say about uploads; from the configuration. */
export interface UploadLimits {
  maxBytes: number;
  maxRows: number;
}

/** What the form of an operation asks for, for this target. */
export function formOf(
  operation: Operation,
  target: "group" | "all",
  limits: UploadLimits,
): Pick<DialogSpec, "fields" | "password" | "upload" | "uploadBy"> {
  const { kind, password, input } = operation;
  const fields = [...fieldsFor(operation, target)];
  const form = { fields, password: password ?? false, upload: null, uploadBy: null };
  if (!input) return form;
  if (!("by" in input)) return { ...form, upload: uploadOf(kind, input, null, limits) };
  const of = Object.entries(input.of).map(([value, one]) => [value, uploadOf(kind, one, value, limits)]);
  return { ...form, uploadBy: { field: input.by, of: Object.fromEntries(of) } };
}

function uploadOf(kind: string, input: Input, choice: string | null, limits: UploadLimits): UploadSpec {
  if (input.type === "dat") {
    return {
      accept: input.extension,
      extensions: [input.extension],
      maxBytes: limits.maxBytes,
      maxRows: null,
      template: null,
      columns: [],
      columnsText: input.description,
      encoding: "JIS",
    };
  }
  const query = choice === null ? "" : `?format=${choice}`;
  return {
    accept: ".csv,text/csv",
    extensions: [".csv"],
    ...limits,
    template: `/operations/${kind}/template${query}`,
    columns: input.columns.map(({ name, required }) => ({ name, required })),
    columnsText: input.columnsText,
    encoding: "UTF-8またはShift_JIS",
  };
}
