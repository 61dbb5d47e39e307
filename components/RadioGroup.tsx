import type { ComponentChildren } from "preact";
import { cls } from "./cls.ts";
import { FieldError } from "./Field.tsx";
import type { Option } from "./SelectField.tsx";

interface Props {
  name: string;
  legend: string;
  /** The legend is read aloud only: a heading above says the same. */
  silent?: boolean;
  hint?: ComponentChildren;
  /** 原因。対処。 of what is wrong with the choice. */
  error?: string | undefined;
  options: readonly Option[];
  /** The value that is chosen; absent: none. */
  value: string | undefined;
  /** One below the other, for long labels. */
  stacked?: boolean;
}

/** A choice of one, as radio buttons. */
export function RadioGroup(props: Props) {
  const { name, legend, silent = false, hint, error, options, value: chosen, stacked = false } = props;
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ");
  return (
    <fieldset
      role="radiogroup"
      aria-describedby={described || undefined}
      aria-invalid={error ? "true" : undefined}
    >
      <legend class={silent ? "sr-only" : "font-bold mb-1"}>{legend}</legend>
      {hint && <div id={`${name}-hint`} class="text-sm text-ink-soft mb-1">{hint}</div>}
      <div class={cls("flex gap-x-6", stacked ? "flex-col gap-y-1" : "flex-wrap")}>
        {options.map(({ value, label }) => (
          <label key={value} class="flex items-center gap-2 min-h-[2.25rem]">
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === chosen}
              class="w-4 h-4 flex-none"
            />
            <span class="[overflow-wrap:anywhere]">{label}</span>
          </label>
        ))}
      </div>
      <FieldError id={`${name}-error`} error={error} />
    </fieldset>
  );
}
