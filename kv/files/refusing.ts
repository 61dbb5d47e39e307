import { Refusal } from "../../domain/errors.ts";
import type { Artifact } from "./artifact.ts";
import { ChunkError } from "./chunk_source.ts";

/**
 * Runs `work`; what goes wrong while stored bytes are read becomes the Refusal that people are told: missing chunks
 * mean that the file is gone (410), anything else that it is broken (500). The cause is kept for the log.
 */
export async function refusing<T>(
  { purpose }: Pick<Artifact, "purpose">,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    const missing = cause instanceof ChunkError && cause.kind === "missing";
    throw Object.assign(missing ? gone(purpose) : new Refusal("attachment_broken"), { cause });
  }
}

/** What a person reads when the file is not there any more. */
export function gone(purpose: Artifact["purpose"]): Refusal {
  return new Refusal(purpose === "input" ? "input_gone" : "attachment_gone");
}
