import { Refusal } from "../domain/errors.ts";
import { OWN_DEPARTMENTS, type Range, rangeSchema } from "../domain/range.ts";
import { textOf } from "./forms.ts";

/** A form holds at most this many 部署 or 雇用形態; the range becomes a part of every job that the person starts. */
const MAX_NAMES = 200;

/**
 * 操作できる範囲 out of a form: `range` (all, own, condition), and for a condition `own_department`, `department`,
 * `below` and `employment_type` (repeated). Refuses `bad_request`, and a condition without any (`invalid_field`).
 */
export function readRange(form: FormData): Range {
  const kind = textOf(form, "range");
  const given = kind === "condition"
    ? {
      kind,
      departments: names(form, "department"),
      below: names(form, "below"),
      employmentTypes: names(form, "employment_type"),
      ownDepartment: textOf(form, "own_department") || OWN_DEPARTMENTS[0],
    }
    : { kind };
  const range = rangeSchema.safeParse(given);
  if (!range.success) throw new Refusal("bad_request", { what: "操作できる範囲" });
  if (isEmpty(range.data)) {
    throw new Refusal("invalid_field", {
      field: "操作できる範囲",
      hint: "部署か雇用形態を1つ以上選ぶか、［すべての従業員］を選んでください",
    });
  }
  return range.data;
}

function names(form: FormData, field: string): string[] {
  const given = form.getAll(field).filter((value) => typeof value === "string" && value !== "");
  const unique = [...new Set(given as string[])];
  if (unique.length > MAX_NAMES) throw new Refusal("bad_request", { what: "操作できる範囲" });
  return unique;
}

function isEmpty(range: Range): boolean {
  if (range.kind !== "condition") return false;
  const { departments, below = [], employmentTypes, ownDepartment = "none" } = range;
  return departments.length + below.length + employmentTypes.length === 0 && ownDepartment === "none";
}
