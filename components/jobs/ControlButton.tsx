import { useState } from "preact/hooks";
import { ulid } from "ulid";
import { Button, LinkButton } from "../Button.tsx";
import { Dialog } from "../operation/Dialog.tsx";
import type { Refused } from "../refusal.ts";
import { RefusedMessage } from "../RefusedMessage.tsx";
import { controlAddress, type ControlSpec } from "./control_spec.ts";
import { ControlForm } from "./ControlForm.tsx";
import { sendControl } from "./send_control.ts";

interface Props {
  job: string;
  spec: ControlSpec;
  label: string;
  offered: boolean;
  /** Why it cannot be done now although it is offered. */
  unavailable?: string | null;
  live: boolean;
  /** @param job the job that the server answered with */
  onDone: (job: string) => void;
  /** The job had ended before; without it such a refusal is shown in the dialog like any other. */
  onEnded?: (problem: Refused) => void;
}

/** A button that asks before it does something with a job. Before the scripts run it is a link to a page that asks. */
export function ControlButton({ job, spec, label, offered, unavailable, live, onDone, onEnded }: Props) {
  const [open, setOpen] = useState(false);
  // An open question stays, also when the job ends meanwhile: the answer to it says so.
  if (!offered && !open) return null;
  if (unavailable) return <Unavailable id={`${spec.path}-reason`} label={label} reason={unavailable} />;
  if (!live) return <LinkButton href={controlAddress(job, spec)}>{label}</LinkButton>;
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>{label}</Button>
      <ControlDialog {...{ job, spec, open, onDone, onEnded }} onClose={() => setOpen(false)} />
    </>
  );
}

function Unavailable({ id, label, reason }: { id: string; label: string; reason: string }) {
  return (
    <div class="max-w-[20rem]">
      <Button aria-disabled="true" aria-describedby={id}>{label}</Button>
      <p id={id} class="mt-1 text-sm text-ink-soft">{reason}</p>
    </div>
  );
}

type DialogProps = Pick<Props, "job" | "spec" | "onDone" | "onEnded"> & {
  open: boolean;
  onClose: () => void;
};

function ControlDialog({ job, spec, open, onClose, onDone, onEnded }: DialogProps) {
  // One key as long as the page stands: pressing again after a lost answer is the same job.
  const [key] = useState(() => ulid());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Refused | null>(null);

  async function submit(form: HTMLFormElement) {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const answer = await sendControl(form);
    setBusy(false);
    if (answer.done) {
      onClose();
      onDone(answer.job);
    } else if (onEnded && answer.problem.code === "job_ended") {
      onClose();
      onEnded(answer.problem);
    } else setProblem(answer.problem);
  }

  function close() {
    setProblem(null);
    onClose();
  }

  return (
    <Dialog id={`${spec.path}-dialog`} title={spec.title} open={open} onClose={close}>
      <ControlForm
        job={job}
        spec={spec}
        operationKey={key}
        busy={busy}
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
