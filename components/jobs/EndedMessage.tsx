import type { JobStatus, JobView } from "../../jobs/view.ts";
import { Button } from "../Button.tsx";
import { NotificationBar } from "../NotificationBar.tsx";
import { ENDINGS } from "./merge.ts";

const TONES = {
  running: "info",
  completed: "success",
  completed_with_errors: "warning",
  failed: "error",
  cancelled: "info",
} as const satisfies Record<JobStatus, string>;

interface Props {
  job: Pick<JobView, "id" | "title" | "status">;
  onClose(): void;
  /** Reads the page again, which shows what was before; null: it shows nothing that the job can have changed. */
  onReload: (() => void) | null;
}

/** Says that a job ended, and leads to it; inside a live region. */
export function EndedMessage({ job, onClose, onReload }: Props) {
  return (
    <NotificationBar tone={TONES[job.status]} live={false}>
      <div class="flex flex-wrap items-center gap-x-4 gap-y-1">
        <p>
          <a href={`/background-jobs/${job.id}`} class="font-bold">{job.title}</a>
          が{ENDINGS[job.status]}
        </p>
        {onReload && <Button onClick={onReload}>画面を再読み込み</Button>}
        <Button look="quiet" aria-label={`${job.title}のお知らせを閉じる`} onClick={onClose}>閉じる</Button>
      </div>
    </NotificationBar>
  );
}
