import { useEffect, useRef, useState } from "preact/hooks";
import { JobTable } from "../components/jobs/JobTable.tsx";
import { follow } from "../components/jobs/live.ts";
import { announcements, applyEvent, isRunning, reconcile } from "../components/jobs/merge.ts";
import { NoJobs } from "../components/jobs/NoJobs.tsx";
import { readJson } from "../components/jobs/read_json.ts";
import { useServerClock } from "../components/jobs/use_server_clock.ts";
import type { JobListView, JobView } from "../jobs/view.ts";

interface Props {
  jobs: JobView[];
  /** The server's time, ms since the epoch. */
  now: number;
  filtered: boolean;
}

const CLOCK_MS = 20_000;

/** The list of background jobs; rows that run move without a reload, and an end is announced once. */
export function JobListLive({ jobs: first, now: start, filtered }: Props) {
  const [jobs, setJobs] = useState(first);
  const [spoken, setSpoken] = useState("");
  const now = useServerClock(start, CLOCK_MS);
  const current = useRef(first);
  const running = jobs.some(isRunning);

  function take(next: JobView[]) {
    const ends = announcements(current.current, next);
    current.current = next;
    setJobs(next);
    if (ends.length > 0) setSpoken(ends.join("。"));
  }

  useEffect(() => {
    if (!running) return;
    return follow("/background-jobs/events", {
      onEvent: (event) => take(current.current.map((job) => applyEvent(job, event))),
      onOpen: async () => {
        const page = await readJson<JobListView>(location.href);
        if (page) take(reconcile(current.current, page.jobs));
      },
    });
  }, [running]);

  return (
    <>
      <p role="status" class="sr-only">{spoken}</p>
      <JobTable jobs={jobs} now={now} empty={<NoJobs filtered={filtered} />} />
    </>
  );
}
