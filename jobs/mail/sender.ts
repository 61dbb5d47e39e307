import { type Log, thrown } from "../../domain/log.ts";
import type { Recipient } from "../../domain/mail.ts";
import { writtenMail } from "../../domain/mail_text.ts";
import type { Committer } from "../../kv/commit.ts";
import { failpoint } from "../../kv/failpoint.ts";
import {
  type ClaimedMail,
  claimMails,
  leaseSender,
  type Outcome,
  releaseSender,
  type SenderLease,
  settleMails,
  tenantsSending,
} from "../../kv/outgoing.ts";
import { WAITS_MS } from "../engine/lease.ts";
import type { Living } from "../engine/owner.ts";
import { deferral } from "./deferral.ts";
import type { Reception, Transport } from "./transport.ts";

/** How often the outbox is looked at for mails that another process posted, or that were put off. */
const LOOK_EVERY_MS = 1_000;

/** Mails of a tenant in its turn: then the next tenant has one. */
const MAILS_PER_TURN = 20;

/** How long `stop` waits for mails that are going out. */
const DRAIN_MS = 10_000;

export interface SenderOptions {
  kv: Deno.Kv;
  committer: Committer;
  /** This process among those that run jobs: one of them sends. */
  owner: Living;
  from: Recipient;
  open(): Transport;
  /** `https://host` of a tenant, for the links in its mails. */
  origin(tenant: string): Promise<string>;
  log: Log;
  /** Milliseconds of a clock that never goes back; tests step it. */
  monotonic?: () => number;
  /** It looks at the outbox when it is rung only, and leaves the sending to others meanwhile. */
  rests?: boolean;
}

/** Sends the mails of the outbox, in one process at a time. */
export interface Sender {
  /** Looks at the outbox now: something was posted. */
  ring(): void;
  /** True while it looks and sends, and while somebody who may be dead keeps the right to. */
  busy(): boolean;
  /** Begins no mail any more, waits a while for those that are going out, and leaves. */
  stop(): Promise<void>;
}

