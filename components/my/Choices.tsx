import { FieldError, Required } from "../Field.tsx";
import type { ControlView } from "../../domain/answering/fields/view.ts";
import type { Filled } from "./ControlField.tsx";

interface Props extends Filled {
  view: ControlView;
  /** Which way a choice opens, from 1; 0: none. Marks the radio for static/styles.css (`.branch`). */
  wayOf?: (value: string) => number;
}

/** Radio buttons, or boxes to tick. */
export function Choices({ view, texts, errors, wayOf = () => 0 }: Props) {
  const { name, label, control, required, note } = view;
  if (control.kind !== "radio" && control.kind !== "ticks") return null;
  const error = errors.get(name);
  const described = [note && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ");
  const chosen = texts.get(name) ?? [];
  return (
    <fieldset
      id={name}
      tabIndex={-1}
      role={control.kind === "radio" ? "radiogroup" : "group"}
      aria-describedby={described || undefined}
      aria-invalid={control.kind === "radio" && error ? "true" : undefined}
      aria-required={control.kind === "radio" && required ? "true" : undefined}
    >
      {label !== "" && (
        <legend class="font-bold mb-1">
          <span class="inline-flex items-center gap-2">
            {label}
            {required && <Required />}
          </span>
        </legend>
      )}
      {note && <div id={`${name}-hint`} class="text-sm text-ink-soft mb-1">{note}</div>}
      <div class="grid gap-1">
        {control.options.map((option) => (
          <label key={option.value} class="flex items-start gap-2 min-h-[2.75rem] py-2">
            <input
              type={control.kind === "radio" ? "radio" : "checkbox"}
              name={name}
              value={option.value}
              checked={chosen.includes(option.value)}
              data-way={wayOf(option.value) || undefined}
              class="w-5 h-5 mt-1 flex-none"
            />
            <span class="min-w-0 [overflow-wrap:anywhere]">{option.label}</span>
          </label>
        ))}
      </div>
      <FieldError id={`${name}-error`} error={error} />
    </fieldset>
  );
}
