import { z } from "zod";
import { Refusal } from "../../domain/errors.ts";
import type { ReasonCode } from "../../domain/reasons.ts";

/** The envelope of an error; everything but `type` is for people. */
const errorSchema = z.object({ type: z.string() });

/** Something that may pass: the request is made again, now or later. Never holds an address or a name. */
export class Trouble extends Error {
  override readonly name = "Trouble";
  constructor(
    /** What happened, for the log. */
    message: string,
    readonly code: ReasonCode,
    /** `limit`: we asked too often; `outage`: it may pass soon; `closed`: it will not pass soon. */
    readonly kind: "limit" | "outage" | "closed" = "outage",
    /** How long we were asked to stay away (ms). */
    readonly waitMs: number | null = null,
  ) {
    super(message);
  }
}

/** What an answer that is not 200 means: a refusal, something that may pass, or "there is no such record". */
export function meaningOf(
  status: number,
  body: unknown,
  noun: string,
  waitMs: number | null,
): Refusal | Trouble | "missing" {
  const type = errorSchema.safeParse(body).data?.type ?? "";
  if (status === 401) return new Refusal("source_token_invalid");
  if (status === 403) {
    return type === "ip_not_permitted"
      ? new Refusal("source_ip_forbidden")
      : new Refusal("source_forbidden", { what: noun });
  }
  if (status === 404) return "missing";
  if (status === 429) return new Trouble("429", "source_busy", "limit", waitMs);
  if (type === "service_maintenance") {
    return new Trouble("maintenance", "source_maintenance", "closed", waitMs);
  }
  if (status >= 500 || status === 408) {
    return new Trouble(`${status}`, "source_unavailable", "outage", waitMs);
  }
  // A redirection would lead the token elsewhere; the API has none, a wrong address has.
  if (status >= 300 && status < 400) return new Refusal("source_not_found");
  return new Refusal("source_refused", { status });
}
