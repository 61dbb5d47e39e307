import type { DialogSpec } from "../../jobs/service.ts";
import { applying, type Field, notesFor, stepsOf, uploadFor } from "./choices.ts";
import type { FieldErrors } from "./check_form.ts";
import { DialogLinks } from "./DialogLinks.tsx";
import { FilePicker } from "./FilePicker.tsx";
import { OptionFieldset } from "./OptionFieldset.tsx";
import { PasswordField } from "./PasswordField.tsx";
import { UploadGuide } from "./UploadGuide.tsx";
import type { Steps } from "./use_steps.ts";

interface Props {
  /** Unique on the page; ids of the fields begin with it. */
  id: string;
  dialog: DialogSpec;
  steps: Steps;
  errors: FieldErrors;
}

/**
 * What a dialog asks for. The steps that are not shown stay in the form, hidden: they are sent with it. The file is
 * the last field.
 */
export function StepFields({ id, dialog, steps, errors }: Props) {
  const asked = applying(dialog.fields, steps.chosen);
  const upload = uploadFor(dialog, steps.chosen);
  return (
    <>
      {stepsOf(dialog).map((fields, step) => (
        <div key={step} hidden={step !== steps.step} class="grid gap-4 mt-4 empty:hidden">
          {fields.filter((field) =>
            asked.includes(field)
          ).map((field) =>
            option(field, steps, `${id}-${field.name}`, errors.options?.[field.name])
          )}
        </div>
      ))}
      <div hidden={!steps.last} class="grid gap-4 mt-4 empty:hidden">
        {notesFor(dialog, steps.chosen).map((text) => <p key={text}>{text}</p>)}
        {dialog.password && <PasswordField id={`${id}-password`} error={errors.password} />}
        <DialogLinks links={dialog.links} />
        {upload && <UploadGuide upload={upload} />}
        {/* Another format asks for another file. */}
        {upload && (
          <FilePicker
            key={dialog.uploadBy && steps.chosen[dialog.uploadBy.field]?.[0]}
            id={`${id}-file`}
            upload={upload}
            error={errors.file}
          />
        )}
      </div>
    </>
  );
}

function option(field: Field, { chosen, choose }: Steps, id: string, error: string | undefined) {
  const { name } = field;
  return (
    <OptionFieldset
      key={name}
      id={id}
      field={field}
      values={chosen[name] ?? []}
      onChoose={(values) => choose(name, values)}
      error={error}
    />
  );
}
