import { useEffect, useRef, useState } from "preact/hooks";
import { AttachmentItem } from "../components/jobs/AttachmentItem.tsx";
import { fromJson, type JobDetailJson } from "../components/jobs/detail_json.ts";
import { JobDetailView } from "../components/jobs/JobDetailView.tsx";
import { follow } from "../components/jobs/live.ts";
import { announcements, applyEvent, isRunning } from "../components/jobs/merge.ts";
import { readJson } from "../components/jobs/read_json.ts";
import { attachmentAddress, claimAttachment } from "../components/jobs/take_attachment.ts";
import { useServerClock } from "../components/jobs/use_server_clock.ts";
import { NotificationBar } from "../components/NotificationBar.tsx";
import type { JobDetail } from "../jobs/service.ts";

interface Props {
  detail: JobDetail;
  /** The server's time, ms since the epoch. */
  now: number;
  /** The name by which this person stands in `claimedBy`. */
  viewer: string;
  /** How long a claimed file can be fetched again. */
  graceMs: number;
}

/** The page of one job: moves while it runs, reads the result when it ends, counts one's own download down. */
export function JobDetailLive({ detail: first, now: start, viewer, graceMs }: Props) {
  const [detail, setDetail] = useState(first);
  const [spoken, setSpoken] = useState("");
  const [refused, setRefused] = useState<{ message: string; remedy: string } | null>(null);
  const [hydrated, setHydrated] = useState(false);
  const current = useRef(first);
  const { job } = detail;
  const claimed = detail.result?.attachments.some((file) => file.state === "claimed") ?? false;
  const now = useServerClock(start, claimed ? 1000 : null);

  function take(next: JobDetail) {
    // An answer that was under way while the job ended is late.
    if (!isRunning(current.current.job) && isRunning(next.job)) return;
    const [end] = announcements([current.current.job], [next.job]);
    current.current = next;
    setDetail(next);
    if (end) setSpoken(end);
  }

  async function refresh() {
    const json = await readJson<JobDetailJson>(`/background-jobs/${job.id}`);
    if (json) take(fromJson(json));
  }

  useEffect(() => setHydrated(true), []);
  useEffect(() => {
    if (!isRunning(job)) return;
    return follow("/background-jobs/events", {
      onEvent: (event) => {
        if (event.id !== job.id) return;
        // The end brings details, errors and files with it, which no event carries.
        if (event.status !== "running") return void refresh();
        take({ ...current.current, job: applyEvent(current.current.job, event) });
      },
      onOpen: refresh,
    });
  }, [job.id, isRunning(job)]);

  async function download(n: number) {
    const claim = await claimAttachment(job.id, n);
    setRefused(claim.taken ? null : claim);
    if (claim.taken) location.assign(attachmentAddress(job.id, n));
    await refresh();
  }

  return (
    <>
      <p role="status" class="sr-only">{spoken}</p>
      <JobDetailView
        detail={detail}
        notice={<Refused problem={refused} />}
        renderAttachment={(file) => (
          <AttachmentItem
            key={file.n}
            jobId={job.id}
            file={file}
            viewer={viewer}
            graceMs={graceMs}
            now={now}
            onDownload={hydrated ? download : undefined}
            onExpired={refresh}
          />
        )}
      />
    </>
  );
}

function Refused({ problem }: { problem: { message: string; remedy: string } | null }) {
  return (
    <div role="alert">
      {problem && (
        <div class="mb-6">
          <NotificationBar tone="error" live={false}>
            <p class="font-bold">{problem.message}</p>
            <p>{problem.remedy}</p>
          </NotificationBar>
        </div>
      )}
    </div>
  );
}
