import { useEffect, useRef, useState } from "preact/hooks";
import { JobTable } from "../components/jobs/JobTable.tsx";
import { announcements, applyEvent, isRunning, reconcile } from "../components/jobs/merge.ts";
import { NoJobs } from "../components/jobs/NoJobs.tsx";
import { readJson } from "../components/jobs/read_json.ts";
import { followTogether } from "../components/jobs/shared_stream.ts";
import { useServerClock } from "../components/jobs/use_server_clock.ts";
import type { JobListView, JobView } from "../jobs/view.ts";

interface Props {
  jobs: JobView[];
  /** The server's time, ms since the epoch. */
  now: number;
  filtered: boolean;
  /** Id of the account. */
  person: string;
}

const CLOCK_MS = 20_000;

/** Reads what ended while nobody listened: the page again, and each running row that has left it. */
async function catchUp(current: { current: JobView[] }, take: (jobs: JobView[]) => void) {
  const page = await readJson<JobListView>(location.href);
  if (page === null) return;
  take(reconcile(current.current, page.jobs));
  const onPage = new Set(page.jobs.map((job) => job.id));
  for (const { id } of current.current.filter((job) => isRunning(job) && !onPage.has(job.id))) {
    const job = await readJson<JobView>(`/background-jobs/${id}`);
    if (job) take(reconcile(current.current, [job]));
  }
}

/** The list of background jobs; rows that run move without a reload, and an end is announced once. */
export function JobListLive({ jobs: first, now: start, filtered, person }: Props) {
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
    return followTogether(person, {
      onEvent: (event) => take(current.current.map((job) => applyEvent(job, event))),
      onOpen: () => catchUp(current, take),
    });
  }, [running]);

  return (
    <>
      <p role="status" class="sr-only">{spoken}</p>
      <JobTable jobs={jobs} now={now} empty={<NoJobs filtered={filtered} />} />
    </>
  );
}
