import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Button, type ButtonLook } from "../Button.tsx";
import { Dialog } from "../operation/Dialog.tsx";
import type { Refused } from "../refusal.ts";
import { RefusedMessage } from "../RefusedMessage.tsx";
import { postForm, textIn } from "../post_form.ts";

interface Props {
  id: string;
  title: string;
  open: boolean;
  onClose: () => void;
  /** Where the form is sent; the same address shows it as a page without JavaScript. */
  action: string;
  /** Where the person comes back to. */
  returnTo: string;
  /** The words on the main button. */
  button: string;
  look?: ButtonLook;
  /** The fields. `error`: what is wrong with the one that the person fills in. */
  children: (error: string | undefined) => ComponentChildren;
  /** Codes of refusals that are about that field. */
  fieldErrors?: string;
}

/** A dialog with a small form that is carried out at once; the next page says what was done. */
export function FormDialog(props: Props) {
  const { id, title, open, action, returnTo, button, look = "main", children, fieldErrors } = props;
  // A new round empties the form.
  const [round, setRound] = useState(0);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Refused | null>(null);
  const atField = problem !== null && fieldErrors !== undefined && problem.code.startsWith(fieldErrors);

  async function submit(form: HTMLFormElement) {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const sent = await postForm(form, (body) => textIn(body, "location"));
    if (sent.done) return location.assign(sent.value);
    setBusy(false);
    setProblem(sent.problem);
    form.querySelector<HTMLElement>("input:not([type=hidden]), textarea")?.focus();
  }

  function close() {
    setProblem(null);
    setRound((former) => former + 1);
    props.onClose();
  }

  return (
    <Dialog id={id} title={title} open={open} onClose={close}>
      <form
        key={round}
        method="post"
        action={action}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit(event.currentTarget);
        }}
      >
        <input type="hidden" name="return_to" value={returnTo} />
        {children(atField ? problem.message + problem.remedy : undefined)}
        <RefusedMessage problem={atField ? null : problem} class="mt-4" />
        <p role="status" class="sr-only">{busy && "送信しています"}</p>
        <div class="flex flex-wrap justify-end gap-2 mt-6">
          <Button onClick={close}>キャンセル</Button>
          <Button type="submit" look={look} aria-disabled={busy}>{button}</Button>
        </div>
      </form>
    </Dialog>
  );
}
