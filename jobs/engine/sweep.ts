import { now } from "../../domain/clock.ts";
import { type Change, type Committer, type Mutation, remove } from "../../kv/commit.ts";
import { readArtifact } from "../../kv/files/artifact.ts";
import { jobKeys, sysKeys } from "../../kv/keys.ts";
import { parse, read } from "../../kv/read.ts";
import { forgetAudit } from "./audit_retention.ts";
import type { Faults } from "./faults.ts";
import { indexRemovals } from "./indexes.ts";
import {
  type DueEntry,
  dueSchema,
  idempotencySchema,
  jobSchema,
  orderSchema,
  resultSchema,
} from "./records.ts";

/** Duties carried out in one sweep: the next one takes the clock anew. */
const DUE_PER_SWEEP = 200;

/** Row errors deleted in one commit. */
const ROW_ERRORS_PER_COMMIT = 200;

/** Who carries a duty out; the handler deletes the entry in the commit that does it. */
export interface DueHandlers {
  artifact(entry: DueEntry, key: Deno.KvKey): Promise<void>;
  /** What somebody who was deleted leaves in an open number of keys. */
  leavings(entry: DueEntry, key: Deno.KvKey): Promise<void>;
  /** Mails of a day that are kept no longer. */
  mails(entry: DueEntry, key: Deno.KvKey): Promise<void>;
  /** 08:00 at a tenant: what the system does each day. */
  morning(entry: DueEntry, key: Deno.KvKey): Promise<void>;
  /** Hears of each that was carried out. */
  done?(kind: DueEntry["kind"]): void;
}

/** The kinds of duties that `DueHandlers` carry out. */
const HANDLED = [
  "artifact",
  "leavings",
  "mails",
  "morning",
] as const satisfies (keyof Omit<DueHandlers, "done">)[];

/** Carries out what is due. One failing duty is told and stays; the others go on. */
export async function runDue(
  kv: Deno.Kv,
  committer: Committer,
  handlers: DueHandlers,
  faults: Faults,
): Promise<void> {
  const until = [...sysKeys.dues(), now() + 1];
  let done = 0;
  for await (const { key, value } of kv.list({ start: sysKeys.dues(), end: until })) {
    if (done === DUE_PER_SWEEP) break;
    try {
      const entry = parse([...key], value, dueSchema);
      const handled = HANDLED.find((kind) => kind === entry.kind);
      if (handled) await handlers[handled](entry, [...key]);
      else await forget(kv, committer, entry, [...key]);
      done++;
      handlers.done?.(entry.kind);
    } catch (error) {
      faults("a duty failed", error, { due: key.join("/") });
    }
  }
}

async function forget(kv: Deno.Kv, committer: Committer, entry: DueEntry, key: Deno.KvKey): Promise<void> {
  if (entry.kind === "audit") return await forgetAudit(kv, committer, entry.tenant, key);
  if (entry.kind === "row_errors") await forgetRowErrors(kv, committer, entry);
  const { checks, mutations } = await removals(kv, entry);
  // What fails here stays due, and is looked at again.
  await committer.commit({ checks, mutations: [...mutations, remove(key)] });
}

async function removals(kv: Deno.Kv, entry: DueEntry): Promise<Change> {
  if (entry.kind === "job") return { checks: [], mutations: await jobRemovals(kv, entry) };
  if (entry.kind === "idempotency") return await idempotencyRemovals(kv, entry);
  return { checks: [], mutations: [] };
}

/** Only the answer that this entry is about: after its 24 h the same key may have been given another one. */
async function idempotencyRemovals(kv: Deno.Kv, { tenant, id, rest }: DueEntry): Promise<Change> {
  const [user, operation, form] = rest ?? [];
  if (!user || !operation || !form) return { checks: [], mutations: [] };
  const { key, value, versionstamp } = await read(
    kv,
    jobKeys.idempotency(tenant, user, operation, form),
    idempotencySchema,
  );
  if (value?.job !== id) return { checks: [], mutations: [] };
  return { checks: [{ key, versionstamp }], mutations: [remove(key)] };
}

async function forgetRowErrors(kv: Deno.Kv, committer: Committer, { tenant, id }: DueEntry) {
  for (;;) {
    const keys: Deno.KvKey[] = [];
    const errors = kv.list({ prefix: jobKeys.rowErrors(tenant, id) }, { limit: ROW_ERRORS_PER_COMMIT });
    for await (const { key } of errors) keys.push([...key]);
    if (keys.length === 0) return;
    await committer.commit({ checks: [], mutations: keys.map(remove) }, "bulk");
  }
}

async function jobRemovals(kv: Deno.Kv, { tenant, id }: DueEntry): Promise<Mutation[]> {
  const [job, order, result] = await Promise.all([
    read(kv, jobKeys.job(tenant, id), jobSchema),
    read(kv, jobKeys.order(tenant, id), orderSchema),
    read(kv, jobKeys.result(tenant, id), resultSchema),
  ]);
  const keys = [
    jobKeys.job,
    jobKeys.order,
    jobKeys.run,
    jobKeys.checkpoint,
    jobKeys.result,
    jobKeys.progress,
  ];
  const former = order.value?.rerunOf ?? null;
  const files = [
    ...result.value?.attachments ?? [],
    ...(order.value?.input ? [order.value.input.artifact] : []),
  ];
  return [
    ...keys.map((key) => remove(key(tenant, id))),
    ...(job.value ? indexRemovals(tenant, job.value) : []),
    ...(former === null ? [] : [remove(jobKeys.rerun(tenant, former, id))]),
    ...await fileRemovals(kv, tenant, files),
  ];
}

/** The records of files whose bytes are gone; of another file the record says where its bytes lie. */
async function fileRemovals(kv: Deno.Kv, tenant: string, artifacts: string[]): Promise<Mutation[]> {
  const records = await Promise.all(artifacts.map((artifact) => readArtifact(kv, tenant, artifact)));
  return records.filter(({ value }) => value?.state === "gone" && value.parts.length === 0)
    .map(({ key }) => remove(key));
}
