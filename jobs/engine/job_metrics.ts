import { counter, type Family, histogram } from "../../formats/prometheus.ts";
import type { Change, Mutation } from "../../kv/commit.ts";
import { artifactSchema } from "../../kv/files/artifact.ts";
import { JOB_STATUSES } from "../view.ts";
import { type AuditEntry, auditSchema, type JobRecord, jobSchema } from "./records.ts";

/** Upper ends of the buckets, in seconds: a click to half a day. */
const WAITS = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800];
const DURATIONS = [0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 180, 600, 1800, 7200];

const ENDS = JOB_STATUSES.filter((status) => status !== "running");

/** What the commits of this process say about jobs. */
export interface JobMetrics {
  families: Family[];
  /** Called with each change that was made. */
  hear(change: Change): void;
}

/**
 * Counts what happened to jobs, from the commits that make it happen: what is counted is stored, and what is stored by this
 * process is counted once. @param own id of this process as an owner; null while it is none
 */
export function jobMetrics(own: () => string | null): JobMetrics {
  const accepted = counter("nencho_jobs_accepted_total", "Jobs accepted, by kind.");
  const ended = counter(
    "nencho_jobs_ended_total",
    "Jobs ended, by status.",
    ENDS.map((status) => ({ status })),
  );
  const moves = counter(
    "nencho_job_moves_total",
    "Jobs claimed, handed back at a stop, and set to wait for something outside.",
    ["claimed", "handed_back", "waiting"].map((move) => ({ move })),
  );
  const losses = counter(
    "nencho_job_losses_total",
    "Attempts lost: with their worker, or (lease broken) with their process.",
    ["worker", "process"].map((by) => ({ by })),
  );
  const given = counter(
    "nencho_jobs_given_up_total",
    "Jobs ended as failed because they were lost too often.",
    [{}],
  );
  const buried = counter(
    "nencho_dead_processes_total",
    "Processes that ran jobs, were found dead and forgotten.",
    [{}],
  );
  const waits = histogram(
    "nencho_job_wait_seconds",
    "From acceptance to the first claim, of ended jobs.",
    WAITS,
  );
  const durations = histogram(
    "nencho_job_duration_seconds",
    "From the first claim to the end, by kind.",
    DURATIONS,
  );
  const written = counter(
    "nencho_attachment_bytes_written_total",
    "Bytes of attachments published by jobs.",
    [{}],
  );

  function hearEntry({ event, kind, facts }: AuditEntry) {
    if (event === "accepted") accepted.add({ kind: kind ?? "" });
    if (event === "claimed" || event === "handed_back" || event === "waiting") moves.add({ move: event });
    if (event === "lost") losses.add({ by: facts.owner === own() ? "worker" : "process" });
    if (event === "finished" && facts.reason === "lost") given.add();
  }

  function hearJob({ status, kind, acceptedAt, startedAt, finishedAt }: JobRecord) {
    if (status === "running") return;
    ended.add({ status });
    if (startedAt === null || finishedAt === null) return;
    waits.observe(seconds(acceptedAt, startedAt));
    durations.observe(seconds(startedAt, finishedAt), { kind });
  }

  function hearMutation(mutation: Mutation) {
    const { type, key } = mutation;
    if (type === "delete") {
      if (key[0] === "sys" && key[1] === "owner" && key[2] !== own()) buried.add();
      return;
    }
    if (key[0] !== "t" || key.length !== 4) return;
    if (key[2] === "audit") told(auditSchema.safeParse(mutation.value), hearEntry);
    else if (key[2] === "job") told(jobSchema.safeParse(mutation.value), hearJob);
  }

  return {
    families: [accepted, ended, moves, losses, given, buried, waits, durations, written],
    hear({ mutations }) {
      for (const mutation of mutations) hearMutation(mutation);
      if (mutations.some(({ key }) => key[2] === "job_result")) written.add({}, publishedBytes(mutations));
    },
  };
}

/** A value that cannot be read is counted by nobody: whoever wrote it is a newer version of this. */
function told<T>({ data }: { data?: T }, hear: (value: T) => void) {
  if (data !== undefined) hear(data);
}

function seconds(from: number, to: number): number {
  return Math.max(0, to - from) / 1000;
}

/** Of the files that the commit of an end hands out. */
function publishedBytes(mutations: readonly Mutation[]): number {
  let sum = 0;
  for (const mutation of mutations) {
    if (mutation.type === "delete" || mutation.key[2] !== "artifact") continue;
    const file = artifactSchema.safeParse(mutation.value).data;
    if (file?.purpose === "attachment" && file.state === "ready") sum += file.size;
  }
  return sum;
}
