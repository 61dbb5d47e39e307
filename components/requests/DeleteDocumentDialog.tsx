import { useState } from "preact/hooks";
import { Button } from "../Button.tsx";
import { Dialog } from "../operation/Dialog.tsx";
import { PasswordField } from "../operation/PasswordField.tsx";
import { postForm, textIn } from "../post_form.ts";
import type { Refused } from "../refusal.ts";
import { RefusedMessage } from "../RefusedMessage.tsx";
import { CONFIRM_PASSWORD, DELETE_DOCUMENT, DELETION_EFFECT } from "./texts.ts";
import { usePasswordStep } from "./use_password_step.ts";

interface Props {
  id: string;
  /** The document that goes. */
  name: string;
  /** Where the form is sent; the same address shows it as a page without JavaScript. */
  action: string;
  returnTo: string;
  open: boolean;
  onClose: () => void;
}

/** ［パスワードの確認］, then ［書類を削除する］ (reference/screens.md §4.6). */
export function DeleteDocumentDialog({ id, name, action, returnTo, open, onClose }: Props) {
  // A new round empties the form.
  const [round, setRound] = useState(0);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Refused | null>(null);
  const wrong = problem?.code === "wrong_password" ? problem : null;
  const step = usePasswordStep(id, true, wrong ? wrong.message + wrong.remedy : undefined);

  async function submit(form: HTMLFormElement) {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const sent = await postForm(form, (body) => textIn(body, "location"));
    if (sent.done) return location.assign(sent.value);
    setBusy(false);
    setProblem(sent.problem);
  }

  function close() {
    setProblem(null);
    setRound((former) => former + 1);
    step.reset();
    onClose();
  }

  const { title, button } = step.asking ? CONFIRM_PASSWORD : DELETE_DOCUMENT;
  return (
    <Dialog id={id} title={title} open={open} onClose={close}>
      <form
        key={round}
        method="post"
        action={action}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (step.asking) step.enter(event.currentTarget);
          else submit(event.currentTarget);
        }}
      >
        <input type="hidden" name="return_to" value={returnTo} />
        <p class="font-bold mb-4 [overflow-wrap:anywhere]">{name}</p>
        <div hidden={!step.asking}>
          <PasswordField id={`${id}-password`} error={step.error} />
        </div>
        <p hidden={step.asking}>{DELETION_EFFECT}</p>
        <RefusedMessage problem={wrong ? null : problem} class="mt-4" />
        <p role="status" class="sr-only">{busy && "送信しています"}</p>
        <div class="flex flex-wrap justify-end gap-2 mt-6">
          {!step.asking && <Button aria-disabled={busy} onClick={() => busy || step.back()}>戻る</Button>}
          <Button onClick={close}>キャンセル</Button>
          <Button type="submit" look={step.asking ? "main" : "danger"} aria-disabled={busy}>{button}</Button>
        </div>
      </form>
    </Dialog>
  );
}
