import type { JobControl, JobDetail } from "../../jobs/service.ts";
import type { JobDetailView, JobView } from "../../jobs/view.ts";

/** The detail as scripts get it, with what this person may do. */
export type JobDetailJson = (JobView | JobDetailView) & { control: JobControl };

/** The detail as JSON: the job with its result, or the job alone for people who may not see the result. */
export function toJson({ job, result, control }: JobDetail): JobDetailJson {
  return { ...job, ...result, control };
}

/** The way back: a detail from its JSON. */
export function fromJson({ control, ...json }: JobDetailJson): JobDetail {
  if (!("attachments" in json)) return { job: json, result: null, control };
  const { details, errors, errorCount, attachments, ...job } = json;
  return { job, result: { details, errors, errorCount, attachments }, control };
}
