import { now } from "../../domain/clock.ts";
import { seen, together } from "../change.ts";
import { type Change, type Mutation, remove } from "../commit.ts";
import { failpoint } from "../failpoint.ts";
import { sysKeys, yearKeys } from "../keys.ts";
import type { Stored } from "../read.ts";
import { type Artifact, dueMutation, readArtifact, saveArtifact } from "./artifact.ts";
import { deleteChunks } from "./delete_chunks.ts";
import type { Files } from "./files.ts";
import { isBeingRead, READER_RENEW_MS } from "./readers.ts";
import { shredded, stateAt, streamLimit, WRITING_CHECK_MS } from "./transitions.ts";

/** A `due` entry of an artifact: the moment in its key, and what it names. */
export interface ArtifactDue {
  at: number;
  tenant: string;
  id: string;
}

/** What the clean-up did. */
export interface Settled {
  /** The file whose keys were destroyed by this call. */
  shredded: Artifact | null;
}

/**
 * Does what a due entry asks for, now: shreds what is over or was left behind, then deletes its chunks. Each step is
 * one commit that moves the entry, so a process that dies anywhere leaves an entry for what is still to do. A step
 * that somebody else overtook is left for the next tick. `also` gives what goes into the commit that destroys the
 * keys, such as an audit entry. Throws StoredValueError for a record of a newer version.
 */
export async function settleArtifact(
  files: Files,
  entry: ArtifactDue,
  also: (before: Artifact) => Mutation[] = () => [],
): Promise<Settled> {
  const result: Settled = { shredded: null };
  let at: number | null = entry.at;
  while (at !== null && at <= now()) {
    const stored = await readArtifact(files.kv, entry.tenant, entry.id);
    const { change, next } = await step(files, entry.tenant, stored);
    const shreds = next?.state === "gone" && stored.value !== null && stored.value.state !== "gone";
    // Pictures are the employee's own affair: their end stands in 操作履歴 with what was saved.
    const told = shreds && stored.value?.purpose !== "picture" ? also(stored.value!) : [];
    const moved = together(
      { checks: [], mutations: [remove(sysKeys.due(at, entry.id))] },
      change,
      { checks: [], mutations: told },
    );
    if (shreds) failpoint?.("shred.keys:before");
    if (!(await files.committer.commit(moved, "bulk")).ok) break;
    if (shreds) failpoint?.("shred.keys:after");
    if (shreds) result.shredded = next;
    at = next?.dueAt ?? null;
  }
  return result;
}

interface Step {
  change: Change;
  /** The record after it whose entry may be due again; null: nothing is left to do for this entry. */
  next: Artifact | null;
}

const NOTHING: Change = { checks: [], mutations: [] };

async function step(files: Files, tenant: string, stored: Stored<Artifact>): Promise<Step> {
  const record = stored.value;
  if (!record) return { change: NOTHING, next: null };
  if (record.state === "writing") return await checkWriting(files.kv, tenant, stored, record);
  if (record.state === "gone") return await deleteBytes(files, tenant, stored, record);
  if (record.purpose === "picture") return await checkPicture(files.kv, tenant, stored, record);
  if (stateAt(record, now()) === "gone") return saved(tenant, stored, shredded(record, now()));
  // Its time has not come: the entry was left from before a transition. The one that counts is put in its place.
  return saved(tenant, stored, { ...record, dueAt: record.graceUntil ?? record.expiresAt });
}

function saved(tenant: string, stored: Stored<Artifact>, next: Artifact | null): Step {
  return { change: saveArtifact(tenant, stored, next), next };
}

/**
 * A file that is being written lives as long as its job is open, whoever runs that; an upload has had its time. The
 * record itself is left alone, because its writer checks it: only the entry moves.
 */
async function checkWriting(
  kv: Deno.Kv,
  tenant: string,
  stored: Stored<Artifact>,
  record: Artifact,
): Promise<Step> {
  if (record.job === null) return saved(tenant, stored, shredded(record, now()));
  const open = await kv.get(sysKeys.open(record.job));
  const unchanged = { checks: [{ key: sysKeys.open(record.job), versionstamp: null }], mutations: [] };
  if (open.versionstamp === null) {
    const { change, next } = saved(tenant, stored, shredded(record, now()));
    return { change: together(unchanged, change), next };
  }
  const again = dueMutation(tenant, record.id, now() + WRITING_CHECK_MS);
  return { change: { checks: [seen(stored)], mutations: [again] }, next: null };
}

/** A picture lives as long as its employee's answers name it. */
async function checkPicture(
  kv: Deno.Kv,
  tenant: string,
  stored: Stored<Artifact>,
  record: Artifact,
): Promise<Step> {
  const { year, employee } = record.holder ?? { year: 0, employee: "" };
  const key = yearKeys.picture(tenant, year, employee, record.id);
  const { versionstamp } = await kv.get(key);
  const unchanged = { checks: [{ key, versionstamp }], mutations: [] };
  const next = versionstamp === null ? shredded(record, now()) : { ...record, dueAt: null };
  const { change } = saved(tenant, stored, next);
  return { change: together(unchanged, change), next };
}

/** Deletes the chunks of a shredded file, unless a response that began in time is still under way. */
async function deleteBytes(
  { kv, blobKv }: Files,
  tenant: string,
  stored: Stored<Artifact>,
  record: Artifact,
): Promise<Step> {
  const limit = streamLimit(record);
  if (now() < limit && await isBeingRead(kv, tenant, record.id, now())) {
    return saved(tenant, stored, { ...record, dueAt: Math.min(now() + READER_RENEW_MS, limit) });
  }
  for (const part of record.parts) await deleteChunks(blobKv, tenant, part.id, part.chunks);
  // A file that was never published is in nobody's list, nor is a picture that was taken away: nothing of it stays.
  const published = record.sha256 !== null && record.purpose !== "picture";
  return saved(tenant, stored, published ? { ...record, parts: [], dueAt: null } : null);
}
