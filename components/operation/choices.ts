import type { DialogSpec, UploadSpec } from "../../jobs/service.ts";

/** A choice that a dialog asks for. */
export type Field = DialogSpec["fields"][number];

/** What is chosen: the name of a field → its values; one for a choice of one. */
export type Choices = Readonly<Record<string, readonly string[]>>;

/** The part of a dialog that says what it asks for. */
type Asked = Pick<DialogSpec, "fields" | "upload" | "uploadBy">;

/** What is chosen beforehand: what `given` says where a field knows it, else the first of each choice of one. */
export function choicesOf(fields: readonly Field[], given: Choices = {}): Choices {
  return Object.fromEntries(fields.map(({ type, name, choices }) => {
    const values = choices.map(({ value }) => value);
    const kept = values.filter((value) => given[name]?.includes(value));
    return [name, type === "several" ? kept : (kept.length > 0 ? kept : values).slice(0, 1)];
  }));
}

/** What the fields of a sent form chose. */
export function choicesIn(fields: readonly (readonly [name: string, value: string])[]): Choices {
  const byName = Map.groupBy(fields, ([name]) => name);
  return Object.fromEntries([...byName].map(([name, sent]) => [name, sent.map(([, value]) => value)]));
}

/** The fields that are asked for while `chosen` is chosen: a field hangs on another only while that is asked for. */
export function applying(fields: readonly Field[], chosen: Choices): Field[] {
  const asked: Field[] = [];
  for (const field of fields) {
    const { when } = field;
    const parent = when && asked.find(({ name }) => name === when.field);
    if (!when || (parent && isOneOf(when.is, chosen[parent.name]))) asked.push(field);
  }
  return asked;
}

/** Those of these fields that are asked for and of which nothing is chosen. */
export function unanswered(shown: readonly Field[], fields: readonly Field[], chosen: Choices): Field[] {
  return applying(fields, chosen).filter((field) => shown.includes(field) && !chosen[field.name]?.length);
}

/** What is said while `chosen` is chosen. */
export function notesFor({ notes = [] }: Pick<DialogSpec, "notes">, chosen: Choices): string[] {
  return notes.filter(({ when }) => isOneOf(when.is, chosen[when.field])).flatMap(({ text }) => text);
}

function isOneOf(values: readonly string[], chosen: readonly string[] = []): boolean {
  return chosen.some((value) => values.includes(value));
}

/** The file that is asked for while `chosen` is chosen; null: none. */
export function uploadFor({ upload, uploadBy }: Asked, chosen: Choices): UploadSpec | null {
  return uploadBy ? uploadBy.of[chosen[uploadBy.field]?.[0] ?? ""] ?? null : upload;
}

/** How the choices of a dialog are spread over its steps; what follows them (password, file, start) is on the last. */
export function stepsOf({ fields, upload, uploadBy }: Asked): Field[][] {
  if (fields.length === 0) return [[]];
  if (upload || uploadBy) return [[...fields], []];
  const dependent = fields.some(({ when }) => when);
  return dependent ? [fields.slice(0, 1), fields.slice(1)] : [[...fields]];
}
