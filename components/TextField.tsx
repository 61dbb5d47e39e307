import type { ComponentChildren, InputHTMLAttributes } from "preact";
import { CONTROL, Field } from "./Field.tsx";

interface Props {
  name: string;
  label: string;
  id?: string;
  hint?: ComponentChildren;
  error?: string;
  required?: boolean;
  type?: "text" | "email" | "password" | "search" | "date";
  value?: string;
  autocomplete?: string;
  maxLength?: number;
  inputMode?: InputHTMLAttributes<HTMLInputElement>["inputMode"];
}

/** One line of text, or a date. */
export function TextField({ type = "text", value, autocomplete, maxLength, inputMode, ...field }: Props) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          type={type}
          value={value}
          autocomplete={autocomplete}
          maxLength={maxLength}
          inputMode={inputMode}
          class={CONTROL}
        />
      )}
    </Field>
  );
}
