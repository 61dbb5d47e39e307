import { now } from "../domain/clock.ts";
import { Refusal } from "../domain/errors.ts";
import type { ProvenIdentity } from "../domain/sign_in_settings.ts";
import { type Person, personOf } from "../domain/user.ts";
import { factsOf } from "./account_facts.ts";
import type { AccountMeans, Accounts } from "./accounts.ts";
import { countingAdmin } from "./admins.ts";
import { NOTHING, seen, settle, telling, together } from "./change.ts";
import { type Identity, readIdentity, readOwner, subjectOf, tying } from "./identities.ts";
import type { Stored } from "./read.ts";
import { readSignIn } from "./sign_in_settings.ts";
import { findUser, readUser, requireUser } from "./users.ts";

type IdentitySignIn = Pick<Accounts, "signInAs" | "identityOf" | "untie">;

/** Signing in as somebody whom an identity provider vouches for. */
export function identitySignIn({ kv, committer, sessions, tell }: AccountMeans): IdentitySignIn {
  async function signInAs(tenant: string, proven: ProvenIdentity) {
    try {
      return await settle(committer, () => starting(tenant, proven));
    } catch (error) {
      if (error instanceof Refusal) await tellFailure(tenant, proven);
      throw error;
    }
  }

  /** One try: everything that it read is checked, so that a change meanwhile (an account switched off) wins. */
  async function starting(tenant: string, proven: ProvenIdentity) {
    const settings = await readSignIn(kv, tenant);
    if (settings.value?.provider?.rev !== proven.rev) throw new Refusal("identity_expired");
    const subject = subjectOf(proven);
    const owner = await readOwner(kv, tenant, subject);
    const id = owner.value?.user ?? await ownerOfMail(tenant, proven);
    const stored = await readUser(kv, tenant, id);
    const user = stored.value;
    if (!user?.active) throw new Refusal("identity_unknown");
    const former = await readIdentity(kv, tenant, id);
    requireFree(former, subject, proven);
    const at = now();
    const known = former.value?.subject === subject;
    const linkedAt = known ? former.value!.linkedAt : at;
    const { issuer, rev } = proven;
    const identity: Identity = { v: 1, issuer, subject, linkedAt, seenAt: at, rev };
    const { token, change } = await sessions.starting(tenant, user.id);
    const by = personOf(user);
    const linked = known ? [] : tell(tenant, { event: "identity_linked", by, facts: factsOf(user) });
    return {
      change: together(
        { checks: [seen(settings), seen(owner), seen(stored)], mutations: [] },
        await tying(kv, tenant, id, former, identity),
        await countingAdmin(kv, tenant, user, { identity }),
        change,
        telling(linked),
        telling(tell(tenant, { event: "signed_in", by, facts: { way: "identity" } })),
      ),
      value: { user, token },
    };
  }

  /** Whose mail address the provider vouches for. */
  async function ownerOfMail(tenant: string, { email }: ProvenIdentity): Promise<string> {
    if (email === null) throw new Refusal("identity_unverified");
    const id = await findMail(tenant, email);
    if (id === null) throw new Refusal("identity_unknown");
    return id;
  }

  /** A 社員番号 is no mail address, whatever the provider calls one. */
  async function findMail(tenant: string, email: string | null): Promise<string | null> {
    return email?.includes("@") ? await findUser(kv, tenant, email) : null;
  }

  /** Of accounts that exist only, as with passwords (kv/sign_in.ts). */
  async function tellFailure(tenant: string, proven: ProvenIdentity) {
    const owner = (await readOwner(kv, tenant, subjectOf(proven))).value?.user ?? null;
    const id = owner ?? await findMail(tenant, proven.email);
    const user = id && (await readUser(kv, tenant, id)).value;
    if (!user) return;
    const { account } = factsOf(user);
    const facts = { account: account ?? null, way: "identity" };
    const told = tell(tenant, { event: "sign_in_failed", by: null, facts });
    if (told.length > 0) await committer.commit(telling(told));
  }

  async function untie(tenant: string, id: string, by?: Person): Promise<void> {
    await settle(committer, async () => {
      const stored = await requireUser(readUser(kv, tenant, id));
      const former = await readIdentity(kv, tenant, id);
      if (!former.value) return { change: NOTHING, value: undefined };
      const told = tell(tenant, {
        event: "identity_unlinked",
        by: by ? personOf(by) : null,
        facts: factsOf(stored.value),
      });
      const change = together(
        { checks: [seen(stored)], mutations: [] },
        await tying(kv, tenant, id, former, null),
        await countingAdmin(kv, tenant, stored.value, { identity: null }),
        await sessions.endingAll(tenant, id),
        telling(told),
      );
      return { change, value: undefined };
    });
  }

  return {
    signInAs,
    untie,
    identityOf: async (tenant, id) => (await readIdentity(kv, tenant, id)).value,
  };
}

/**
 * A mail address that went from one person to another at the provider must not carry the account along: one that is
 * tied stays with its identity, until a 管理者 unties it. Another issuer is another company's word, and replaces it.
 */
function requireFree({ value }: Stored<Identity>, subject: string, { issuer }: ProvenIdentity) {
  if (value && value.issuer === issuer && value.subject !== subject) throw new Refusal("identity_other");
}
