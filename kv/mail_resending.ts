import { isValid } from "ulid";
import { mailSchema } from "../domain/mail.ts";
import { type Person, personOf } from "../domain/user.ts";
import { NOTHING, seen, settle } from "./change.ts";
import { type Change, type Committer, type Mutation, set } from "./commit.ts";
import { mailKeys, sysKeys } from "./keys.ts";
import type { Outgoing } from "./outgoing.ts";
import { readMany } from "./read.ts";

/** The most mails that are sent again at once: those of a page. One commit checks them all (reference/kv.md §1). */
export const MAX_RESENT = 50;

/** Tells the audit log which mails somebody sends again, in the commit of it. */
export type TellResent = (tenant: string, by: Person, ids: readonly string[]) => Mutation[];

/**
 * Puts mails that failed for good on their way again, to the same address and under the same Message-ID, as if nobody had
 * tried. Those that did not fail, or do not any more, stay as they are: however often it is asked for, each goes once.
 * Answers how many go now.
 *
 * @param ids at most `MAX_RESENT`; unknown ones are nobody's
 */
export function resendMails(
  { kv, committer, tell = () => [] }: { kv: Deno.Kv; committer: Committer; tell?: TellResent },
  tenant: string,
  ids: readonly string[],
  by: Person,
): Promise<number> {
  const keys = [...new Set(ids)].filter((id) => isValid(id)).slice(0, MAX_RESENT)
    .map((id) => mailKeys.mail(tenant, id));
  return settle(committer, async () => {
    const stored = await readMany(kv, keys, mailSchema);
    const failed = stored.flatMap((one) =>
      one.value?.state === "failed" ? [{ ...one, mail: one.value }] : []
    );
    if (failed.length === 0) return { change: NOTHING, value: 0 };
    const outgoing: Outgoing = { v: 1, sender: null };
    const change: Change = {
      checks: failed.map(seen),
      mutations: failed.flatMap(({ key, mail }) => [
        set(key, { ...mail, state: "waiting", deferrals: 0, notBefore: 0, trouble: null, reply: null }),
        set(sysKeys.outgoing(tenant, 0, mail.id), outgoing),
      ]),
    };
    change.mutations.push(...tell(tenant, personOf(by), failed.map(({ mail }) => mail.id)));
    return { change, value: failed.length };
  });
}
