import { z } from "zod";
import { now } from "../domain/clock.ts";
import { type Letter, letterSchema, type Mail, mailSchema, type MailTrouble } from "../domain/mail.ts";
import { type Change, type Committer, remove, set } from "./commit.ts";
import { mailKeys, sysKeys } from "./keys.ts";
import { dayOfMail } from "./outbox_retention.ts";
import { read, readMany } from "./read.ts";

/** A mail on its way out; `sender` took it last. */
const outgoingSchema = z.object({ v: z.literal(1), sender: z.string().nullable() });
export type Outgoing = z.infer<typeof outgoingSchema>;

const senderSchema = z.object({ v: z.literal(1), owner: z.string() });

/** The right to send, of one process at a time. */
export interface SenderLease {
  owner: string;
  versionstamp: string;
}

/** A mail that this process has claimed: what comes of it is stored only while the claim stands. */
export interface ClaimedMail {
  tenant: string;
  mail: Mail;
  letter: Letter;
  versionstamp: string;
}

/** What came of a mail. */
export type Outcome =
  | { what: "sent" }
  | { what: "failed"; trouble: MailTrouble; reply: number | null }
  | { what: "deferred"; delayMs: number; reply: number | null };

/** True for a change that posts a mail. */
export function postsMail({ mutations }: Change): boolean {
  const [root, list] = sysKeys.allOutgoing();
  return mutations.some(({ type, key }) => type === "set" && key[0] === root && key[1] === list);
}

/** Takes the right to send for `owner`, or renews it; null while somebody has it who lives. */
export async function leaseSender(
  kv: Deno.Kv,
  committer: Committer,
  owner: string,
  isDead: (owner: string) => Promise<boolean>,
): Promise<SenderLease | null> {
  const { key, value, versionstamp } = await read(kv, sysKeys.mailSender(), senderSchema);
  if (value?.owner === owner) return { owner, versionstamp: versionstamp! };
  if (value && !await isDead(value.owner)) return null;
  const result = await committer.commit({
    checks: [{ key, versionstamp }],
    mutations: [set(key, { v: 1, owner })],
  });
  return result.ok ? { owner, versionstamp: result.versionstamp } : null;
}

/** Gives the right back; nothing where somebody else has it. */
export async function releaseSender(committer: Committer, { versionstamp }: SenderLease): Promise<void> {
  const key = sysKeys.mailSender();
  await committer.commit({ checks: [{ key, versionstamp }], mutations: [remove(key)] });
}

/** Tenants with mails on their way, due or not. Skips from one to the next: each costs one read, however many mails. */
export async function tenantsSending(kv: Deno.Kv): Promise<string[]> {
  const tenants: string[] = [];
  const end = [...sysKeys.allOutgoing(), true];
  for (let start: Deno.KvKey = sysKeys.allOutgoing();;) {
    const [first] = await Array.fromAsync(kv.list({ start, end }, { limit: 1 }));
    if (!first) return tenants;
    const tenant = String(first.key[2]);
    tenants.push(tenant);
    // Behind every number that can follow the tenant.
    start = [...sysKeys.outgoingOf(tenant), true];
  }
}

/**
 * Claims up to `limit` mails of a tenant that are due, in one commit, with the letters of all. Null when the right to
 * send is lost. Mails that were forgotten meanwhile are taken off the list.
 */
export async function claimMails(
  kv: Deno.Kv,
  committer: Committer,
  lease: SenderLease,
  tenant: string,
  limit: number,
): Promise<ClaimedMail[] | null> {
  const prefix = sysKeys.outgoingOf(tenant);
  const entries = await Array.fromAsync(
    kv.list({ start: prefix, end: [...prefix, now() + 1] }, { limit, batchSize: limit }),
  );
  if (entries.length === 0) return [];
  const found = await readLetters(kv, tenant, entries.map(({ key }) => String(key.at(-1))));
  const change: Change = { checks: [leaseCheck(lease)], mutations: [] };
  entries.forEach((entry, i) => {
    const key = [...entry.key];
    change.checks.push({ key, versionstamp: entry.versionstamp });
    change.mutations.push(found[i] ? set(key, { v: 1, sender: lease.owner }) : remove(key));
  });
  const result = await committer.commit(change);
  if (!result.ok) return await stillHeld(kv, lease) ? [] : null;
  const { versionstamp } = result;
  return found.flatMap((one) => one ? [{ tenant, ...one, versionstamp }] : []);
}

/** Mails by id with their letters, in the order asked; null for one that is not there any more. */
async function readLetters(kv: Deno.Kv, tenant: string, ids: readonly string[]) {
  const stored = await readMany(kv, ids.map((id) => mailKeys.mail(tenant, id)), mailSchema);
  const letters = await lettersOf(kv, tenant, stored.flatMap(({ value }) => value ?? []));
  return stored.map(({ value: mail }) => {
    const letter = mail && letters.get(mail.letter);
    return letter ? { mail, letter } : null;
  });
}

function leaseCheck({ versionstamp }: SenderLease) {
  return { key: sysKeys.mailSender(), versionstamp };
}

async function stillHeld(kv: Deno.Kv, { versionstamp }: SenderLease): Promise<boolean> {
  return (await kv.get(sysKeys.mailSender())).versionstamp === versionstamp;
}

/** The letters of these mails, by id. */
export async function lettersOf(
  kv: Deno.Kv,
  tenant: string,
  mails: readonly Mail[],
): Promise<Map<string, Letter>> {
  const keys = new Map(
    mails.map(({ id, letter }) => [letter, mailKeys.letter(tenant, dayOfMail(id), letter)]),
  );
  const stored = await readMany(kv, [...keys.values()], letterSchema);
  return new Map([...keys.keys()].flatMap((id, i) => stored[i]?.value ? [[id, stored[i]!.value!]] : []));
}

/**
 * Stores what came of mails, in one commit where their claims stand; each by itself where one was lost, because somebody
 * else has that mail now.
 */
export async function settleMails(
  committer: Committer,
  settled: readonly { claimed: ClaimedMail; outcome: Outcome }[],
): Promise<void> {
  const changes = settled.map(({ claimed, outcome }) => settling(claimed, outcome));
  const all: Change = {
    checks: changes.flatMap(({ checks }) => checks),
    mutations: changes.flatMap(({ mutations }) => mutations),
  };
  if ((await committer.commit(all)).ok || changes.length === 1) return;
  for (const change of changes) await committer.commit(change);
}

function settling({ tenant, mail, versionstamp }: ClaimedMail, outcome: Outcome): Change {
  const key = sysKeys.outgoing(tenant, mail.notBefore, mail.id);
  const next = mailAfter(mail, outcome);
  const outgoing: Outgoing = { v: 1, sender: null };
  return {
    checks: [{ key, versionstamp }],
    mutations: [
      remove(key),
      set(mailKeys.mail(tenant, mail.id), next),
      ...(next.state === "waiting" ? [set(sysKeys.outgoing(tenant, next.notBefore, next.id), outgoing)] : []),
    ],
  };
}

function mailAfter(mail: Mail, outcome: Outcome): Mail {
  switch (outcome.what) {
    case "sent":
      return { ...mail, state: "sent", sentAt: now(), trouble: null, reply: null };
    case "failed":
      return { ...mail, state: "failed", trouble: outcome.trouble, reply: outcome.reply };
    case "deferred":
      return {
        ...mail,
        deferrals: mail.deferrals + 1,
        notBefore: now() + outcome.delayMs,
        trouble: "deferred",
        reply: outcome.reply,
      };
  }
}
