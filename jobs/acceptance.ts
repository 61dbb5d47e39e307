import { createHmac } from "node:crypto";
import { isValid, ulid } from "ulid";
import { now } from "../domain/clock.ts";
import { Refusal } from "../domain/errors.ts";
import type { Group } from "../domain/group.ts";
import { allows } from "../domain/permission.ts";
import type { Stores } from "../domain/stores.ts";
import type { Tenant } from "../domain/tenant.ts";
import type { Files } from "../kv/files/files.ts";
import { accept } from "./engine/accept.ts";
import { countOpen } from "./engine/lookups.ts";
import type { Lane, Order } from "./engine/records.ts";
import { inputFor } from "./input.ts";
import { laneOf } from "./lane.ts";
import { fieldsFor, type Operation, placeFor } from "./operation.ts";
import { type Options, optionsOf } from "./options.ts";
import type { Accepted, Asker, Submission } from "./service.ts";
import { discardUpload, takeUpload, type Upload } from "./upload.ts";

/** What accepting needs; numbers from the configuration. */
export interface AcceptMeans {
  files: Files;
  find(kind: string): Operation | null;
  stores(tenant: Tenant): Stores;
  inputTtlMs: number;
  tenantOpenJobs: number;
  /** Asks a signed-in person for the password again. Throws Refusal wrong_password or too_many_attempts. */
  confirmPassword(tenant: string, user: string, password: string): Promise<void>;
  /** Wakes the worker of this process. */
  ring(): void;
}

/**
 * Accepts an operation: one commit, or a Refusal and nothing stored (R1). The checks that need no file come first,
 * so that a wrong request is answered before its bytes are read.
 */
export async function acceptOperation(
  means: AcceptMeans,
  asker: Asker,
  submission: Submission,
): Promise<Accepted> {
  const { files } = means;
  const { operation, group } = await permitted(means, asker, submission);
  const key = keyOf(submission.key);
  const fields = fieldsFor(operation, group ? "group" : "all");
  const options = optionsOf({ ...operation, fields }, submission.fields);
  await requirePassword(means, asker, operation, passwordIn(submission.fields));
  const input = inputFor(operation.input, options);
  const upload = input
    ? await takeUpload(files, asker.tenant.id, means.inputTtlMs, input, submission.file)
    : null;
  try {
    const job = ulid(now());
    const title = operation.title(group, options);
    const lane = await laneOf(operation, options, group, means.stores(asker.tenant));
    const result = await accept(files.kv, files.committer, {
      tenant: asker.tenant.id,
      job,
      title,
      order: orderOf(asker, operation, group, lane, upload, options),
      key,
      hash: hashOf(files, submission, upload),
      input: upload?.publish ?? { checks: [], mutations: [] },
    });
    if (result.outcome === "accepted") {
      means.ring();
      return { id: job, title, repeated: false };
    }
    if (result.outcome === "repeated") return await repeated(means, asker, upload, result);
    throw result.outcome === "locked"
      ? new Refusal("already_open", { job: result.job })
      : new Refusal("key_reused");
  } catch (error) {
    if (upload) await discardUpload(files, asker.tenant.id, upload.artifact);
    throw error;
  }
}

async function repeated(
  { files }: AcceptMeans,
  asker: Asker,
  upload: Upload | null,
  { job, title }: { job: string; title: string },
): Promise<Accepted> {
  if (upload) await discardUpload(files, asker.tenant.id, upload.artifact);
  return { id: job, title, repeated: true };
}

/** The operation and its target, when this person may start it there now. */
export async function permitted(
  means: AcceptMeans,
  { tenant, user }: Asker,
  submission: Pick<Submission, "operation" | "group">,
): Promise<{ operation: Operation; group: Group | null }> {
  const operation = means.find(submission.operation);
  if (!operation || operation.system) throw new Refusal("unknown_operation");
  const place = placeFor(operation, submission.group === null ? "all" : "group");
  if (!place) throw new Refusal("bad_request", { what: "依頼グループ" });
  if (!allows(user.role, place.permission)) throw new Refusal("forbidden");
  const group = submission.group === null ? null : await means.stores(tenant).groups.get(submission.group);
  if (submission.group !== null && !group) throw new Refusal("group_gone");
  await requireRoom(means, tenant.id);
  return { operation, group };
}

/** Asks for the password again where the operation does (design §6). It is never stored. */
export async function requirePassword(
  { confirmPassword }: AcceptMeans,
  { tenant, user }: Asker,
  operation: Operation,
  password: string | null,
): Promise<void> {
  if (operation.password) await confirmPassword(tenant.id, user.id, password ?? "");
}

function passwordIn(fields: Submission["fields"]): string | null {
  return fields.find(([name]) => name === "password")?.[1] ?? null;
}

/** Refuses when the tenant has as many open jobs as it may. */
async function requireRoom({ files, tenantOpenJobs: limit }: AcceptMeans, tenant: string) {
  if (await countOpen(files.kv, tenant, limit) >= limit) throw new Refusal("too_many_open", { limit });
}

/** The idempotency key of a form, or a new one. Throws Refusal bad_key. */
export function keyOf(key: string | null): string {
  if (key === null || key === "") return ulid();
  if (!isValid(key)) throw new Refusal("bad_key");
  return key;
}

function orderOf(
  { tenant, user }: Asker,
  operation: Operation,
  group: Group | null,
  lane: Lane,
  upload: Upload | null,
  options: Options,
): Order {
  const { id, email, employeeCode, name, role, range } = user;
  return {
    v: 1,
    kind: operation.kind,
    year: tenant.year,
    actor: { id, email, employeeCode, name, role, range },
    group: group && { id: group.id, name: group.name },
    lane,
    lock: lockOf(operation, group),
    acceptedAt: now(),
    options,
    input: upload && { artifact: upload.artifact, name: upload.name, encoding: upload.encoding },
    keepInput: operation.keepInput !== "at_end",
    rerunOf: null,
  };
}

/** The name of the lock that an exclusive operation takes, or null. */
export function lockOf({ exclusive, kind }: Operation, group: Group | null): string | null {
  if (!exclusive) return null;
  return exclusive === "group" && group ? `${kind}/${group.id}` : kind;
}

/** Fields that say where a form came from, not what is to be done. */
const NOT_CONTENT = new Set(["return_to", "password"]);

/**
 * What "the same form" means: operation, group, fields and file (design §4.2 "Accept"). Keyed, because it is stored for
 * a day and a plain one of a file with one 個人番号 could be guessed.
 */
function hashOf(
  { keyring: { keys: [first] } }: Pick<Files, "keyring">,
  { operation, group, fields, file }: Submission,
  upload: Upload | null,
): string {
  const content = fields.filter(([name]) => !NOT_CONTENT.has(name));
  const text = JSON.stringify([operation, group, content, file?.name ?? null, upload?.sha256 ?? null]);
  return createHmac("sha256", first.secret).update(`form ${text}`).digest("hex");
}
