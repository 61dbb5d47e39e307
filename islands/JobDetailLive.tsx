import { useEffect, useState } from "preact/hooks";
import { AttachmentItem } from "../components/jobs/AttachmentItem.tsx";
import { JobControls } from "../components/jobs/JobControls.tsx";
import { JobDetailView } from "../components/jobs/JobDetailView.tsx";
import { ReloadNote } from "../components/jobs/ReloadNote.tsx";
import { attachmentAddress, claimAttachment } from "../components/jobs/take_attachment.ts";
import { useJobDetail } from "../components/jobs/use_job_detail.ts";
import { useServerClock } from "../components/jobs/use_server_clock.ts";
import type { Refused } from "../components/refusal.ts";
import { RefusedMessage } from "../components/RefusedMessage.tsx";
import type { JobDetail } from "../jobs/service.ts";

interface Props {
  detail: JobDetail;
  /** The server's time, ms since the epoch. */
  now: number;
  /** The name by which this person stands in `claimedBy`. */
  viewer: string;
  /** How long a claimed file can be fetched again. */
  graceMs: number;
  /** Id of the account. */
  person: string;
}

/** The page of one job: moves while it runs, reads the result when it ends, counts one's own download down. */
export function JobDetailLive({ detail: first, now: start, viewer, graceMs, person }: Props) {
  const { detail, spoken, refresh } = useJobDetail(first, person);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [hydrated, setHydrated] = useState(false);
  const { job, result, control } = detail;
  const claimed = result?.attachments.some((file) => file.state === "claimed") ?? false;
  const now = useServerClock(start, claimed ? 1000 : null);

  useEffect(() => setHydrated(true), []);

  async function download(n: number) {
    const claim = await claimAttachment(job.id, n);
    setRefused(claim.taken ? null : claim.problem);
    if (claim.taken) location.assign(attachmentAddress(job.id, n));
    await refresh();
  }

  async function stopped(ended: Refused | null) {
    setRefused(ended);
    await refresh();
  }

  return (
    <>
      <p role="status" class="sr-only">{spoken}</p>
      <JobDetailView
        detail={detail}
        controls={<JobControls job={job} control={control} live={hydrated} onStopped={stopped} />}
        notice={
          <>
            <ReloadNote jobs={[job]} />
            <RefusedMessage problem={refused} class="mb-6" />
          </>
        }
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
