import type { ComponentChildren } from "preact";
import { Button } from "../Button.tsx";
import { NotificationBar } from "../NotificationBar.tsx";
import { PasswordField } from "../operation/PasswordField.tsx";
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
  /** What is wrong with the password (原因。対処。). */
  passwordError?: string;
  /** Takes the form over (with JavaScript); absent: it posts by itself. */
  onSubmit?: (form: HTMLFormElement) => void;
}

/** The question before 中断 or 再実行, and the form that does it. */
export function ControlForm(props: Props) {
  const { job, spec, operationKey, leave, feedback, busy = false, passwordError, onSubmit } = props;
  return (
    <form
      method="post"
      action={controlAddress(job, spec)}
      noValidate={onSubmit !== undefined}
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
      {spec.password && (
        <div class="mt-4">
          <PasswordField id={`${spec.path}-password`} error={passwordError} />
        </div>
      )}
      {feedback}
      <div class="flex flex-wrap justify-end gap-2 mt-6">
        {leave}
        <Button type="submit" look={spec.look} aria-disabled={busy}>{spec.button}</Button>
      </div>
    </form>
  );
}
