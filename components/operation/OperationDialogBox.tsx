import { useState } from "preact/hooks";
import type { MenuItem } from "../../jobs/service.ts";
import { Button } from "../Button.tsx";
import { Afterwards } from "./Afterwards.tsx";
import { Dialog } from "./Dialog.tsx";
import { Feedback } from "./Feedback.tsx";
import { OperationFields } from "./OperationFields.tsx";
import { StepFields } from "./StepFields.tsx";
import { stepsOf, unanswered, uploadFor } from "./choices.ts";
import { useOperation } from "./use_operation.ts";
import { useSteps } from "./use_steps.ts";

interface Props {
  item: MenuItem;
  group: string | null;
  returnTo: string;
  /** Fields of the page that the operation works on, such as the chosen people. */
  extra?: readonly (readonly [name: string, value: string])[];
  open: boolean;
  onClose: () => void;
}

/** The dialog of one operation: says what will happen, asks for what it needs, sends, shows what was refused. */
export function OperationDialogBox({ item, group, returnTo, extra, open, onClose }: Props) {
  // A new round empties the form: the file of the last one is not sent again by accident.
  const [round, setRound] = useState(0);
  const { dialog } = item;
  const id = `operation-${item.kind}-${group ?? "all"}`;
  const steps = useSteps(dialog, `${id}-title`);
  const leave = () => {
    setRound((former) => former + 1);
    steps.reset();
    onClose();
  };
  const { sending, key, submit, reset } = useOperation(leave);
  const close = () => {
    reset();
    leave();
  };
  /** What is being sent is not changed any more; what was wrong may not be wrong after another choice. */
  const back = () => {
    if (sending.progress !== null) return;
    reset();
    steps.go(-1);
  };
  return (
    <Dialog id={id} title={steps.title} open={open} onClose={close}>
      <form
        key={round}
        method="post"
        action="/background-jobs"
        encType="multipart/form-data"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const shown = stepsOf(dialog)[steps.step] ?? [];
          const missing = unanswered(shown, dialog.fields, steps.chosen);
          if (!steps.last && missing.length === 0) return steps.go(1);
          submit(event.currentTarget, uploadFor(dialog, steps.chosen), missing);
        }}
      >
        <div hidden={steps.step > 0}>
          {dialog.description.map((text) => <p key={text} class="mb-2">{text}</p>)}
        </div>
        <OperationFields item={item} group={group} operationKey={key} returnTo={returnTo} extra={extra} />
        <StepFields id={id} dialog={dialog} steps={steps} errors={sending.errors} />
        {steps.last && <Afterwards item={item} />}
        <Feedback sending={sending} />
        <div class="flex flex-wrap justify-end gap-2 mt-6">
          {steps.step > 0 && (
            <Button
              aria-disabled={sending.progress !== null}
              onClick={back}
            >
              戻る
            </Button>
          )}
          <Button onClick={close}>キャンセル</Button>
          <Button
            type="submit"
            look={dialog.destroys && steps.last ? "danger" : "main"}
            aria-disabled={sending.progress !== null}
          >
            {steps.last ? dialog.button : "次へ"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
