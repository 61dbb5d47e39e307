import { useState } from "preact/hooks";
import { ulid } from "ulid";
import { Button } from "../Button.tsx";
import { checkForm, sentence } from "../operation/check_form.ts";
import { Dialog } from "../operation/Dialog.tsx";
import type { Refused } from "../refusal.ts";
import { RefusedMessage } from "../RefusedMessage.tsx";
import type { ControlSpec } from "./control_spec.ts";
import { ControlForm } from "./ControlForm.tsx";
import { type Posted, postForm, textIn } from "../post_form.ts";

interface Props {
  job: string;
  spec: ControlSpec;
  open: boolean;
  onClose: () => void;
  /** @param job the job that the server answered with */
  onDone: (job: string) => void;
  /** The job had ended before; without it such a refusal is shown like any other. */
  onEnded?: (problem: Refused) => void;
}

/** The question before something is done with a job; it stays open until the server has done it. */
export function ControlDialog({ job, spec, open, onClose, onDone, onEnded }: Props) {
  // One key as long as the page stands: pressing again after a lost answer is the same job.
  const [key] = useState(() => ulid());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Refused | null>(null);
  const [passwordError, setPasswordError] = useState<string>();
  // A new round empties the form: no password stays behind in a closed dialog.
  const [round, setRound] = useState(0);

  async function submit(form: HTMLFormElement) {
    if (busy) return;
    const password = passwordIn(form);
    const wrong = checkForm({ password, file: null, upload: null }).password;
    setProblem(null);
    setPasswordError(wrong);
    if (wrong) return password?.focus();
    setBusy(true);
    // Sending a lost one again is safe: it carries its key.
    const answer = await postForm(form, (body) => textIn(body, "id"));
    setBusy(false);
    settle(answer, password);
  }

  function settle(answer: Posted<string>, password: HTMLInputElement | null) {
    if (answer.done) {
      close();
      onDone(answer.value);
    } else if (onEnded && answer.problem.code === "job_ended") {
      close();
      onEnded(answer.problem);
    } else if (answer.problem.code === "wrong_password") {
      setPasswordError(sentence("wrong_password"));
      password?.focus();
      password?.select();
    } else setProblem(answer.problem);
  }

  function close() {
    setProblem(null);
    setPasswordError(undefined);
    setRound((former) => former + 1);
    onClose();
  }

  return (
    <Dialog id={`${spec.path}-dialog`} title={spec.title} open={open} onClose={close}>
      <ControlForm
        key={round}
        job={job}
        spec={spec}
        operationKey={key}
        busy={busy}
        passwordError={passwordError}
        onSubmit={submit}
        leave={<Button onClick={close}>{spec.leave}</Button>}
        feedback={
          <>
            <RefusedMessage problem={problem} class="mt-4" />
            <p role="status" class="sr-only">{busy && "送信しています"}</p>
          </>
        }
      />
    </Dialog>
  );
}

function passwordIn(form: HTMLFormElement): HTMLInputElement | null {
  const field = form.elements.namedItem("password");
  return field instanceof HTMLInputElement ? field : null;
}
