import { type JobView, WAITING_MESSAGE } from "../../jobs/view.ts";
import { isRunning } from "./merge.ts";

/** メッセージ of a job; while it runs and its length is known, how far it is, also when it waits again. */
export function JobMessage({ job }: { job: JobView }) {
  const { done, total } = job.progress;
  if (!isRunning(job) || total === null || total === 0) return <>{job.message}</>;
  return (
    <div class="w-full max-w-[18rem]">
      {job.message === WAITING_MESSAGE && <p class="text-sm">{job.message}</p>}
      <p class="text-sm tabular-nums">{count(done)} / {count(total)}</p>
      <progress
        class="mt-1"
        aria-label={`${job.title}の進み具合`}
        max={total}
        value={Math.min(done, total)}
      />
    </div>
  );
}

function count(n: number): string {
  return n.toLocaleString("ja-JP");
}
