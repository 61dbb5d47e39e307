/** A refusal as people read it, in three parts. `{name}` takes a parameter. */
export interface Reason {
  /** HTTP status where it answers a request. */
  status: number;
  /** 事象: what happened. */
  event: string;
  /** 原因: why. */
  cause: string;
  /** 対処: what to do. */
  remedy: string;
  /** The 原因 of many at once, where it is not the cause without the brackets that hold parameters. */
  common?: string;
}

/** Parameters of a reason: short texts and numbers, never another person's data. */
export type ReasonParams = Record<string, string | number>;

/** One entry of a catalogue. */
export function reason(status: number, event: string, cause: string, remedy: string): Reason {
  return { status, event, cause, remedy };
}

/** The 事象 of a request that changed nothing. */
export const REJECTED = "受け付けできませんでした";

/** An entry for a row that an import left out. */
export function rowReason(cause: string, remedy: string): Reason {
  return reason(422, "取り込めない行があります", cause, remedy);
}
