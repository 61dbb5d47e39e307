import { jobKeys } from "../../kv/keys.ts";
import { readMany } from "../../kv/read.ts";
import { shownAs } from "../../domain/user.ts";
import { runningMessage } from "../messages.ts";
import { type JobView, STATUS_LABELS } from "../view.ts";
import { type JobRecord, type Progress, type RunRecord, runSchema, storedProgressSchema } from "./records.ts";

/** Completes job records with what only running ones need: who has them and how far they are. */
export async function viewsOf(kv: Deno.Kv, tenant: string, jobs: JobRecord[]): Promise<JobView[]> {
  const running = jobs.filter((job) => job.status === "running");
  const [runs, progresses] = await Promise.all([
    readMany(kv, running.map((job) => jobKeys.run(tenant, job.id)), runSchema),
    readMany(kv, running.map((job) => jobKeys.progress(tenant, job.id)), storedProgressSchema),
  ]);
  const present = new Map(
    running.map((
      job,
      i,
    ) => [job.id, { run: runs[i]?.value ?? null, progress: progresses[i]?.value ?? null }]),
  );
  return jobs.map((job) => {
    const now = present.get(job.id);
    return now ? runningView(job, now.run, now.progress) : view(job);
  });
}

function runningView(job: JobRecord, run: RunRecord | null, stored: Progress | null): JobView {
  const progress = stored ? { done: stored.done, total: stored.total } : job.progress;
  const claimed = run?.owner !== null && run !== null;
  return {
    ...view(job),
    message: runningMessage(claimed, progress),
    startedAt: iso(run?.startedAt ?? null),
    progress,
  };
}

function view(job: JobRecord): JobView {
  return {
    id: job.id,
    kind: job.kind,
    title: job.title,
    status: job.status,
    statusLabel: STATUS_LABELS[job.status],
    message: job.message,
    group: job.group,
    actor: shownAs(job.actor),
    acceptedAt: new Date(job.acceptedAt).toISOString(),
    startedAt: iso(job.startedAt),
    finishedAt: iso(job.finishedAt),
    progress: job.progress,
  };
}

function iso(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}
