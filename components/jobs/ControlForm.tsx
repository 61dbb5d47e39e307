import type { ComponentChildren } from "preact";
import { Button } from "../Button.tsx";
import { NotificationBar } from "../NotificationBar.tsx";
import { controlAddress, type ControlSpec } from "./control_spec.ts";

interface Props {
  job: string;
  spec: ControlSpec;
  /** Idempotency key (ULID). */
  operationKey: string;
  /** What leaves everything as it is. */
  leave: ComponentChildren;
  /** Why it was refused, in a live region of its own. */
  feedback?: ComponentChildren;
  busy?: boolean;
  /** Takes the form over (with JavaScript); absent: it posts by itself. */
  onSubmit?: (form: HTMLFormElement) => void;
}

/** The question before 中断 or 再実行, and the form that does it. */
export function ControlForm({ job, spec, operationKey, leave, feedback, busy = false, onSubmit }: Props) {
  return (
    <form
      method="post"
      action={controlAddress(job, spec)}
      onSubmit={(event) => {
        if (!onSubmit) return;
        event.preventDefault();
        onSubmit(event.currentTarget);
      }}
    >
      {spec.lines.map((line) => <p key={line} class="mb-2">{line}</p>)}
      {spec.warning !== null && (
        <div class="mt-4">
          <NotificationBar tone="warning" live={false}>{spec.warning}</NotificationBar>
        </div>
      )}
      {spec.keyed && <input type="hidden" name="key" value={operationKey} />}
      {feedback}
      <div class="flex flex-wrap justify-end gap-2 mt-6">
        {leave}
        <Button type="submit" look={spec.look} aria-disabled={busy}>{spec.button}</Button>
      </div>
    </form>
  );
}
