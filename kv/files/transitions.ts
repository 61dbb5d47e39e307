import { Refusal } from "../../domain/errors.ts";
import { personOf, shownAs } from "../../domain/user.ts";
import type { Artifact, Claimer, Part } from "./artifact.ts";
import type { PartSize } from "./part_writer.ts";

/** Writing files are looked at this often; an upload that is not accepted by then is deleted (design §4.5). */
export const WRITING_CHECK_MS = 10 * 60_000;

/** A response that began within the grace may go on this long after it, never past the deadline (design §4.4). */
export const STREAM_LIMIT_MS = 30 * 60_000;

/** What is known of a file before its first byte. */
export interface Beginning {
  id: string;
  job: string | null;
  purpose: Artifact["purpose"];
  holder?: Artifact["holder"];
  n: number;
  name: string;
  type: string;
  owner: string;
  /** The part that is written first. */
  part: Part;
}

/** A file about to be written. Saved before its first chunk, so that the clean-up knows of every chunk. */
export function begun({ part, ...beginning }: Beginning, at: number): Artifact {
  return {
    v: 1,
    holder: null,
    ...beginning,
    state: "writing",
    since: at,
    size: 0,
    sha256: null,
    keyed: beginning.purpose === "input",
    parts: [part],
    expiresAt: null,
    claimedBy: null,
    claimedAt: null,
    graceUntil: null,
    dueAt: at + WRITING_CHECK_MS,
  };
}

/** The file with a part more to write. */
export function withPart(record: Artifact, part: Part): Artifact {
  return { ...record, parts: [...record.parts, part] };
}

/** The file with the part `id` whole. */
export function withSealed(record: Artifact, id: string, { chunks, bytes }: PartSize): Artifact {
  return { ...record, parts: record.parts.map((part) => part.id === id ? { ...part, chunks, bytes } : part) };
}

/**
 * The file whole and ready to be fetched until `expiresAt` (ms); null: a picture, which the clean-up looks at once more at
 * `dueAt`. Throws when a part is not sealed.
 */
export function published(
  record: Artifact,
  { sha256, expiresAt, dueAt }: { sha256: string; expiresAt: number | null; dueAt: number },
): Artifact {
  const size = record.parts.reduce((sum, part) => sum + bytesOf(part), 0);
  return { ...record, state: "ready", size, sha256, expiresAt, dueAt };
}

/**
 * The file taken by `person`; the same record when it is theirs already. Throws Refusal attachment_taken when it is
 * somebody else's, attachment_gone when the deadline or the grace is over.
 */
export function claimed(record: Artifact, person: Claimer, at: number, graceMs: number): Artifact {
  const state = stateAt(record, at);
  if (state === "gone") throw new Refusal("attachment_gone");
  if (state === "claimed") {
    requireClaimer(record, person);
    return record;
  }
  const graceUntil = Math.min(at + graceMs, record.expiresAt ?? at);
  const claimedBy = personOf(person);
  return { ...record, state: "claimed", claimedBy, claimedAt: at, graceUntil, dueAt: graceUntil };
}

/** Passes when `person` may fetch the file now; otherwise throws Refusal attachment_unclaimed, _taken or _gone. */
export function requireFetchable(record: Artifact, person: Claimer, at: number): void {
  const state = stateAt(record, at);
  if (state === "gone") throw new Refusal("attachment_gone");
  if (state === "available") throw new Refusal("attachment_unclaimed");
  requireClaimer(record, person);
}

function requireClaimer({ claimedBy }: Artifact, person: Claimer): void {
  if (claimedBy?.id !== person.id) {
    throw new Refusal("attachment_taken", { who: claimedBy ? shownAs(claimedBy) : "ほかの人" });
  }
}

/** How the file stands for people at the moment `at`, whether or not the clean-up has come by. */
export function stateAt(record: Artifact, at: number): "available" | "claimed" | "gone" {
  const { state, expiresAt, graceUntil } = record;
  if (state === "writing" || state === "gone" || expiresAt === null || at >= expiresAt) return "gone";
  if (state === "ready") return "available";
  return graceUntil !== null && at < graceUntil ? "claimed" : "gone";
}

/** Until when a response that has begun may go on. */
export function streamLimit({ expiresAt, graceUntil }: Artifact): number {
  const deadline = expiresAt ?? 0;
  return graceUntil === null ? deadline : Math.min(deadline, graceUntil + STREAM_LIMIT_MS);
}

/** The file without its keys: from this commit on nothing can read its bytes; the chunks are due at once. */
export function shredded(record: Artifact, at: number): Artifact {
  return {
    ...record,
    state: "gone",
    parts: record.parts.map((part) => ({ ...part, key: null })),
    dueAt: record.parts.length === 0 ? null : at,
  };
}

function bytesOf(part: Part): number {
  if (part.bytes === null) throw new Error(`part ${part.id} is not sealed`);
  return part.bytes;
}
