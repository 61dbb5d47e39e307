import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { decodeTime } from "ulid";
import type { Artifact } from "../../../kv/files/artifact.ts";
import { artifactsOf, openDatabase } from "./database.ts";
import { checkRequests } from "./request_state.ts";
import { withoutPdfTimes } from "./pdf_times.ts";
import { withoutTimes } from "./zip_times.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Uploads that nobody accepted are taken away after ten minutes. */
const UPLOADS_CLEANED_MS = 11 * MINUTE_MS;

/** Everything that must be the same however often the process died (R3), line by line. */
export type FinalState = string[];

/** What belongs to the people and processes that looked, not to what was done. */
const VOLATILE = new Set(["session", "session_of", "attempts", "reader", "owner", "beat", "commit_mark"]);
/** Audit events that tell of attempts, or of people who looked; all others are effects. */
const OF_ATTEMPTS = new Set(["claimed", "lost", "handed_back", "waiting", "signed_in", "sign_in_failed"]);

/** By type: the bytes without the moments in them. */
const UNTIMED: Record<string, (bytes: Uint8Array) => Uint8Array<ArrayBuffer>> = {
  "application/zip": withoutTimes,
  "application/pdf": withoutPdfTimes,
};

/**
 * Looks at the database of an app that has ended: first what it holds once left-over uploads had their time, then
 * that nothing outlives its deadline. Throws when a file cannot be read or a chunk belongs to nobody.
 */
export function finalState(dir: string): Promise<FinalState> {
  // One after the other: there is one clock.
  const looked = looking.then(() => look(dir));
  looking = looked.catch(() => {});
  return looked;
}

let looking: Promise<unknown> = Promise.resolve();

async function look(dir: string): Promise<FinalState> {
  using db = await openDatabase(dir);
  await db.pass(UPLOADS_CLEANED_MS);
  const entries = await db.entries();
  strictEqual(entries.filter(({ key }) => key[0] === "sys" && key[1] === "open").length, 0, "open jobs");
  checkRequests(entries);
  const artifacts = artifactsOf(entries);
  deepStrictEqual(await db.chunks(), new Set(artifacts.flatMap(chunkKeys)), "chunks of nobody");
  const files = new Map<string, string>();
  for (const { tenant, record } of artifacts) {
    if (record.state !== "ready" && record.state !== "claimed") continue;
    const bytes = await db.bytes(tenant, record);
    const untimed = record.purpose === "attachment" ? UNTIMED[record.type]?.(bytes) : undefined;
    if (untimed) files.set(record.id, await sha256(untimed));
  }
  const lines = linesOf(entries, files);
  await db.pass(5 * DAY_MS);
  const lasting = artifactsOf(await db.entries()).filter(({ record }) => record.purpose === "picture");
  deepStrictEqual(await db.chunks(), new Set(lasting.flatMap(chunkKeys)), "chunks after their deadline");
  return lines;
}

function chunkKeys({ tenant, record }: { tenant: string; record: Artifact }): string[] {
  return record.parts.flatMap(({ id, chunks }) =>
    Array.from({ length: chunks ?? 0 }, (_, n) => ["t", tenant, "chunk", id, n].join("/"))
  );
}

/** `files`: digests of attachments that tell the time of their job, without it. */
function linesOf(entries: readonly Deno.KvEntry<unknown>[], files: ReadonlyMap<string, string>): FinalState {
  const jobs = entries.filter(({ key }) => key[2] === "job" && key.length === 4).map(({ key }) =>
    String(key[3])
  );
  const labels = new Map(jobs.sort().map((id, i) => [id, `job ${i + 1}`]));
  return entries.filter(isEffect)
    .map(({ key, value }) =>
      `${key.map((part) => plain(part, labels)).join("/")} = ${
        JSON.stringify(plain(essence(key, value, files), labels))
      }`
    )
    .sort();
}

function isEffect({ key, value }: Deno.KvEntry<unknown>): boolean {
  if (VOLATILE.has(String(key[0] === "sys" ? key[1] : key[2]))) return false;
  return key[2] !== "audit" || !OF_ATTEMPTS.has((value as { event: string }).event);
}

/** The value without what an attempt more, or another packing of commits, changes. */
function essence(key: Deno.KvKey, value: unknown, files: ReadonlyMap<string, string>): unknown {
  if (key[2] === "run") return { ended: (value as { ended: boolean }).ended };
  if (key[2] === "artifact") {
    const artifact = value as Artifact;
    // The digest of an upload is keyed with its part, which is new each time.
    const sha256 = artifact.keyed ? "keyed" : files.get(artifact.id) ?? artifact.sha256;
    return { ...artifact, parts: [], owner: "", sha256 };
  }
  if (key[4] === "guard" || key[4] === "groups_guard") return { tally: (value as { tally: unknown }).tally };
  // A random key, made with the first number.
  if (key[2] === "my_number_key") return { ...value as object, wrapped: "" };
  return value;
}

const TIME = 1_600_000_000_000;
/** The moment in names of files. */
const STAMP = /(?<=_)20\d{10}(\d\d)?(?=\.)/;
const ULID = /[0-9A-HJKMNP-TV-Z]{26}/g;

/** Moments and ids of this run by what they are instead of by what they happen to be. */
function plain(value: unknown, labels: ReadonlyMap<string, string>): unknown {
  if (typeof value === "number") return value > TIME ? "time" : value;
  if (typeof value === "string") {
    return value.replace(STAMP, "T").replace(ULID, (id) => labels.get(id) ?? (isNew(id) ? "id" : id));
  }
  // A sealed number: the box is another each time.
  if (value instanceof Uint8Array) return value.length;
  if (Array.isArray(value)) return value.map((one) => plain(one, labels));
  if (typeof value !== "object" || value === null) return value;
  const inOrder = Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1);
  return Object.fromEntries(inOrder.map(([name, one]) => [name, plain(one, labels)]));
}

/** Ids of the sample company are old, the same each time, and stay. Those of duties lie in the future. */
function isNew(id: string): boolean {
  return decodeTime(id) > Date.now() - DAY_MS;
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
}
