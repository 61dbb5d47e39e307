import type { ComponentChildren } from "preact";
import { CONTROL, Field } from "./Field.tsx";

export interface Option {
  value: string;
  label: string;
}

interface Props {
  name: string;
  label: string;
  id?: string;
  hint?: ComponentChildren;
  error?: string;
  required?: boolean;
  value?: string;
  options: readonly Option[];
}

/** A choice of one; give a first option with an empty value for すべて. */
export function SelectField({ value = "", options, ...field }: Props) {
  return (
    <Field {...field}>
      {(control) => (
        <select {...control} class={CONTROL}>
          {options.map((option) => (
            <option key={option.value} value={option.value} selected={option.value === value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
