import { useState } from "preact/hooks";
import type { MenuItem } from "../../jobs/service.ts";
import { Button } from "../Button.tsx";
import type { FormField } from "../members/selection_fields.ts";
import { choicesOf } from "../operation/choices.ts";
import { Dialog } from "../operation/Dialog.tsx";
import { Feedback } from "../operation/Feedback.tsx";
import { OperationFields } from "../operation/OperationFields.tsx";
import { OptionFieldset } from "../operation/OptionFieldset.tsx";
import { PasswordField } from "../operation/PasswordField.tsx";
import { useOperation } from "../operation/use_operation.ts";
import { useForecasts } from "./use_forecasts.ts";
import { usePasswordStep } from "./use_password_step.ts";

interface Props {
  item: MenuItem;
  group: string;
  /** The chosen 依頼, as fields. */
  chosen: readonly FormField[];
  returnTo: string;
  open: boolean;
  onClose: () => void;
  /** The server took it; called when the dialog has closed. */
  onAccepted: () => void;
}

/**
 * The dialog of an operation on chosen 依頼: the password where it is needed, then how many of them it would change and
 * why not the others, and only then the button that starts it (reference/screens.md §7.2).
 */
export function ActDialog({ item, group, chosen, returnTo, open, onClose, onAccepted }: Props) {
  // A new round empties the form.
  const [round, setRound] = useState(0);
  const { kind, dialog: { title, description, button, fields, password, destroys } } = item;
  const id = `act-${kind}`;
  const [choices, setChoices] = useState(() => choicesOf(fields));
  const leave = () => {
    setRound((former) => former + 1);
    setChoices(choicesOf(fields));
    step.reset();
    onClose();
  };
  const { sending, key, submit, reset } = useOperation(() => {
    leave();
    onAccepted();
  });
  const step = usePasswordStep(id, password, sending.errors.password);
  const forecast = useForecasts(kind, group, chosen, open);
  const busy = sending.progress !== null;
  const close = () => {
    reset();
    leave();
  };
  return (
    <Dialog id={id} title={step.asking ? "パスワードの確認" : title} open={open} onClose={close}>
      <form
        key={round}
        method="post"
        action="/background-jobs"
        encType="multipart/form-data"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (step.asking) step.enter(event.currentTarget);
          else submit(event.currentTarget, null);
        }}
      >
        <OperationFields item={item} group={group} operationKey={key} returnTo={returnTo} extra={chosen} />
        {password && (
          <div hidden={!step.asking}>
            <PasswordField id={`${id}-password`} error={step.error} />
          </div>
        )}
        <div hidden={step.asking}>
          {description.map((text) => <p key={text} class="mb-2">{text}</p>)}
          {fields.map((field) => (
            <div key={field.name} class="my-4">
              <OptionFieldset
                id={`${id}-${field.name}`}
                field={field}
                values={choices[field.name] ?? []}
                onChoose={(values) => setChoices({ ...choices, [field.name]: values })}
              />
            </div>
          ))}
          <div role="status" class="mt-4">
            {forecast(Object.values(choices)[0]?.[0] ?? "").map((text, i) => (
              <p key={text} class={i === 0 ? "font-bold mb-2" : "mb-2"}>{text}</p>
            ))}
          </div>
        </div>
        <Feedback sending={sending} />
        <div class="flex flex-wrap justify-end gap-2 mt-6">
          {password && !step.asking && (
            <Button aria-disabled={busy} onClick={() => busy || step.back()}>戻る</Button>
          )}
          <Button onClick={close}>キャンセル</Button>
          <Button type="submit" look={destroys && !step.asking ? "danger" : "main"} aria-disabled={busy}>
            {step.asking ? "確認する" : button}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
