import type { DialogSpec, UploadSpec } from "../../jobs/service.ts";

/** A choice of one that a dialog asks for. */
export type Field = DialogSpec["fields"][number];

/** What is chosen: the name of a field → its value. */
export type Choices = Readonly<Record<string, string>>;

/** The part of a dialog that says what it asks for. */
type Asked = Pick<DialogSpec, "fields" | "upload" | "uploadBy">;

/** What is chosen beforehand: what `given` says where a field knows it, else the first of each. */
export function choicesOf(fields: readonly Field[], given: Choices = {}): Choices {
  return Object.fromEntries(fields.map(({ name, choices }) => {
    const kept = choices.find(({ value }) => value === given[name]);
    return [name, (kept ?? choices[0])?.value ?? ""];
  }));
}

/** The fields that are asked for while `chosen` is chosen: a field hangs on another only while that is asked for. */
export function applying(fields: readonly Field[], chosen: Choices): Field[] {
  const asked: Field[] = [];
  for (const field of fields) {
    const { when } = field;
    const parent = when && asked.find(({ name }) => name === when.field);
    if (!when || (parent && when.is.includes(chosen[parent.name] ?? ""))) asked.push(field);
  }
  return asked;
}

/** What is said while `chosen` is chosen. */
export function notesFor({ notes = [] }: Pick<DialogSpec, "notes">, chosen: Choices): string[] {
  return notes.filter(({ when }) => when.is.includes(chosen[when.field] ?? "")).flatMap(({ text }) => text);
}

/** The file that is asked for while `chosen` is chosen; null: none. */
export function uploadFor({ upload, uploadBy }: Asked, chosen: Choices): UploadSpec | null {
  return uploadBy ? uploadBy.of[chosen[uploadBy.field] ?? ""] ?? null : upload;
}

/** How the choices of a dialog are spread over its steps; what follows them (password, file, start) is on the last. */
export function stepsOf({ fields, upload, uploadBy }: Asked): Field[][] {
  if (fields.length === 0) return [[]];
  if (upload || uploadBy) return [[...fields], []];
  const dependent = fields.some(({ when }) => when);
  return dependent ? [fields.slice(0, 1), fields.slice(1)] : [[...fields]];
}
