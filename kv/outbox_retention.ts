import { decodeTime, encodeTime } from "ulid";
import { mailSchema } from "../domain/mail.ts";
import { type Committer, type Mutation, remove, set } from "./commit.ts";
import { mailKeys, sysKeys } from "./keys.ts";
import { parse } from "./read.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** How long a mail is kept, sent or not: what nobody could send in a season is not worth sending in the next. */
export const MAIL_DAYS = 90;

/** Mails deleted in one commit, and in one go: other duties wait meanwhile. */
const MAILS_PER_COMMIT = 200;
const COMMITS_PER_SWEEP = 25;

/** The day (of UTC, counted from 1970) on which the mail with this id was posted. */
export function dayOfMail(id: string): number {
  return Math.floor(decodeTime(id) / DAY_MS);
}

/** The duty to forget the mails of a day; one key a tenant and day, written over by each mail of it. */
export function forgettingMails(tenant: string, day: number): Mutation {
  const at = (day + 1 + MAIL_DAYS) * DAY_MS;
  return set(sysKeys.due(at, `mails-${tenant}`), { v: 1, kind: "mails", tenant, id: String(day) });
}

/**
 * Deletes the mails of a day with their letters, by a due entry under `key`, which goes with the last of them; what is
 * too much for one sweep stays due.
 */
export async function forgetMails(
  kv: Deno.Kv,
  committer: Committer,
  { tenant, id }: { tenant: string; id: string },
  key: Deno.KvKey,
): Promise<void> {
  const day = Number(id);
  for (let n = 0; n < COMMITS_PER_SWEEP; n++) {
    const mails = await mailsOf(kv, tenant, day);
    const last = mails.length === 0;
    const mutations = last ? [...await letterRemovals(kv, tenant, day), remove(key)] : mails;
    await committer.commit({ checks: [], mutations }, "bulk");
    if (last) return;
  }
}

async function mailsOf(kv: Deno.Kv, tenant: string, day: number): Promise<Mutation[]> {
  const prefix = mailKeys.mails(tenant);
  const range = {
    start: [...prefix, encodeTime(day * DAY_MS)],
    end: [...prefix, encodeTime((day + 1) * DAY_MS)],
  };
  const removals: Mutation[] = [];
  for await (const { key, value } of kv.list(range, { limit: MAILS_PER_COMMIT })) {
    const { id, state, notBefore } = parse([...key], value, mailSchema);
    removals.push(remove([...key]));
    if (state === "waiting") removals.push(remove(sysKeys.outgoing(tenant, notBefore, id)));
  }
  return removals;
}

async function letterRemovals(kv: Deno.Kv, tenant: string, day: number): Promise<Mutation[]> {
  const letters = kv.list({ prefix: mailKeys.letters(tenant, day) });
  return await Array.fromAsync(letters, ({ key }) => remove([...key]));
}
