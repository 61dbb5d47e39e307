import { Refusal, Unavailable } from "../domain/errors.ts";
import { type Log, thrown } from "../domain/log.ts";
import type { ReasonCode, ReasonParams } from "../domain/reasons.ts";
import { isDatabaseTrouble } from "../kv/commit.ts";
import { isUnreadable } from "../kv/read.ts";
import { JobLost, JobStopped } from "./engine/errors.ts";
import { jobNumber } from "./engine/finish.ts";

/** Why a part of a download is not in its files. */
export interface Failure {
  code: ReasonCode;
  params: ReasonParams;
}

/** Why the part that threw cannot be made; what nobody foresaw is logged. Throws on what is no fault of the part. */
export function failureOf(error: unknown, job: string, log: Log): Failure {
  if (isPassing(error)) throw error;
  if (error instanceof Refusal) return { code: error.code, params: error.params };
  log("error", "a job leaves something out", { job, number: jobNumber(job), error: thrown(error) });
  return { code: isUnreadable(error) ? "stored_unreadable" : "unknown", params: { number: jobNumber(job) } };
}

/** True for what another attempt may not meet. */
function isPassing(error: unknown): boolean {
  return error instanceof JobLost || error instanceof JobStopped || error instanceof Unavailable ||
    isDatabaseTrouble(error);
}
