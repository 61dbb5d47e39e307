import type { JobDetail } from "../../jobs/service.ts";
import type { JobDetailView, JobView } from "../../jobs/view.ts";

/** The detail as JSON: the job with its result, or the job alone for people who may not see the result. */
export function toJson({ job, result }: JobDetail): JobView | JobDetailView {
  return { ...job, ...result };
}

/** The way back: a detail from its JSON. */
export function fromJson(json: JobView | JobDetailView): JobDetail {
  if (!("attachments" in json)) return { job: json, result: null };
  const { details, errors, errorCount, attachments, ...job } = json;
  return { job, result: { details, errors, errorCount, attachments } };
}
