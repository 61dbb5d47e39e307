/**
 * What a person or a script sees of a job: the JSON of `/background-jobs` (design §7). It is an interface that people
 * script against; fields are added, never changed.
 */

/** Stored status of a job → the word on the page. */
export const STATUS_LABELS = {
  running: "実行中",
  completed: "完了",
  completed_with_errors: "完了（エラーあり）",
  failed: "エラー",
  cancelled: "中断",
} as const;
export type JobStatus = keyof typeof STATUS_LABELS;
export const JOB_STATUSES = Object.keys(STATUS_LABELS) as JobStatus[];

/** メッセージ of a job that is accepted and has no slot yet; its status is 実行中 all the same. */
export const WAITING_MESSAGE = "順番待ちです。";

/** A job as the list shows it. Times are ISO 8601 in UTC. */
export interface JobView {
  id: string;
  kind: string;
  title: string;
  status: JobStatus;
  statusLabel: string;
  message: string;
  group: { id: string; name: string } | null;
  /** E-mail of the person who ran it (実行者); the 社員番号 when there is no e-mail. */
  actor: string;
  acceptedAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  progress: { done: number; total: number | null };
}

/** One refused row. `reason` is 原因。対処。 in Japanese. */
export interface RowErrorView {
  /** Of the uploaded file; null where there was none. */
  line: number | null;
  key: string;
  reason: string;
}

export type AttachmentState = "available" | "claimed" | "gone";

/** One attachment (添付ファイル). */
export interface AttachmentView {
  n: number;
  name: string;
  type: string;
  size: number;
  sha256: string;
  expiresAt: string;
  state: AttachmentState;
  /** E-mail, else 社員番号, of the person who took it. */
  claimedBy: string | null;
  claimedAt: string | null;
}

/** The result part of a job: absent for people who may only see the list line. */
export interface JobResultView {
  details: string[];
  /** The first 100; all of them are in the error CSV. */
  errors: RowErrorView[];
  errorCount: number;
  attachments: AttachmentView[];
}

export interface JobDetailView extends JobView, JobResultView {}

/** A page of the list. */
export interface JobListView {
  jobs: JobView[];
  next: string | null;
}

/** What is sent on the event stream for each change. */
export interface JobEvent {
  id: string;
  status: JobStatus;
  progress: { done: number; total: number | null };
  message: string;
}

/** An open job as 稼働状況 shows it: ids, words of ours and numbers. Times in ms. */
export interface OpenJobLine {
  id: string;
  kind: string;
  /** Work of the system, which has no page. */
  system: boolean;
  acceptedAt: number;
  /** `later`: something outside was not there; it is tried again at `notBefore`. */
  state: "running" | "queued" | "later";
  /** The process that runs it, by the end of its id. */
  owner: string | null;
  attempt: number;
  losses: number;
  notBefore: number;
}

/** 稼働状況 of a tenant. */
export interface OverviewView {
  /** The oldest; `open` counts all. */
  jobs: OpenJobLine[];
  open: number;
  /** Processes that run jobs, of the whole installation. `seenAt`: the last sign of life; null: none yet. */
  processes: { id: string; startedAt: number; seenAt: number | null }[];
}
