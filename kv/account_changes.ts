import { ulid } from "ulid";
import { now } from "../domain/clock.ts";
import { Refusal } from "../domain/errors.ts";
import { requireStrong } from "../domain/password.ts";
import type { NewUser, User } from "../domain/user.ts";
import type { Accounts, IssuedLink, UserChange } from "./accounts.ts";
import { canAdminister, countingAdmin } from "./admins.ts";
import { NOTHING, seen, settle, together } from "./change.ts";
import type { Change, Committer } from "./commit.ts";
import { changing, type Credentials, followLink, newLink, readCredentials } from "./credentials.ts";
import { hashPassword } from "./passwords.ts";
import type { Stored } from "./read.ts";
import type { Sessions } from "./sessions.ts";
import { adding, newUser, readUser, replacing, requireFree } from "./users.ts";

type AccountChanges = Pick<
  Accounts,
  "create" | "invite" | "update" | "resetPassword" | "issueLink" | "linkOwner" | "setPassword"
>;

/** Everything that changes an account: each is one checked commit. */
export function accountChanges(kv: Deno.Kv, committer: Committer, sessions: Sessions): AccountChanges {
  const loadUser = (tenant: string, id: string) => requireUser(readUser(kv, tenant, id));

  /** A change of credentials and of what follows from it for the 管理者 of the tenant. */
  async function recredit(
    tenant: string,
    user: User,
    former: Stored<Credentials>,
    next: Omit<Credentials, "v">,
  ): Promise<Change> {
    const admin = await countingAdmin(kv, tenant, user.id, canAdminister(user, next));
    return together(changing(tenant, user.id, former, next), admin);
  }

  function store(tenant: string, user: User, next: Omit<Credentials, "v">): Promise<void> {
    return settle(committer, async () => {
      await requireFree(kv, tenant, user);
      const former = await readCredentials(kv, tenant, user.id);
      const change = together(adding(tenant, user), await recredit(tenant, user, former, next));
      return { change, value: undefined };
    });
  }

  async function create(tenant: string, given: NewUser & { id?: string }, password: string): Promise<User> {
    const { id = ulid(now()), ...rest } = given;
    const user = newUser(id, rest);
    await store(tenant, user, { password: await hashPassword(password), link: null });
    return user;
  }

  async function invite(tenant: string, given: NewUser): Promise<IssuedLink> {
    const user = newUser(ulid(now()), given);
    const { token, link } = newLink();
    await store(tenant, user, { password: null, link });
    return { user, token, expiresAt: link.expiresAt };
  }

  function update(tenant: string, id: string, given: UserChange): Promise<User> {
    return settle(committer, async () => {
      const stored = await loadUser(tenant, id);
      const credentials = await readCredentials(kv, tenant, id);
      const user: User = { ...stored.value, ...given };
      const change = together(
        replacing(stored, user),
        { checks: [seen(credentials)], mutations: [] },
        await countingAdmin(kv, tenant, id, canAdminister(user, credentials.value)),
        await sessions.endingAll(tenant, id),
      );
      return { change, value: user };
    });
  }

  /** A new link for an active account; `keep`: the password it has stays good until then. */
  function relink(tenant: string, id: string, keep: boolean): Promise<IssuedLink> {
    return settle(committer, async () => {
      const stored = await loadUser(tenant, id);
      const user = stored.value;
      if (!user.active) throw new Refusal("invalid_field", INACTIVE);
      const { token, link } = newLink();
      const former = await readCredentials(kv, tenant, id);
      const password = keep ? former.value?.password ?? null : null;
      const change = together(
        { checks: [seen(stored)], mutations: [] },
        await recredit(tenant, user, former, { password, link }),
        keep ? NOTHING : await sessions.endingAll(tenant, id),
      );
      return { change, value: { user, token, expiresAt: link.expiresAt } };
    });
  }

  const resetPassword = (tenant: string, id: string) => relink(tenant, id, false);
  const issueLink = (tenant: string, id: string) => relink(tenant, id, true);

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
      const stored = await loadUser(tenant, link.user);
      if (!stored.value.active) throw new Refusal("link_expired");
      const next = { password: hash, link: null };
      const change = together(
        { checks: [seen(stored)], mutations: [] },
        await recredit(tenant, stored.value, link.credentials, next),
        await sessions.endingAll(tenant, link.user),
      );
      return { change, value: stored.value };
    });
  }

  return { create, invite, update, resetPassword, issueLink, linkOwner, setPassword };
}

const INACTIVE = { field: "アカウントの状態", hint: "先にアカウントを有効にしてください" };

async function requireUser(reading: Promise<Stored<User>>): Promise<Stored<User> & { value: User }> {
  const { key, value, versionstamp } = await reading;
  if (value === null) throw new Refusal("not_found");
  return { key, value, versionstamp };
}
