import type { JobDetail } from "../../jobs/service.ts";
import { type AttachmentView, type JobView, STATUS_LABELS } from "../../jobs/view.ts";

/** A job for tests of the views. */
export function sampleJob(change: Partial<JobView> = {}): JobView {
  const status = change.status ?? "running";
  return {
    id: "01KAJOB0000000000000000001",
    kind: "add_employees_to_group",
    title: "本社の従業員情報の取り込み",
    status,
    statusLabel: STATUS_LABELS[status],
    message: "",
    group: { id: "01KAGROUP00000000000000001", name: "本社" },
    actor: "admin@sample.example",
    acceptedAt: "2026-11-20T00:00:00.000Z",
    startedAt: "2026-11-20T00:00:01.000Z",
    finishedAt: status === "running" ? null : "2026-11-20T00:02:31.000Z",
    progress: { done: 0, total: null },
    ...change,
  };
}

/** An attachment for tests of the views. */
export function sampleAttachment(change: Partial<AttachmentView> = {}): AttachmentView {
  return {
    n: 1,
    name: "従業員_エラー.csv",
    type: "text/csv",
    size: 2048,
    sha256: "0".repeat(64),
    expiresAt: "2026-11-23T00:02:31.000Z",
    state: "available",
    claimedBy: null,
    claimedAt: null,
    ...change,
  };
}

/** A finished job with a result, for tests of the views. */
export function sampleDetail(
  job: Partial<JobView> = {},
  result: Partial<NonNullable<JobDetail["result"]>> = {},
): JobDetail {
  return {
    job: sampleJob({ status: "completed", message: "980名を追加しました。", ...job }),
    control: { cancel: false, rerun: null, rerunOf: null, reruns: [] },
    result: { details: ["980名を追加しました。"], errors: [], errorCount: 0, attachments: [], ...result },
  };
}
