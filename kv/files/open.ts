import { now } from "../../domain/clock.ts";
import { seen, settle } from "../change.ts";
import type { Stored } from "../read.ts";
import { type Artifact, type Claimer, readArtifact } from "./artifact.ts";
import { bytesOf } from "./bytes.ts";
import type { Files } from "./files.ts";
import { type ByteRange } from "./readable.ts";
import { type Every, every, keepReader, readerMutation } from "./readers.ts";
import { gone } from "./refusing.ts";
import { streamOf } from "./stream.ts";
import { requireFetchable, stateAt, streamLimit } from "./transitions.ts";

/** A file about to be sent: its manifest and its bytes. */
export interface OpenedFile {
  record: Artifact;
  /** Errors, and never ends early, when something is missing or wrong or the time is over. */
  body: ReadableStream<Uint8Array>;
}

/**
 * Opens a claimed attachment for the person who claimed it. While the body is read, a reader record makes the
 * clean-up wait, 30 min after the grace at most and never past the deadline. Throws Refusal attachment_gone,
 * attachment_unclaimed, attachment_taken or attachment_broken; nothing is left behind then.
 */
export async function openAttachment(
  files: Files,
  at: { tenant: string; id: string; person: Claimer; range: ByteRange | null },
  repeat: Every = every,
): Promise<OpenedFile> {
  const { tenant, id } = at;
  const reader = crypto.randomUUID();
  const record = await settle(files.committer, async () => {
    const stored = await readArtifact(files.kv, tenant, id);
    const value = fetchable(stored, at.person);
    return { change: { checks: [seen(stored)], mutations: [readerMutation(tenant, id, reader)] }, value };
  });
  const stream = streamOf(streamLimit(record), files.sent);
  const end = keepReader(files.committer, { tenant, artifact: id, id: reader }, repeat, stream.checkTime);
  try {
    const body = stream.start(await bytesOf(files, tenant, record, at.range), end);
    return { record, body };
  } catch (error) {
    await end();
    throw error;
  }
}

function fetchable({ value }: Stored<Artifact>, person: Claimer): Artifact {
  if (!value) throw gone("attachment");
  requireFetchable(value, person, now());
  return value;
}

/**
 * The bytes of a job's input, for the job itself. Throws Refusal input_gone when it was shredded or its time is
 * over, attachment_broken when it cannot be read; the stream errors with the same.
 */
export async function openInput(
  files: Pick<Files, "kv" | "blobKv" | "keyring">,
  tenant: string,
  id: string,
): Promise<OpenedFile> {
  const { value: record } = await readArtifact(files.kv, tenant, id);
  if (!record || stateAt(record, now()) === "gone") throw gone("input");
  const bytes = await bytesOf(files, tenant, record, null);
  return { record, body: streamOf(Infinity).start(bytes, () => Promise.resolve()) };
}
