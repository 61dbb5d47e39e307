import { now } from "../domain/clock.ts";
import { Refusal } from "../domain/errors.ts";
import { shownAs } from "../domain/user.ts";
import { type Artifact, artifactSchema } from "../kv/files/artifact.ts";
import { stateAt } from "../kv/files/transitions.ts";
import { fileKeys, jobKeys } from "../kv/keys.ts";
import { read, readMany } from "../kv/read.ts";
import { type JobRecord, jobSchema, type Order, orderSchema, resultSchema } from "./engine/records.ts";
import { rowErrors } from "./engine/lookups.ts";
import { reasonText } from "./error_csv.ts";
import type { AttachmentView, JobResultView, RowErrorView } from "./view.ts";

/** Row errors on the page; all of them are in the file (design §4.4 "Detail"). */
const ERRORS_SHOWN = 100;

/** A job and what was asked for. Throws Refusal job_not_found, for work of the system too. */
export async function readJob(
  kv: Deno.Kv,
  tenant: string,
  id: string,
): Promise<{ job: JobRecord; order: Order }> {
  const [job, order] = await Promise.all([
    read(kv, jobKeys.job(tenant, id), jobSchema),
    read(kv, jobKeys.order(tenant, id), orderSchema),
  ]);
  if (!job.value || !order.value || job.value.system) throw new Refusal("job_not_found");
  return { job: job.value, order: order.value };
}

/**
 * 処理結果 of a job; empty while it runs. Refused units have lines where a file was uploaded, `input`, or where the reason
 * names the line of a file that was written.
 */
export async function readResult(
  kv: Deno.Kv,
  tenant: string,
  id: string,
  { input }: Pick<Order, "input">,
): Promise<JobResultView> {
  const { value } = await read(kv, jobKeys.result(tenant, id), resultSchema);
  if (!value) return { details: [], errors: [], errorCount: 0, attachments: [] };
  const files = await readMany(
    kv,
    value.attachments.map((artifact) => fileKeys.artifact(tenant, artifact)),
    artifactSchema,
  );
  const errors = await firstRowErrors(kv, tenant, id, input !== null);
  return {
    details: value.details,
    errors: [...value.errors, ...errors],
    errorCount: value.errorCount,
    attachments: files.flatMap(({ value: file }) => file ? [attachmentView(file)] : []),
  };
}

async function firstRowErrors(
  kv: Deno.Kv,
  tenant: string,
  id: string,
  uploaded: boolean,
): Promise<RowErrorView[]> {
  const errors: RowErrorView[] = [];
  for await (const error of rowErrors(kv, tenant, id, ERRORS_SHOWN)) {
    const line = uploaded ? error.line : error.params.line;
    errors.push({ line: typeof line === "number" ? line : null, key: error.key, reason: reasonText(error) });
  }
  return errors;
}

function attachmentView(file: Artifact): AttachmentView {
  return {
    n: file.n,
    name: file.name,
    type: file.type,
    size: file.size,
    sha256: file.sha256 ?? "",
    expiresAt: new Date(file.expiresAt ?? 0).toISOString(),
    state: stateAt(file, now()),
    claimedBy: file.claimedBy && shownAs(file.claimedBy),
    claimedAt: file.claimedAt === null ? null : new Date(file.claimedAt).toISOString(),
  };
}

/** The artifact behind attachment `n`. Throws Refusal attachment_gone. */
export async function attachmentId(kv: Deno.Kv, tenant: string, id: string, n: number): Promise<string> {
  const { value } = await read(kv, jobKeys.result(tenant, id), resultSchema);
  const artifact = Number.isInteger(n) && n >= 1 ? value?.attachments[n - 1] : undefined;
  if (artifact === undefined) throw new Refusal("attachment_gone");
  return artifact;
}
