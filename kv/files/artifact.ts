import { z } from "zod";
import { type Person, personSchema } from "../../domain/user.ts";
import type { Change, Mutation } from "../commit.ts";
import { remove, set } from "../commit.ts";
import { fileKeys, sysKeys } from "../keys.ts";
import { read, type Stored } from "../read.ts";

const time = z.number();
const count = z.number().int().min(0);

/** A run of chunks under a key of its own. Not sealed yet: no counts. Shredded: no key. */
const partSchema = z.object({
  id: z.string(),
  chunks: count.nullable(),
  bytes: count.nullable(),
  key: z.object({ id: z.string(), wrapped: z.string() }).nullable(),
});
export type Part = z.infer<typeof partSchema>;

/**
 * A file: what a person uploaded for a job (input), what a job leaves (添付ファイル, attachment), or what an employee shows
 * (証明書の画像, picture; kv/pictures.ts), which has no deadline.
 */
export const artifactSchema = z.object({
  v: z.literal(1),
  id: z.string(),
  /** The job that writes it; null for an upload, which is older than its job. */
  job: z.string().nullable(),
  purpose: z.enum(["input", "attachment", "picture"]),
  /** Whose picture it is, in which year. */
  holder: z.object({ year: z.number(), employee: z.string() }).nullable().default(null),
  /** Number of the attachment in its job, from 1. */
  n: count,
  name: z.string(),
  type: z.string(),
  state: z.enum(["writing", "ready", "claimed", "gone"]),
  /** The process that began it; for people who look, not for decisions. */
  owner: z.string(),
  since: time,
  /** Of the whole file, known when it is published. */
  size: count,
  sha256: z.string().nullable(),
  /**
   * True: `sha256` is keyed with the first part's key. Of an upload, whose few unknown digits (a 個人番号) could be
   * guessed by a plain one.
   */
  keyed: z.boolean().default(false),
  parts: z.array(partSchema),
  /** From here on it is not given out any more. Null while it is written, and of a picture. */
  expiresAt: time.nullable(),
  claimedBy: personSchema.nullable(),
  claimedAt: time.nullable(),
  /** End of the two minutes in which the claimer may fetch it again. */
  graceUntil: time.nullable(),
  /** When the clean-up has to look at it: the moment of its one `due` entry. Null: nothing is left to do. */
  dueAt: time.nullable(),
});
export type Artifact = z.infer<typeof artifactSchema>;

/** Who takes a file. */
export type Claimer = Person;

/** The artifact of this id, with what a later commit has to check. */
export function readArtifact(kv: Deno.Kv, tenant: string, id: string): Promise<Stored<Artifact>> {
  return read(kv, fileKeys.artifact(tenant, id), artifactSchema);
}

/** A place where no artifact lies yet. */
export function noArtifact(tenant: string, id: string): Stored<Artifact> {
  return { key: fileKeys.artifact(tenant, id), value: null, versionstamp: null };
}

/**
 * What puts `next` (null: nothing) in the place of `stored`: the check, the record, and the move of its `due` entry.
 * Several transitions may be gone through before one save.
 */
export function saveArtifact(tenant: string, stored: Stored<Artifact>, next: Artifact | null): Change {
  const record = next === null ? remove(stored.key) : set(stored.key, next);
  return {
    checks: [{ key: stored.key, versionstamp: stored.versionstamp }],
    mutations: [record, ...moveDue(tenant, stored.value, next)],
  };
}

function moveDue(tenant: string, before: Artifact | null, after: Artifact | null): Mutation[] {
  const from = before?.dueAt ?? null;
  const to = after?.dueAt ?? null;
  return [
    ...(before && from !== null && from !== to ? [remove(sysKeys.due(from, before.id))] : []),
    ...(after && to !== null ? [dueMutation(tenant, after.id, to)] : []),
  ];
}

/** Puts the artifact on the list of the clean-up for the moment `at` (ms). */
export function dueMutation(tenant: string, id: string, at: number): Mutation {
  return set(sysKeys.due(at, id), { v: 1, kind: "artifact", tenant, id });
}
