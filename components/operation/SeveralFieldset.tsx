import type { ComponentChildren } from "preact";
import { FieldError, Required } from "../Field.tsx";
import type { Field } from "./choices.ts";

interface Props {
  /** Unique on the page. */
  id: string;
  field: Field;
  /** The values that are ticked. */
  values: readonly string[];
  /** Takes what is ticked (with JavaScript); absent: the browser keeps it. */
  onChoose?: ((values: readonly string[]) => void) | undefined;
  hint?: ComponentChildren;
  error?: string | undefined;
}

/** A choice of one or several, as check boxes. */
export function SeveralFieldset({ id, field, values: ticked, onChoose, hint, error }: Props) {
  const { name, legend, choices } = field;
  const toggle = (value: string) =>
    onChoose?.(ticked.includes(value) ? ticked.filter((one) => one !== value) : [...ticked, value]);
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined}>
      <legend class="inline-flex items-center gap-2 font-bold mb-1">
        {legend}
        <Required />
      </legend>
      {hint && <p class="text-sm text-ink-soft mb-1">{hint}</p>}
      {choices.map(({ value, label }) => (
        <label key={value} class="flex items-center gap-2 min-h-[2.25rem]">
          <input
            type="checkbox"
            name={name}
            value={value}
            checked={ticked.includes(value)}
            onChange={onChoose && (() => toggle(value))}
            aria-invalid={error ? "true" : undefined}
            class="w-4 h-4 flex-none"
          />
          <span class="[overflow-wrap:anywhere]">{label}</span>
        </label>
      ))}
      <FieldError id={`${id}-error`} error={error} />
    </fieldset>
  );
}
