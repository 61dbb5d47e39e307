import { useRef } from "preact/hooks";
import type { JobControl } from "../../jobs/service.ts";
import type { JobView } from "../../jobs/view.ts";
import type { Refused } from "../refusal.ts";
import { cancelSpec, rerunSpec } from "./control_spec.ts";
import { ControlButton } from "./ControlButton.tsx";

/** Of a button that is not offered. */
const PLAIN = { confirm: false, password: false };

interface Props {
  job: JobView;
  control: JobControl;
  /** False before the page's scripts run: then the buttons are links to pages that ask. */
  live: boolean;
  /** The job was stopped, or `ended` says that it was faster: the page has to read it again. */
  onStopped: (ended: Refused | null) => Promise<void>;
}

/** ［中断］ and ［同じ内容で再実行］ of one job, as far as this person may do them now. */
export function JobControls({ job, control, live, onStopped }: Props) {
  const group = useRef<HTMLDivElement>(null);
  async function stopped(ended: Refused | null) {
    await onStopped(ended);
    // The button that had the focus is gone with the running job.
    group.current?.focus();
  }
  return (
    <div ref={group} role="group" aria-label="この処理の操作" tabIndex={-1} class="flex flex-wrap gap-2">
      <ControlButton
        job={job.id}
        spec={cancelSpec(job)}
        label="中断"
        offered={control.cancel}
        live={live}
        onDone={() => stopped(null)}
        onEnded={stopped}
      />
      <ControlButton
        job={job.id}
        spec={rerunSpec(job, control.rerun ?? PLAIN)}
        label="同じ内容で再実行"
        offered={control.rerun !== null}
        unavailable={control.rerun?.unavailable}
        live={live}
        onDone={(again) => location.assign(`/background-jobs/${again}?accepted=${again}`)}
      />
    </div>
  );
}
