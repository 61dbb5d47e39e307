/** A refusal in three parts, as domain/reasons.ts has them. */
export interface Problem {
  /** 事象. */
  event: string;
  /** 原因. */
  cause: string;
  /** 対処. */
  remedy: string;
  /** The job that it is about, such as the one that stands in the way. */
  job?: string | null;
}

/** 事象 in bold, then 原因。対処。, then the way to the job that it is about. */
export function ProblemMessage({ event, cause, remedy, job = null }: Problem) {
  return (
    <>
      {event !== "" && <p class="font-bold">{sentence(event)}</p>}
      <p>{sentence(cause)}{sentence(remedy)}</p>
      <JobLink job={job} />
    </>
  );
}

/** The way to the job that a refusal is about. */
export function JobLink({ job }: { job: string | null }) {
  if (job === null) return null;
  return (
    <p>
      <a href={`/background-jobs/${job}`}>該当する処理を開く</a>
    </p>
  );
}

function sentence(text: string): string {
  return text === "" || text.endsWith("。") ? text : `${text}。`;
}
