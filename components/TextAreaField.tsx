import type { ComponentChildren } from "preact";
import { CONTROL, Field } from "./Field.tsx";

interface Props {
  name: string;
  label: string;
  id?: string;
  hint?: ComponentChildren;
  error?: string | undefined;
  required?: boolean;
  value?: string;
  rows?: number;
}

/** Several lines of text. */
export function TextAreaField({ value = "", rows = 6, ...field }: Props) {
  return (
    <Field {...field}>
      {(control) => <textarea {...control} rows={rows} class={CONTROL}>{value}</textarea>}
    </Field>
  );
}
