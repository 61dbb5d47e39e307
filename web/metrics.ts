import { counted, counter, exposition, gauge, histogram } from "../formats/prometheus.ts";
import { jobMetrics } from "../jobs/engine/job_metrics.ts";
import { storeMetrics } from "../jobs/engine/store_metrics.ts";
import { logged } from "./log.ts";
import { processFamilies } from "./process_metrics.ts";
import type { DueEntry } from "../jobs/engine/records.ts";
import type { Change, CommitStats, Committer } from "../kv/commit.ts";

/** Upper ends of the buckets, in seconds. */
const COMMITS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];
const ANSWERS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** What one process counts and measures of itself, and how that reads. */
export interface Metrics {
  /** The committer, with its commits counted and measured. */
  watched(committer: Committer): Committer;
  /** Hears each change of records that was made. */
  hear(change: Change): void;
  /** A request was answered. @param ms until the head of the answer was there */
  answered(status: number, ms: number): void;
  /** Bytes of a file went to somebody. */
  sent(bytes: number): void;
  /** A duty was carried out. */
  dutyDone(kind: DueEntry["kind"]): void;
  /** Everything, in Prometheus's text format. */
  text(): Promise<string>;
}

/** What is asked only when somebody reads the metrics. */
export interface MetricsMeans {
  role: string;
  kv: Deno.Kv;
  stats: CommitStats;
  /** Id of this process as an owner, from its first tick on. */
  owner(): string | null;
  /** When the last tick ended, by `performance.now()`; null before the first. */
  lastTick(): number | null;
  /** Event streams open. */
  streams(): number;
}

/** The metrics of this process. They begin at 0 with it. */
export function metricsOf({ role, kv, stats, owner, lastTick, streams }: MetricsMeans): Metrics {
  const jobs = jobMetrics(owner);
  const results = ["done", "conflict", "failed"].map((result) => ({ result }));
  const commits = counter(
    "nencho_commits_total",
    "Commits of records; a conflict wrote nothing and is made anew.",
    results,
  );
  const commitTime = histogram(
    "nencho_commit_seconds",
    "How long a commit of records took, its turn included.",
    COMMITS,
  );
  const classes = ["1xx", "2xx", "3xx", "4xx", "5xx"].map((status) => ({ status }));
  const requests = counter("nencho_http_requests_total", "Requests answered, by class of status.", classes);
  const answerTime = histogram(
    "nencho_http_answer_seconds",
    "From a request to the head of its answer.",
    ANSWERS,
  );
  const sent = counter("nencho_attachment_bytes_read_total", "Bytes of attachments given out.", [{}]);
  const duties = counter("nencho_due_actions_total", "Duties carried out, by kind.");
  const families = [
    ...processFamilies(role, lastTick),
    ...jobs.families,
    duties,
    sent,
    commits,
    commitTime,
    counted(
      "nencho_commit_retries_total",
      "Commits repeated because the database was locked.",
      () => stats.lockedRetries,
    ),
    requests,
    answerTime,
    gauge("nencho_event_streams", "Event streams open.", streams),
    counted(
      "nencho_log_lines_total",
      "Lines of the log, by level.",
      () => Object.entries(logged()).map(([level, value]) => ({ labels: { level }, value })),
    ),
  ];
  return {
    watched: (committer) => ({
      async commit(change, priority) {
        const from = performance.now();
        let result = "failed";
        try {
          const answer = await committer.commit(change, priority);
          result = answer.ok ? "done" : "conflict";
          return answer;
        } finally {
          commits.add({ result });
          commitTime.observe((performance.now() - from) / 1000);
        }
      },
    }),
    hear: jobs.hear,
    answered(status, ms) {
      requests.add({ status: `${Math.floor(status / 100)}xx` });
      answerTime.observe(ms / 1000);
    },
    sent: (bytes) => sent.add({}, bytes),
    dutyDone: (kind) => duties.add({ kind }),
    text: async () => exposition([...families, ...await storeMetrics(kv)]),
  };
}
