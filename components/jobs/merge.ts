import { type JobEvent, type JobView, STATUS_LABELS } from "../../jobs/view.ts";

/** A job with an event applied. An end is final and progress never goes back: a late event changes nothing. */
export function applyEvent(job: JobView, event: JobEvent): JobView {
  if (job.id !== event.id || job.status !== "running") return job;
  const done = Math.max(job.progress.done, event.progress.done);
  return {
    ...job,
    status: event.status,
    statusLabel: STATUS_LABELS[event.status],
    message: event.message,
    progress: { done, total: event.progress.total },
  };
}

/** The rows of a page with what the server says of them now; rows keep their places, an end is final. */
export function reconcile(jobs: readonly JobView[], current: readonly JobView[]): JobView[] {
  const byId = new Map(current.map((job) => [job.id, job]));
  return jobs.map((job) => (job.status === "running" ? byId.get(job.id) ?? job : job));
}

/** What to announce: 「{処理名}：{ステータス}しました」 for each row that was running and is not any more. */
export function announcements(before: readonly JobView[], after: readonly JobView[]): string[] {
  const running = new Set(before.filter(isRunning).map((job) => job.id));
  return after.filter((job) => running.has(job.id) && !isRunning(job)).map(announcement);
}

/** True while the job has not ended. */
export function isRunning(job: JobView): boolean {
  return job.status === "running";
}

/** How a job ended, in a sentence behind its name. */
export const ENDINGS = {
  running: "実行中です",
  completed: "完了しました",
  completed_with_errors: "完了しました（エラーあり）",
  failed: "エラーになりました",
  cancelled: "中断しました",
};

function announcement(job: JobView): string {
  return `${job.title}：${ENDINGS[job.status]}`;
}
