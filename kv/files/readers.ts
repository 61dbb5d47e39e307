import { z } from "zod";
import { now } from "../../domain/clock.ts";
import { type Committer, type Mutation, remove } from "../commit.ts";
import { setFor } from "../change.ts";
import { fileKeys } from "../keys.ts";
import { parse } from "../read.ts";

/** A response under way says so this often; the clean-up waits for it. */
export const READER_RENEW_MS = 15_000;

/** A reader that missed two renewals ended with its process. */
const READER_FRESH_MS = 3 * READER_RENEW_MS;

/** A net for readers whose process died. */
const READER_NET_MS = 24 * 60 * 60_000;

const readerSchema = z.object({ v: z.literal(1), at: z.number() });

/** Whether a response with this artifact is under way at the moment `at`. */
export async function isBeingRead(
  kv: Deno.Kv,
  tenant: string,
  artifact: string,
  at: number,
): Promise<boolean> {
  for await (const { key, value } of kv.list({ prefix: fileKeys.readers(tenant, artifact) })) {
    if (at - parse([...key], value, readerSchema).at < READER_FRESH_MS) return true;
  }
  return false;
}

/** Says that reader `id` is at work now. */
export function readerMutation(tenant: string, artifact: string, id: string): Mutation {
  return setFor(fileKeys.reader(tenant, artifact, id), { v: 1, at: now() }, READER_NET_MS);
}

/** Runs `work` each `ms` until the returned function is called. Tests give one that they ring themselves. */
export type Every = (ms: number, work: () => void) => () => void;

/** The timer of the process; it keeps no process alive. */
export const every: Every = (ms, work) => {
  const timer = setInterval(work, ms);
  Deno.unrefTimer(timer);
  return () => clearInterval(timer);
};

/** Renews a reader record until it is ended; `tick` is called with each renewal. Ending twice is ending once. */
export function keepReader(
  committer: Committer,
  { tenant, artifact, id }: { tenant: string; artifact: string; id: string },
  repeat: Every,
  tick: () => void,
): () => Promise<void> {
  // A renewal that fails is made up for by the next one; the response itself needs no commit.
  const commit = (mutation: Mutation) =>
    committer.commit({ checks: [], mutations: [mutation] }).then(() => {}, () => {});
  let ending: Promise<void> | null = null;
  const stop = repeat(READER_RENEW_MS, () => {
    if (!ending) commit(readerMutation(tenant, artifact, id));
    tick();
  });
  return () => {
    if (!ending) {
      stop();
      ending = commit(remove(fileKeys.reader(tenant, artifact, id)));
    }
    return ending;
  };
}
