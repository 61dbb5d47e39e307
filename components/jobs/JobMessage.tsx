import type { JobView } from "../../jobs/view.ts";
import { isRunning } from "./merge.ts";

/** メッセージ of a job: while it runs, how far it is. */
export function JobMessage({ job }: { job: JobView }) {
  if (!isRunning(job)) return <>{job.message}</>;
  const { done, total } = job.progress;
  const count = (n: number) => n.toLocaleString("ja-JP");
  return (
    <div class="w-full max-w-[18rem]">
      <p class="text-sm tabular-nums">
        {total === null ? waiting(job) : `${count(done)} / ${count(total)}`}
      </p>
      {total !== null && total > 0 && (
        <progress aria-label={`${job.title}の進み具合`} max={total} value={Math.min(done, total)} />
      )}
      {job.message !== "" && <p class="text-sm text-ink-soft">{job.message}</p>}
    </div>
  );
}

function waiting({ startedAt, progress }: JobView): string {
  if (progress.done > 0) return `${progress.done.toLocaleString("ja-JP")}件を処理しました`;
  return startedAt === null ? "順番を待っています" : "準備しています";
}
