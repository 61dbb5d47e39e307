import { FILTER_FIELDS, isWhollyRead } from "../domain/member_filter.ts";
import { Refusal } from "../domain/errors.ts";
import type { ChoiceField, Operation, OptionField, SeveralField } from "./operation.ts";
import type { Submission } from "./service.ts";

/** An operation's own fields as the job keeps them. */
export type Options = Record<string, string | string[]>;

/** The most ticked rows that a form may name (design §4.3). */
export const MAX_IDS = 1_000;

/** What an id looks like; anything else is no id of ours. */
const ID = /^[\w-]{1,64}$/;

/** Fields of a page's filter, and 依頼グループ as 対象従業員設定 filters by it. */
export const SELECTION_FIELDS = [...Object.values(FILTER_FIELDS), "in_group"] as const;

/**
 * The options that a form asks for, checked against what the operation declares: every choice that applies and none
 * else, and the chosen people. Refuses `bad_request` naming the field.
 */
export function optionsOf(
  { fields = [], selection }: Pick<Operation, "fields" | "selection">,
  submitted: Submission["fields"],
): Options {
  const options: Options = {};
  for (const field of fields) {
    if (!applies(field, options)) continue;
    const values = valuesOf(submitted, field.name);
    options[field.name] = field.type === "several" ? severalOf(field, values) : oneOf(field, values);
  }
  return selection ? { ...options, ...selectionOf(submitted) } : options;
}

/** The value of a choice of one. */
function oneOf(
  { choices, absent, legend }: ChoiceField,
  [value = absent, ...more]: readonly string[],
): string {
  const known = choices.some((choice) => choice.value === value);
  if (value === undefined || !known || more.length > 0) throw new Refusal("bad_request", { what: legend });
  return value;
}

/** The values of a choice of several, in the order of the dialog. */
function severalOf({ choices, legend }: SeveralField, values: readonly string[]): string[] {
  if (values.length === 0) throw new Refusal("nothing_chosen", { what: legend });
  const known = choices.map(({ value }) => value);
  if (!values.every((value) => known.includes(value))) throw new Refusal("bad_request", { what: legend });
  return known.filter((value) => values.includes(value));
}

/** True when these stored options answer every choice that the operation asks for now, with one that it knows. */
export function answersAll(fields: readonly OptionField[], options: Readonly<Options>): boolean {
  return fields.filter((field) => applies(field, options)).every((field) => {
    const known = field.choices.map(({ value }) => value);
    const stored = options[field.name];
    if (field.type === "several") {
      return Array.isArray(stored) && stored.length > 0 && stored.every((value) => known.includes(value));
    }
    const value = stored ?? field.absent;
    return typeof value === "string" && known.includes(value);
  });
}

function applies({ when }: OptionField, options: Readonly<Options>): boolean {
  return !when || when.is.some((value) => value === options[when.field]);
}

/** Ticked ids, or everybody that the page's filter lets pass. */
function selectionOf(submitted: Submission["fields"]): Options {
  const ids = [...new Set(valuesOf(submitted, "ids"))];
  if (valuesOf(submitted, "all").join() === "1") {
    const kept = SELECTION_FIELDS.map((name) => [name, valuesOf(submitted, name)] as const);
    if (!valuesOf(submitted, "in_group").every((id) => id === "" || ID.test(id))) {
      throw new Refusal("bad_request", { what: "依頼グループ" });
    }
    const options = { all: "1", ...Object.fromEntries(kept.filter(([, values]) => values.length > 0)) };
    if (!isWhollyRead(fieldsOf(options))) throw new Refusal("bad_request", { what: "絞り込みの条件" });
    return options;
  }
  if (ids.length === 0 || ids.length > MAX_IDS || !ids.every((id) => ID.test(id))) {
    throw new Refusal("bad_request", { what: "選択した行" });
  }
  return { ids };
}

function valuesOf(submitted: Submission["fields"], name: string): string[] {
  return submitted.filter((field) => field[0] === name).map((field) => field[1]);
}

/** The options of a selection as the fields of a form, for domain/member_filter.ts. */
export function fieldsOf(
  options: Readonly<Options>,
): { get(name: string): unknown; getAll(name: string): unknown[] } {
  const all = (name: string) => [options[name] ?? []].flat();
  return { get: (name) => all(name)[0] ?? null, getAll: all };
}
