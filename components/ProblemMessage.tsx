/** A refusal in three parts, as domain/reasons.ts has them. */
export interface Problem {
  /** 事象. */
  event: string;
  /** 原因. */
  cause: string;
  /** 対処. */
  remedy: string;
}

/** 事象 in bold, then 原因。対処。 */
export function ProblemMessage({ event, cause, remedy }: Problem) {
  return (
    <>
      {event !== "" && <p class="font-bold">{sentence(event)}</p>}
      <p>{sentence(cause)}{sentence(remedy)}</p>
    </>
  );
}

function sentence(text: string): string {
  return text === "" || text.endsWith("。") ? text : `${text}。`;
}
