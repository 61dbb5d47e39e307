import type { DialogSpec, UploadSpec } from "../../jobs/service.ts";
import type { Choices, Field } from "./choices.ts";
import { DialogLinks } from "./DialogLinks.tsx";
import { FilePicker } from "./FilePicker.tsx";
import { OptionFieldset } from "./OptionFieldset.tsx";
import { PasswordField } from "./PasswordField.tsx";
import { UploadGuide } from "./UploadGuide.tsx";

interface Props {
  dialog: DialogSpec;
  chosen: Choices;
  passwordError: string | undefined;
}

/** Everything that an operation can ask for, at once: what a choice rules out is not read. The file is the last. */
export function PlainFields({ dialog, chosen, passwordError }: Props) {
  const { fields, notes = [], password, links } = dialog;
  const guides = guidesOf(dialog);
  return (
    <div class="grid gap-4 mt-4 empty:hidden">
      {fields.map((field) => (
        <OptionFieldset
          key={field.name}
          id={`operation-${field.name}`}
          field={field}
          values={chosen[field.name] ?? []}
          hint={conditionOf(field, fields)}
        />
      ))}
      {notes.map(({ when, text }) => (
        <section key={when.is.join()}>
          <p class="text-sm text-ink-soft mb-1">{sayWhen(when, fields)}</p>
          {text.map((one) => <p key={one} class="mb-1">{one}</p>)}
        </section>
      ))}
      {password && <PasswordField id="operation-password" error={passwordError} />}
      <DialogLinks links={links} />
      {guides.map(({ condition, upload }) => (
        <section key={condition}>
          {condition !== null && <h2 class="text-base font-bold mb-1">{condition}</h2>}
          <UploadGuide upload={upload} />
        </section>
      ))}
      {guides.length > 0 && (
        <FilePicker
          id="operation-file"
          upload={anyOf(guides.map(({ upload }) => upload))}
          error={undefined}
        />
      )}
    </div>
  );
}

/** What a file must look like, for each choice that asks for one. */
function guidesOf(
  { fields, upload, uploadBy }: DialogSpec,
): { condition: string | null; upload: UploadSpec }[] {
  if (upload) return [{ condition: null, upload }];
  return Object.entries(uploadBy?.of ?? {}).map(([value, upload]) => ({
    condition: sayWhen({ field: uploadBy!.field, is: [value] }, fields),
    upload,
  }));
}

function conditionOf({ when }: Field, fields: readonly Field[]): string | null {
  return when ? sayWhen(when, fields) : null;
}

/** 「ダウンロード形式」が「汎用データ形式」の場合 */
function sayWhen({ field, is }: NonNullable<Field["when"]>, fields: readonly Field[]): string {
  const parent = fields.find(({ name }) => name === field);
  const labels = is.map((value) => parent?.choices.find((choice) => choice.value === value)?.label ?? value);
  return `「${parent?.legend ?? field}」が${labels.map((label) => `「${label}」`).join("")}の場合`;
}

/** One file input for all of them. */
function anyOf(uploads: readonly UploadSpec[]): Pick<UploadSpec, "accept" | "extensions"> {
  return {
    accept: [...new Set(uploads.map(({ accept }) => accept))].join(","),
    extensions: [...new Set(uploads.flatMap(({ extensions }) => extensions))],
  };
}
