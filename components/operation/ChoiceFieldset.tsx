import type { ComponentChildren } from "preact";
import type { Field } from "./choices.ts";

interface Props {
  field: Field;
  /** The value that is chosen. */
  value: string | undefined;
  /** Takes a choice (with JavaScript); absent: the browser keeps it. */
  onChoose?: (value: string) => void;
  hint?: ComponentChildren;
}

/** A choice of one, as radio buttons. */
export function ChoiceFieldset({ field: { name, legend, choices }, value: chosen, onChoose, hint }: Props) {
  return (
    <fieldset>
      <legend class="font-bold mb-1">{legend}</legend>
      {hint && <p class="text-sm text-ink-soft mb-1">{hint}</p>}
      {choices.map(({ value, label }) => (
        <label key={value} class="flex items-center gap-2 min-h-[2.25rem]">
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === chosen}
            onChange={onChoose && (() => onChoose(value))}
            class="w-4 h-4 flex-none"
          />
          <span class="[overflow-wrap:anywhere]">{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
