import { createHash } from "node:crypto";
import { ulid } from "ulid";
import { now } from "../domain/clock.ts";
import { Refusal } from "../domain/errors.ts";
import type { Change } from "../kv/commit.ts";
import { readArtifact, saveArtifact } from "../kv/files/artifact.ts";
import type { Files } from "../kv/files/files.ts";
import { stateAt } from "../kv/files/transitions.ts";
import { type AcceptMeans, keyOf, lockOf, permitted, requirePassword } from "./acceptance.ts";
import { accept } from "./engine/accept.ts";
import type { JobRecord, Order } from "./engine/records.ts";
import { laneOf } from "./lane.ts";
import { fieldsFor } from "./operation.ts";
import { answersAll } from "./options.ts";
import type { Accepted, Asker } from "./service.ts";

/**
 * 同じ内容で再実行: accepts the operation again with the stored input, for the person who asks now; rights, target
 * and locks are looked at anew. Throws Refusal still_running, not_rerunnable, input_gone and what accepting throws.
 */
export async function rerunJob(
  means: AcceptMeans,
  asker: Asker,
  former: { job: JobRecord; order: Order },
  key: string | null,
  password: string | null,
): Promise<Accepted> {
  if (former.job.status === "running") throw new Refusal("still_running", { job: former.job.id });
  const { kind, group: target, input, options } = former.order;
  const { operation, group } = await permitted(means, asker, { operation: kind, group: target?.id ?? null });
  // Stored before a choice came or went: what was meant is not known.
  const known = answersAll(fieldsFor(operation, group ? "group" : "all"), options);
  if (operation.rerun === "never" || !known) throw new Refusal("not_rerunnable");
  await requirePassword(means, asker, operation, password);
  const tenant = asker.tenant.id;
  const job = ulid(now());
  const title = operation.title(group, options);
  const { id, email, employeeCode, name, role, range } = asker.user;
  const result = await accept(means.files.kv, means.files.committer, {
    tenant,
    job,
    title,
    key: keyOf(key),
    hash: createHash("sha256").update(`rerun ${former.job.id}`).digest("hex"),
    input: input ? () => keepLonger(means.files, tenant, input.artifact, means.inputTtlMs) : NOTHING,
    order: {
      v: 1,
      kind,
      year: asker.tenant.year,
      actor: { id, email, employeeCode, name, role, range },
      group: group && { id: group.id, name: group.name },
      lane: await laneOf(operation, options, group, means.stores(asker.tenant)),
      lock: lockOf(operation, group),
      acceptedAt: now(),
      options,
      input,
      keepInput: former.order.keepInput,
      rerunOf: former.job.id,
    },
  });
  switch (result.outcome) {
    case "accepted":
      means.ring();
      return { id: job, title, repeated: false };
    case "repeated":
      return { id: result.job, title: result.title, repeated: true };
    case "locked":
      throw new Refusal("already_open", { job: result.job });
    case "other_content":
      throw new Refusal("key_reused");
  }
}

const DAY_MS = 24 * 60 * 60 * 1000;

const NOTHING: Change = { checks: [], mutations: [] };

/**
 * The input serves one more job: it lives for another day at least, so that the job finds it, and for no more than a
 * day beyond its own time, which its chunks outlast (design §4.5).
 */
async function keepLonger(files: Files, tenant: string, artifact: string, ttlMs: number): Promise<Change> {
  const stored = await readArtifact(files.kv, tenant, artifact);
  if (!stored.value || stateAt(stored.value, now()) === "gone") throw new Refusal("input_gone");
  const { since, expiresAt: present } = stored.value;
  const expiresAt = Math.max(present ?? 0, Math.min(now() + DAY_MS, since + ttlMs + DAY_MS));
  return saveArtifact(tenant, stored, { ...stored.value, expiresAt, dueAt: expiresAt });
}

/** True when a job had an input that is not there any more. */
export async function inputMissing(files: Files, tenant: string, { input }: Order): Promise<boolean> {
  if (!input) return false;
  const { value } = await readArtifact(files.kv, tenant, input.artifact);
  return !value || stateAt(value, now()) === "gone";
}
