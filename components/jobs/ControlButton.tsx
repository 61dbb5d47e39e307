import { useState } from "preact/hooks";
import { Button, LinkButton } from "../Button.tsx";
import type { Refused } from "../refusal.ts";
import { controlAddress, type ControlSpec } from "./control_spec.ts";
import { ControlDialog } from "./ControlDialog.tsx";

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
