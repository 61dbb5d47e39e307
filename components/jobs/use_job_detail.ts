import { useEffect, useRef, useState } from "preact/hooks";
import type { JobDetail } from "../../jobs/service.ts";
import { fromJson, type JobDetailJson } from "./detail_json.ts";
import { announcements, applyEvent, isRunning } from "./merge.ts";
import { readJson } from "./read_json.ts";
import { followTogether } from "./shared_stream.ts";

/**
 * A job that is followed: its present state, its end in words (once), and how to read it again.
 * @param person id of the account that looks
 */
export function useJobDetail(first: JobDetail, person: string) {
  const [detail, setDetail] = useState(first);
  const [spoken, setSpoken] = useState("");
  const current = useRef(first);
  const { job } = detail;

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

  useEffect(() => {
    if (!isRunning(job)) return;
    return followTogether(person, {
      onEvent: (event) => {
        if (event.id !== job.id) return;
        // The end brings details, errors and files with it, which no event carries.
        if (event.status !== "running") return void refresh();
        take({ ...current.current, job: applyEvent(current.current.job, event) });
      },
      onOpen: refresh,
    });
  }, [job.id, isRunning(job)]);

  return { detail, spoken, refresh };
}
