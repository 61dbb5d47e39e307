import { monotonicFactory } from "ulid";
import { now } from "../domain/clock.ts";
import { isMailAddress, type Letter, type Mail, type NewMail } from "../domain/mail.ts";
import type { OutboxStore } from "../domain/stores.ts";
import { tenantSchema } from "../domain/tenant.ts";
import type { Write } from "../domain/write.ts";
import { adminIds } from "./admins.ts";
import { set } from "./commit.ts";
import { digest } from "./digest.ts";
import type { YearRef } from "./groups.ts";
import { accountKeys, mailKeys, sysKeys } from "./keys.ts";
import { masterCopyStore } from "./masters.ts";
import { dayOfMail, forgettingMails } from "./outbox_retention.ts";
import type { Outgoing } from "./outgoing.ts";
import { read } from "./read.ts";
import { readUser } from "./users.ts";
import { asWrite } from "./write.ts";

/** So much of a digest that no two letters of a day are the same: every mail carries it. */
const LETTER_ID = 22;

/**
 * The outbox of one tenant, as domain/stores.ts asks for it. A mail is two keys, and two more that all mails of a commit
 * share: its words stand apart, so that 100,000 mails take 57 MB whatever somebody wrote (82 to 490 MB otherwise).
 */
export function outboxStore(kv: Deno.Kv, ref: YearRef): OutboxStore {
  const known = new WeakMap<Letter, string>();
  // Ids that follow each other are written side by side.
  const newId = monotonicFactory();

  function letterIdOf(letter: Letter): string {
    const id = known.get(letter) ?? digest(JSON.stringify(letter)).slice(0, LETTER_ID);
    known.set(letter, id);
    return id;
  }

  return {
    async company() {
      const [company, tenant] = await Promise.all([
        masterCopyStore(kv, ref).company(),
        read(kv, accountKeys.tenant(ref.id), tenantSchema),
      ]);
      return company?.name || tenant.value?.name || "";
    },
    async administrators() {
      const ids = await adminIds(kv, ref.id);
      const users = await Promise.all(ids.map((id) => readUser(kv, ref.id, id)));
      return users.flatMap(({ value: user }) =>
        user?.active && user.role === "admin" && user.email && isMailAddress(user.email)
          ? [{ name: user.name, address: user.email }]
          : []
      );
    },
    post: (mail) => postings(ref.id, newId(now()), mail, letterIdOf(mail.letter)),
  };
}

/** The writes that post a mail whose letter has this id. */
function postings(tenant: string, id: string, { letter, ...mail }: NewMail, letterId: string): Write[] {
  const record: Mail = {
    v: 1,
    id,
    kind: letter.kind,
    ...mail,
    letter: letterId,
    state: "waiting",
    postedAt: now(),
    sentAt: null,
    deferrals: 0,
    notBefore: 0,
    trouble: null,
    reply: null,
  };
  const outgoing: Outgoing = { v: 1, sender: null };
  return [
    set(mailKeys.mail(tenant, id), record),
    set(sysKeys.outgoing(tenant, 0, id), outgoing),
    set(mailKeys.letter(tenant, dayOfMail(id), letterId), letter),
    forgettingMails(tenant, dayOfMail(id)),
  ].map(asWrite);
}
