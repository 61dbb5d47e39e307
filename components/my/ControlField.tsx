import type { Texts } from "../../domain/answering/fields/fields.ts";
import type { ControlView } from "../../domain/answering/fields/view.ts";
import { CONTROL, Field } from "../Field.tsx";
import { SelectField } from "../SelectField.tsx";
import { TextField } from "../TextField.tsx";
import { Choices } from "./Choices.tsx";

/** What every control of a form needs to be drawn. */
export interface Filled {
  texts: Texts;
  /** 原因。対処。 by name. */
  errors: ReadonlyMap<string, string>;
}

/** One answer with its label, note and error. */
export function ControlField({ view, texts, errors }: Filled & { view: ControlView }) {
  const { name, label, control, required, note } = view;
  const field = { name, label, required, hint: note, error: errors.get(name) };
  const value = texts.get(name)?.[0] ?? "";
  switch (control.kind) {
    case "text":
      return <TextField {...field} value={value} maxLength={control.max} />;
    case "date":
      return <TextField {...field} type="date" value={value} />;
    case "number":
      return <NumberField {...field} value={value} unit={control.unit} />;
    case "select":
      return <SelectField {...field} value={value} options={control.options} />;
    default:
      return <Choices view={view} texts={texts} errors={errors} />;
  }
}

interface NumberProps {
  name: string;
  label: string;
  required: boolean;
  hint: string | undefined;
  error: string | undefined;
  value: string;
  unit: string;
}

/** An amount or a measure, with its unit behind it. */
function NumberField({ value, unit, label, ...field }: NumberProps) {
  return (
    <Field {...field} label={`${label}（${unit}）`}>
      {(control) => <input {...control} type="text" inputMode="decimal" value={value} class={CONTROL} />}
    </Field>
  );
}
