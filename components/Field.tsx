import type { ComponentChildren } from "preact";
import { cls } from "./cls.ts";
import { Icon } from "./Icon.tsx";

/** What a control inside a Field must carry to be tied to its label, hint and error. */
export interface ControlProps {
  id: string;
  name: string;
  "aria-describedby": string | undefined;
  "aria-invalid": "true" | undefined;
  required: boolean;
}

/** Classes of every text-like control. */
export const CONTROL = cls(
  "block w-full min-h-[2.75rem] px-3 py-2 bg-surface text-ink border border-edge rounded-control",
  "aria-[invalid=true]:border-danger aria-[invalid=true]:border-2",
);

interface Props {
  name: string;
  label: string;
  /** Unique on the page; the name unless given. */
  id?: string;
  hint?: ComponentChildren;
  /** 原因。対処。 of what is wrong with the value. */
  error?: string | undefined;
  required?: boolean;
  children: (control: ControlProps) => ComponentChildren;
}

/** A labelled control with hint and error, tied together for screen readers. */
export function Field({ name, label, id = name, hint, error, required = false, children }: Props) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div>
      <label for={id} class="inline-flex items-center gap-2 font-bold mb-1">
        {label}
        {required && <Required />}
      </label>
      {hint && <div id={`${id}-hint`} class="text-sm text-ink-soft mb-2">{hint}</div>}
      {children({
        id,
        name,
        required,
        "aria-describedby": described || undefined,
        "aria-invalid": error ? "true" : undefined,
      })}
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}

/** The mark of a field that must be filled. */
export function Required() {
  return (
    <span class="flex-none text-xs font-bold text-danger border border-danger rounded-control px-1 whitespace-nowrap">
      必須
    </span>
  );
}

/** The error of one field; its `id` is named by the control's `aria-describedby`. */
export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <p id={id} class="flex items-start gap-1 mt-1 text-sm text-danger">
      <span class="mt-1">
        <Icon name="error" class="w-4 h-4" />
      </span>
      <span>{error}</span>
    </p>
  );
}
