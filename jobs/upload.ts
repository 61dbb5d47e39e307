import { createHash } from "node:crypto";
import { ulid } from "ulid";
import { now } from "../domain/clock.ts";
import { Refusal } from "../domain/errors.ts";
import { detector } from "../formats/charset.ts";
import { safeFileName } from "../formats/filename.ts";
import type { Change } from "../kv/commit.ts";
import { failpoint } from "../kv/failpoint.ts";
import { discardWriting } from "../kv/files/discard.ts";
import { newDraft } from "../kv/files/draft.ts";
import type { Files } from "../kv/files/files.ts";
import type { Input } from "./input.ts";
import type { Submission } from "./service.ts";
import { checkUpload, fileKind, HEAD_BYTES, type Seen } from "./upload_check.ts";

/** An upload that was stored, encrypted, and not yet accepted. */
export interface Upload {
  artifact: string;
  name: string;
  /** Of a CSV; null: the file is no text. */
  encoding: "utf-8" | "shift_jis" | null;
  sha256: string;
  /** What makes it the input of a job; for the commit that accepts it. */
  publish: Change;
}

/**
 * Stores an uploaded file while it streams by, and looks at it: extension, size, encoding, header. Throws Refusal
 * no_file, wrong_extension, empty_file, not_decodable, broken_csv and what the input says of its header or beginning;
 * nothing of the file stays then.
 */
export async function takeUpload(
  files: Files,
  tenant: string,
  ttlMs: number,
  input: Input,
  file: Submission["file"],
): Promise<Upload> {
  if (!file) throw new Refusal("no_file");
  const kind = fileKind(input);
  if (!file.name.toLowerCase().endsWith(kind.extension)) {
    await file.body.cancel();
    throw new Refusal("wrong_extension", {
      name: safeFileName(file.name).slice(-40),
      expected: kind.called,
    });
  }
  const artifact = ulid(now());
  const draft = await newDraft({ ...files, tenant, ttlMs }, {
    id: artifact,
    job: null,
    purpose: "input",
    n: 0,
    name: safeFileName(file.name),
    type: kind.mediaType,
    owner: "",
  });
  failpoint?.("upload.begin:before");
  const begun = await files.committer.commit(draft.begin);
  failpoint?.("upload.begin:after");
  if (!begun.ok) throw new Error("an artifact id was given out twice");
  draft.committed(begun.versionstamp);
  try {
    const seen = await store(file.body, draft);
    const encoding = await checkUpload(seen, input);
    const publish = await draft.publish();
    failpoint?.("upload.publish");
    return { artifact, name: safeFileName(file.name), encoding, sha256: seen.sha256, publish };
  } catch (error) {
    // Chunks under way would come after the deletion and stay.
    await draft.abandon();
    await discardUpload(files, tenant, artifact);
    throw error;
  }
}

/** Takes away an upload that was not accepted. */
export const discardUpload = discardWriting;

async function store(
  body: ReadableStream<Uint8Array>,
  draft: { write(bytes: Uint8Array): Promise<void> },
): Promise<Seen> {
  const hash = createHash("sha256");
  const encoding = detector();
  const head: Uint8Array[] = [];
  let size = 0;
  for await (const bytes of body) {
    if (size < HEAD_BYTES) head.push(bytes.slice());
    size += bytes.length;
    hash.update(bytes);
    encoding.push(bytes);
    await draft.write(bytes);
  }
  return { head, size, sha256: hash.digest("hex"), encoding: encoding.finish() };
}
