import { ulid } from "ulid";
import { refreshed, type SaidOfAccount } from "../domain/account_refresh.ts";
import { now } from "../domain/clock.ts";
import { Refusal } from "../domain/errors.ts";
import { type NewUser, type Person, personOf, type User } from "../domain/user.ts";
import { factsOf } from "./account_facts.ts";
import type { AccountMeans, Accounts, IssuedLink, UserChange } from "./accounts.ts";
import { countingAdmin, recrediting } from "./admins.ts";
import { settle, telling, together } from "./change.ts";
import type { Change, Mutation } from "./commit.ts";
import { type Credentials, newLink, readCredentials } from "./credentials.ts";
import { hashPassword, type PasswordHash } from "./passwords.ts";
import type { Stored } from "./read.ts";
import { readRoles } from "./roles.ts";
import {
  adding,
  findUser,
  newUser,
  normalCode,
  readAccount,
  replacing,
  requireFree,
  requireUser,
  withRights,
} from "./users.ts";

type AccountChanges = Pick<Accounts, "create" | "invite" | "update" | "refresh">;

/** Everything that makes or changes an account itself: each is one checked commit. */
export function accountChanges({ kv, committer, sessions, tell }: AccountMeans): AccountChanges {
  function store(
    tenant: string,
    account: User,
    next: Omit<Credentials, "v">,
    told: Mutation[] = [],
  ): Promise<void> {
    return settle(committer, async () => {
      await requireFree(kv, tenant, account);
      await requireRole(tenant, account.roleId, "role_unknown");
      const former = await readCredentials(kv, tenant, account.id);
      const user = await withRights(kv, tenant, account);
      const change = together(
        adding(tenant, account),
        await recrediting(kv, tenant, user, former, next),
        telling(told),
      );
      return { change, value: undefined };
    });
  }

  /** Refuses a 権限 that is not here. One that is never goes. */
  async function requireRole(
    tenant: string,
    roleId: string | null,
    code: "role_unknown" | "role_not_synced",
  ): Promise<void> {
    if (roleId === null) return;
    const [role] = await readRoles(kv, tenant, [roleId]);
    if (!role) throw new Refusal(code);
  }

  /** A change of an account and of what follows from it for the 管理者 of the tenant. */
  async function changing(
    tenant: string,
    stored: Stored<User> & { value: User },
    account: User,
  ): Promise<{ change: Change; user: User }> {
    const user = await withRights(kv, tenant, account);
    const change = together(replacing(tenant, stored, account), await countingAdmin(kv, tenant, user));
    return { change, user };
  }

  async function create(
    tenant: string,
    given: NewUser & { id?: string },
    password: string | PasswordHash,
  ): Promise<User> {
    const { id = ulid(now()), ...rest } = given;
    const account = newUser(id, rest);
    const hashed = typeof password === "string" ? await hashPassword(password) : password;
    await store(tenant, account, { password: hashed, link: null });
    return account;
  }

  async function invite(tenant: string, given: NewUser, by?: Person): Promise<IssuedLink> {
    const account = newUser(ulid(now()), given);
    const { token, link } = newLink();
    const event = { event: "account_invited", by: whoOf(by), facts: factsOf(account) } as const;
    await store(tenant, account, { password: null, link }, tell(tenant, event));
    return { user: await withRights(kv, tenant, account), token, expiresAt: link.expiresAt };
  }

  function update(tenant: string, id: string, given: UserChange, by?: Person): Promise<User> {
    return settle(committer, async () => {
      const stored = await requireUser(readAccount(kv, tenant, id));
      if (given.roleId !== undefined) await requireRole(tenant, given.roleId, "role_unknown");
      const { change, user } = await changing(tenant, stored, { ...stored.value, ...given });
      const told = tell(tenant, { event: "account_changed", by: whoOf(by), facts: factsOf(user) });
      return { change: together(change, await sessions.endingAll(tenant, id), telling(told)), value: user };
    });
  }

  function refresh(tenant: string, id: string, said: SaidOfAccount) {
    return settle(committer, async () => {
      const stored = await requireUser(readAccount(kv, tenant, id));
      const account = refreshed(stored.value, said);
      await requireRole(tenant, account.roleId, "role_not_synced");
      await requireCode(tenant, account);
      const before = await withRights(kv, tenant, stored.value);
      const { change, user: after } = await changing(tenant, stored, account);
      const told = tell(tenant, { event: "account_refreshed", by: personOf(after), facts: factsOf(after) });
      return { change: together(change, telling(told)), value: { before, after } };
    });
  }

  async function requireCode(tenant: string, { id, employeeCode }: User): Promise<void> {
    if (employeeCode === null) return;
    const owner = await findUser(kv, tenant, normalCode(employeeCode));
    if (owner !== null && owner !== id) throw new Refusal("code_taken");
  }

  return { create, invite, update, refresh };
}

function whoOf(by: Person | undefined): Person | null {
  return by ? personOf(by) : null;
}
