import { useEffect, useMemo, useState } from "preact/hooks";
import { EndedMessage } from "../components/jobs/EndedMessage.tsx";
import { type JobWatch, jobWatch } from "../components/jobs/job_watch.ts";
import { isRunning } from "../components/jobs/merge.ts";
import { readJob } from "../components/jobs/read_job.ts";
import { followTogether } from "../components/jobs/shared_stream.ts";
import { ACCEPTED_EVENT } from "../components/operation/accepted_event.ts";
import type { JobView } from "../jobs/view.ts";

interface Props {
  /** Id of the account. */
  user: string;
  /** The person's jobs that run, and the one that was just accepted. */
  running: string[];
}

/**
 * Tells whoever started a job, on whatever page they are, that it ended: once, in one window. Nothing is asked of the
 * server unless a job runs that was started by this person.
 */
export function JobNotice({ user, running }: Props) {
  const [ended, setEnded] = useState<JobView[]>([]);
  const [waiting, setWaiting] = useState(false);
  const watch = useMemo(() => jobWatch(storageOrNull(), `nencho.jobs.${user}`), [user]);

  async function look() {
    for (const id of watch.running()) {
      const job = await readJob(id);
      if (job === null || (job !== "gone" && isRunning(job))) continue;
      if (watch.take(id) && job !== "gone" && !isOnPage(id)) setEnded((jobs) => [...jobs, job]);
    }
    setWaiting(watch.running().length > 0);
  }

  useEffect(() => {
    const wait = (...ids: string[]) => {
      ids.forEach(watch.add);
      setWaiting(watch.running().length > 0);
    };
    const onAccepted = (event: Event) => wait((event as CustomEvent<string>).detail);
    // What another window has begun to wait for.
    const onStorage = () => wait();
    addEventListener(ACCEPTED_EVENT, onAccepted);
    addEventListener("storage", onStorage);
    wait(...running);
    return () => {
      removeEventListener(ACCEPTED_EVENT, onAccepted);
      removeEventListener("storage", onStorage);
    };
  }, [watch]);

  useEffect(() => {
    if (!waiting) return;
    return followTogether(user, {
      // What ended before the stream was open is in no event.
      onOpen: look,
      onEvent: ({ id, status }) => status !== "running" && isWaitedFor(watch, id) && void look(),
    });
  }, [waiting]);

  return (
    <div role="status" class="frame grid gap-2 empty:hidden pt-4">
      {ended.map((job) => (
        <EndedMessage
          key={job.id}
          job={job}
          onReload={isShownHere(job) ? () => location.reload() : null}
          onClose={() => setEnded((jobs) => jobs.filter(({ id }) => id !== job.id))}
        />
      ))}
    </div>
  );
}

function isWaitedFor(watch: JobWatch, id: string): boolean {
  return watch.running().includes(id);
}

/** The pages of background jobs show the end themselves, and say it. */
function isOnPage(id: string): boolean {
  const address = `/background-jobs/${id}`;
  if (location.pathname === address) return true;
  return location.pathname === "/background-jobs" &&
    document.querySelector(`main a[href="${address}"]`) !== null;
}

/** True on pages of what the job works on: they show it as it was before. */
function isShownHere({ kind, group }: JobView): boolean {
  if (/^(download|check)_/.test(kind)) return false;
  const places = group ? [`/groups/${group.id}`, "/employees"] : ["/groups", "/employees"];
  return places.some((place) => location.pathname === place || location.pathname.startsWith(`${place}/`));
}

function storageOrNull(): Storage | null {
  try {
    return typeof localStorage === "undefined" ? null : localStorage;
  } catch {
    return null;
  }
}
