import type { ReasonCode, ReasonParams } from "./reasons.ts";

/**
 * Something that we know and will not do: the person reads the text of `code` from domain/reasons.ts. As an answer
 * to a request it becomes a 4xx; thrown in a job it ends the job as エラー.
 */
export class Refusal extends Error {
  override readonly name = "Refusal";
  constructor(readonly code: ReasonCode, readonly params: ReasonParams = {}) {
    super(code);
  }
}

/** Something outside is down or asks us to wait (source, SMTP, 429): the job is queued again later. */
export class Unavailable extends Error {
  override readonly name = "Unavailable";
  /** @param retryAfterMs how long the other side asked us to wait, when it did */
  constructor(
    readonly code: ReasonCode,
    readonly retryAfterMs: number | null = null,
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}