/** Starts to send. A mail server that is down is tried again after 10 s, 1 min, then every 5 min. */
export function startSender(options: SenderOptions): Sender {
  const { kv, committer, owner, log, monotonic = () => performance.now() } = options;
  let bell = Promise.withResolvers<void>();
  let stopping = false;
  let working = false;
  let rung = true;
  /** Something is to be sent, and another process has the right to. */
  let kept = false;
  let transport: Transport | null = null;
  let lease: SenderLease | null = null;
  let failures = 0;
  let notBefore = -Infinity;
  /** The server answered to a mail of this round. */
  let answered = false;
  /** Mails (id → tenant) at which the server was found down. They go last: it may be down for them alone. */
  const suspects = new Map<string, string>();

  /** Sends what is due, tenants in turns, until nothing is or the server is down. */
  async function round(): Promise<void> {
    kept = false;
    if (monotonic() < notBefore) return;
    const doubted = new Set(suspects.values());
    let tenants = (await tenantsSending(kv)).toSorted((a, b) =>
      Number(doubted.has(a)) - Number(doubted.has(b))
    );
    if (tenants.length === 0) return;
    answered = false;
    lease = await leaseSender(kv, committer, owner.id, owner.isDead);
    kept = lease === null;
    try {
      while (lease && tenants.length > 0) tenants = await turns(lease, tenants);
    } finally {
      hangUp();
      if (options.rests) await giveUpRight();
    }
  }

  async function giveUpRight() {
    if (lease) await releaseSender(committer, lease);
    lease = null;
  }

  function hangUp() {
    transport?.close(true);
    transport = null;
  }

  /** One turn each; the tenants that had a full one. */
  async function turns(held: SenderLease, tenants: readonly string[]): Promise<string[]> {
    const more: string[] = [];
    for (const tenant of tenants) {
      if (stopping) return [];
      failpoint?.("mail-claim:before");
      const claimed = await claimMails(kv, committer, held, tenant, MAILS_PER_TURN);
      failpoint?.("mail-claim:after");
      if (claimed === null) return [];
      if (claimed.length > 0 && !await deliver(tenant, claimed)) return [];
      if (claimed.length === MAILS_PER_TURN) more.push(tenant);
    }
    return more;
  }

  /** Sends mails; those that are suspected one by one, after the others. False when the server is down. */
  async function deliver(tenant: string, mails: readonly ClaimedMail[]): Promise<boolean> {
    const origin = await options.origin(tenant);
    const { others = [], doubted = [] } = Object.groupBy(
      mails,
      ({ mail }) => suspects.has(mail.id) ? "doubted" : "others",
    );
    for (const some of [others, ...doubted.map((one) => [one])]) {
      if (!await sendAll(some, origin)) return false;
    }
    return true;
  }

  /** Sends mails side by side, and stores at once what comes of each. False when the server is down. */
  async function sendAll(mails: readonly ClaimedMail[], origin: string): Promise<boolean> {
    const over: { claimed: ClaimedMail; outcome: Outcome }[] = [];
    let storing = Promise.resolve();
    let down: { at: ClaimedMail; why: string } | null = null;

    async function store() {
      const some = over.splice(0);
      if (some.length === 0) return;
      failpoint?.("mail-settle:before");
      await settleMails(committer, some);
      failpoint?.("mail-settle:after");
    }

    await Promise.all(mails.map(async (claimed) => {
      const reception = await send(claimed, origin);
      if (reception.what === "down") {
        transport?.close(false);
        return void (down ??= { at: claimed, why: reception.why });
      }
      reached();
      suspects.delete(claimed.mail.id);
      over.push({ claimed, outcome: outcomeOf(claimed, reception) });
      // While one commit is made, what comes meanwhile waits for the next.
      storing = storing.then(store);
      await storing;
    }));
    return down === null || await isMailsOwn(down);
  }

  /** A server that answers to all others is not down: the mail is put off, as if its own recipient had been refused. */
  async function isMailsOwn({ at, why }: { at: ClaimedMail; why: string }): Promise<boolean> {
    const { tenant, mail } = at;
    if (answered && !stopping && suspects.delete(mail.id)) {
      hangUp();
      await settleMails(committer, [{ claimed: at, outcome: deferral(mail.deferrals, null) }]);
      return true;
    }
    suspects.set(mail.id, tenant);
    unreachable(why);
    return false;
  }

  async function send({ mail, letter }: ClaimedMail, origin: string): Promise<Reception> {
    transport ??= options.open();
    const { subject, text } = writtenMail(letter, mail, origin + mail.path);
    const messageId = `${mail.id}@${domainOf(options.from)}`;
    return await transport.send({ messageId, to: mail.to, subject, text, date: new Date(mail.postedAt) });
  }

  function reached() {
    if (failures > 0) log("info", "the mail server answers again");
    failures = 0;
    answered = true;
  }

  function unreachable(why: string) {
    if (stopping) return;
    const wait = WAITS_MS[Math.min(failures, WAITS_MS.length - 1)]!;
    failures++;
    notBefore = monotonic() + wait;
    log("error", "mails wait: the mail server cannot be used", { seconds: wait / 1000, why });
  }

  async function loop() {
    while (!stopping) {
      bell = Promise.withResolvers();
      rung = false;
      working = true;
      await round().catch((error) => log("error", "mails could not be sent", { error: thrown(error) }));
      working = false;
      if (!stopping) await (options.rests ? bell.promise : pause(LOOK_EVERY_MS, bell.promise));
    }
  }

  const looping = loop();
  return {
    ring() {
      rung = true;
      bell.resolve();
    },
    busy: () => rung || working || kept,
    async stop() {
      stopping = true;
      bell.resolve();
      transport?.close(false);
      await pause(DRAIN_MS, looping);
      transport?.close(true);
      await looping;
      await giveUpRight();
    },
  };
}

function outcomeOf({ mail }: ClaimedMail, reception: Exclude<Reception, { what: "down" }>): Outcome {
  switch (reception.what) {
    case "sent":
      return { what: "sent" };
    case "refused":
      return { what: "failed", trouble: "refused", reply: reception.reply };
    case "deferred":
      return deferral(mail.deferrals, reception.reply);
  }
}

function domainOf({ address }: Recipient): string {
  return address.slice(address.lastIndexOf("@") + 1);
}

/** Waits so long, or until `earlier`; keeps no process alive. */
async function pause(ms: number, earlier: Promise<void>): Promise<void> {
  const over = Promise.withResolvers<void>();
  const timer = setTimeout(over.resolve, ms);
  Deno.unrefTimer(timer);
  await Promise.race([over.promise, earlier]);
  clearTimeout(timer);
}
