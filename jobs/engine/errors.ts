/** This attempt may not write any more: another process has the job, or it was ended. Never seen by a person. */
export class JobLost extends Error {
  override readonly name = "JobLost";
}

/** The process shuts down: the job stops at its checkpoint and is given back, at no cost of an attempt. */
export class JobStopped extends Error {
  override readonly name = "JobStopped";
}
