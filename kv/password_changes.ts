import { Refusal } from "../domain/errors.ts";
import { requireStrong } from "../domain/password.ts";
import { type Person, personOf, type User } from "../domain/user.ts";
import { factsOf } from "./account_facts.ts";
import type { AccountMeans, Accounts, IssuedLink } from "./accounts.ts";
import { recrediting } from "./admins.ts";
import { NOTHING, seen, settle, telling, together } from "./change.ts";
import { followLink, newLink, readCredentials } from "./credentials.ts";
import { hashPassword, passwordFits } from "./passwords.ts";
import { readUser, requireUser } from "./users.ts";

type PasswordChanges = Pick<
  Accounts,
  "resetPassword" | "issueLink" | "linkOwner" | "setPassword" | "changePassword"
>;

/** Everything that changes how an account signs in: each is one checked commit. */
export function passwordChanges(
  { kv, committer, sessions, attempts, tell }: AccountMeans,
): PasswordChanges {
  /** A new link for an active account; `keep`: the password it has stays good until then. */
  function relink(tenant: string, id: string, keep: boolean, by: Person | null): Promise<IssuedLink> {
    return settle(committer, async () => {
      const stored = await requireUser(readUser(kv, tenant, id));
      const user = stored.value;
      if (!user.active) throw new Refusal("invalid_field", INACTIVE);
      const { token, link } = newLink();
      const former = await readCredentials(kv, tenant, id);
      const password = keep ? former.value?.password ?? null : null;
      const change = together(
        { checks: [seen(stored)], mutations: [] },
        await recrediting(kv, tenant, user, former, { password, link }),
        keep ? NOTHING : await sessions.endingAll(tenant, id),
        telling(tell(tenant, { event: "password_reset", by, facts: factsOf(user) })),
      );
      return { change, value: { user, token, expiresAt: link.expiresAt } };
    });
  }

  async function linkOwner(tenant: string, token: string): Promise<User | null> {
    const link = await followLink(kv, tenant, token);
    const user = link && (await readUser(kv, tenant, link.user)).value;
    return user?.active ? user : null;
  }

  async function setPassword(tenant: string, token: string, password: string): Promise<User> {
    const owner = await linkOwner(tenant, token);
    if (!owner) throw new Refusal("link_expired");
    requireStrong(password, owner);
    const hash = await hashPassword(password);
    return await settle(committer, async () => {
      const link = await followLink(kv, tenant, token);
      if (!link) throw new Refusal("link_expired");
      const stored = await requireUser(readUser(kv, tenant, link.user));
      const user = stored.value;
      if (!user.active) throw new Refusal("link_expired");
      const change = together(
        { checks: [seen(stored)], mutations: [] },
        await recrediting(kv, tenant, user, link.credentials, { password: hash, link: null }),
        await sessions.endingAll(tenant, link.user),
        telling(tell(tenant, { event: "password_set", by: personOf(user), facts: factsOf(user) })),
      );
      return { change, value: user };
    });
  }

  async function changePassword(tenant: string, id: string, present: string, next: string): Promise<void> {
    const attempt = await attempts.begin(tenant, [{ kind: "account", name: id }]);
    const known = (await readCredentials(kv, tenant, id)).value?.password ?? null;
    if (!await passwordFits(present, known)) throw new Refusal("wrong_password");
    requireStrong(next, (await requireUser(readUser(kv, tenant, id))).value);
    const hash = await hashPassword(next);
    await settle(committer, async () => {
      const stored = await requireUser(readUser(kv, tenant, id));
      const former = await readCredentials(kv, tenant, id);
      // A reset meanwhile took the password away: knowing it counts for nothing any more.
      if (!stored.value.active || former.value?.password?.hash !== known?.hash) {
        throw new Refusal("wrong_password");
      }
      const change = together(
        { checks: [seen(stored)], mutations: [] },
        await recrediting(kv, tenant, stored.value, former, { password: hash, link: null }),
        await sessions.endingAll(tenant, id),
        telling(tell(tenant, {
          event: "password_changed",
          by: personOf(stored.value),
          facts: factsOf(stored.value),
        })),
      );
      return { change, value: undefined };
    });
    await attempt.succeeded();
  }

  return {
    resetPassword: (tenant, id, by) => relink(tenant, id, false, by ? personOf(by) : null),
    issueLink: (tenant, id) => relink(tenant, id, true, null),
    linkOwner,
    setPassword,
    changePassword,
  };
}

const INACTIVE = { field: "アカウントの状態", hint: "先にアカウントを有効にしてください" };
