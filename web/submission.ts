import { Refusal } from "../domain/errors.ts";
import type { Submission } from "../jobs/service.ts";
import { readUploadForm, type UploadForm } from "./multipart.ts";

/** The fields that a submission has at most one of, and their names in refusals. */
const SINGLE = { operation: "操作", group: "依頼グループ", key: "受付番号" } as const;

/**
 * Reads the form of `POST /background-jobs` up to its file, which `use` may read as a stream (see `readUploadForm`);
 * what it leaves is dropped, so that the answer reaches the person. Refuses `bad_request`, `too_large` and
 * `upload_broken`, the file's stream too.
 */
export async function withSubmission<T>(
  req: Request,
  maxBytes: number,
  use: (submission: Submission) => Promise<T>,
): Promise<T> {
  const form = await readUploadForm(req, maxBytes);
  try {
    return await use(submissionOf(form));
  } finally {
    form.discard();
  }
}

function submissionOf({ fields, file }: UploadForm): Submission {
  const operation = single(fields, "operation");
  if (operation === null) throw new Refusal("bad_request", { what: SINGLE.operation });
  return {
    operation,
    group: single(fields, "group"),
    key: single(fields, "key"),
    fields: fields.filter(([name]) => !Object.hasOwn(SINGLE, name)),
    file,
  };
}

/** The one value of a field; an empty one is none. */
function single(fields: UploadForm["fields"], name: keyof typeof SINGLE): string | null {
  const values = fields.filter((field) => field[0] === name).map((field) => field[1]);
  if (values.length > 1) throw new Refusal("bad_request", { what: SINGLE[name] });
  return values[0] || null;
}
