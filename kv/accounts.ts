import { now } from "../domain/clock.ts";
import type { AccountEvent } from "../domain/account_event.ts";
import type { SaidOfAccount } from "../domain/account_refresh.ts";
import type { ProvenIdentity } from "../domain/sign_in_settings.ts";
import type { AccountLine, NewUser, Person, User } from "../domain/user.ts";
import { accountChanges } from "./account_changes.ts";
import { type Attempt, type AttemptCounter, attemptCounterOf } from "./attempts.ts";
import type { Committer, Mutation } from "./commit.ts";
import { readCredentials } from "./credentials.ts";
import { type Identity, readIdentity } from "./identities.ts";
import { identitySignIn } from "./identity_sign_in.ts";
import { passwordChanges } from "./password_changes.ts";
import type { PasswordHash } from "./passwords.ts";
import { type Sessions, sessionsOf } from "./sessions.ts";
import { signInOf } from "./sign_in.ts";
import { findUser, listUsers, normalIdentifier, readUser } from "./users.ts";

/** Accounts on a page of the list. */
const PAGE = 50;

/** A one-time link that was just made. The token is shown once and never stored. */
export interface IssuedLink {
  user: User;
  token: string;
  /** ms since the epoch. */
  expiresAt: number;
}

/** What may be changed of an account. Every such change ends the person's sessions. */
export type UserChange = Partial<Pick<User, "role" | "range" | "roleId" | "active">>;

/** Tells the audit log of something, in the commit of what it tells. */
export type Tell = (tenant: string, event: AccountEvent) => Mutation[];

/** What the parts of `accountsOf` work with. */
export interface AccountMeans {
  kv: Deno.Kv;
  committer: Committer;
  sessions: Sessions;
  attempts: AttemptCounter;
  tell: Tell;
}

/** People of a tenant, how they sign in, and for how long. Refusals are thrown; another tenant's id is not found. */
export interface Accounts {
  get(tenant: string, id: string): Promise<User | null>;
  /** By e-mail address or 社員番号. */
  find(tenant: string, identifier: string): Promise<User | null>;
  /** In order of creation, 50 a page; `after` is the `next` of the page before. */
  list(tenant: string, after?: string | null): Promise<{ accounts: AccountLine[]; next: string | null }>;

  /**
   * An account that can sign in at once (sample company, tests). Refuses `email_taken`, `invalid_field`.
   * @param password itself, or its hash: one serves many accounts whose password is no secret
   */
  create(tenant: string, user: NewUser & { id?: string }, password: string | PasswordHash): Promise<User>;
  /**
   * An account with a one-time link to set the password. Refuses `email_taken`, `invalid_field`, `role_unknown`.
   * @param by who invites, for the audit log; so below
   */
  invite(tenant: string, user: NewUser, by?: Person): Promise<IssuedLink>;
  /** Refuses `not_found`, `last_admin`, `role_unknown`. */
  update(tenant: string, id: string, change: UserChange, by?: Person): Promise<User>;
  /**
   * Takes over what the source says of the account (domain/account_refresh.ts); the person's sessions go on.
   * Refuses `not_found`, `last_admin`, `role_not_synced`, `code_taken`.
   */
  refresh(tenant: string, id: string, said: SaidOfAccount): Promise<{ before: User; after: User }>;
  /**
   * Takes the password away, ends all sessions and makes a new one-time link.
   * Refuses `not_found`, `last_admin`, and an inactive account (`invalid_field`).
   */
  resetPassword(tenant: string, id: string, by?: Person): Promise<IssuedLink>;

  /**
   * A new one-time link that leaves the present password good until it is used: the operator's way in for a company
   * that locked itself out. Refuses `not_found`, `invalid_field` as above.
   */
  issueLink(tenant: string, id: string): Promise<IssuedLink>;

  /** Whose password the link of `token` sets; null when it cannot be used (any more). */
  linkOwner(tenant: string, token: string): Promise<User | null>;
  /** Sets the password through a one-time link. Refuses `link_expired`, `weak_password`. */
  setPassword(tenant: string, token: string, password: string): Promise<User>;

  /**
   * Starts a session. Refuses `wrong_credentials` with no hint at what was wrong, `too_many_attempts`, and
   * `passwords_off` where the company wants no passwords.
   * @param address where the request comes from, null when unknown
   */
  signIn(
    tenant: string,
    identifier: string,
    password: string,
    address: string | null,
  ): Promise<{ user: User; token: string }>;
  /**
   * Starts a session for who the provider vouched for: the account that is tied to this identity, else the one of the
   * verified mail address, which is tied to it from then on. Nobody is created. Refuses `identity_expired` (the
   * settings changed meanwhile), `identity_unknown` (no account, or an inactive one), `identity_unverified`,
   * `identity_other`.
   */
  signInAs(tenant: string, proven: ProvenIdentity): Promise<{ user: User; token: string }>;
  /** The identity that an account is tied to; null: none. */
  identityOf(tenant: string, id: string): Promise<Identity | null>;
  /** Unties an account from its identity and ends its sessions. Refuses `not_found`, `last_admin`. */
  untie(tenant: string, id: string, by?: Person): Promise<void>;
  /**
   * Counts a sign-in whose outcome is not known yet by where it comes from. Refuses `too_many_attempts`.
   * @param address null when unknown: not counted
   */
  beginAttempt(tenant: string, address: string | null): Promise<Attempt>;
  /**
   * Sets another password for who knows the present one, and ends all sessions of the account.
   * Refuses `wrong_password`, `too_many_attempts`, `weak_password`.
   */
  changePassword(tenant: string, id: string, present: string, next: string): Promise<void>;
  /** Asks a signed-in person for the password again. Refuses `wrong_password`, `too_many_attempts`. */
  confirmPassword(tenant: string, user: string, password: string): Promise<void>;
  /** Who the session of `token` belongs to; its digest names it from here on. */
  session(tenant: string, token: string): Promise<{ user: User; hash: string } | null>;
  /** Ends one session by its digest. */
  signOut(tenant: string, hash: string): Promise<void>;
}

/** The accounts stored in `kv`. A new `sessionSecret` ends every session. */
export function accountsOf(
  kv: Deno.Kv,
  committer: Committer,
  { sessionSecret, tell = () => [] }: { sessionSecret: string; tell?: Tell },
): Accounts {
  const sessions = sessionsOf(kv, committer, sessionSecret);
  const attempts = attemptCounterOf(kv, committer);

  async function get(tenant: string, id: string): Promise<User | null> {
    return (await readUser(kv, tenant, id)).value;
  }

  async function find(tenant: string, identifier: string): Promise<User | null> {
    const id = await findUser(kv, tenant, normalIdentifier(identifier));
    return id === null ? null : get(tenant, id);
  }

  async function list(tenant: string, after: string | null = null) {
    const { users, next } = await listUsers(kv, tenant, PAGE, after);
    const accounts = await Promise.all(users.map((user) => lineOf(kv, tenant, user)));
    return { accounts, next };
  }

  const means = { kv, committer, sessions, attempts, tell };
  return {
    get,
    find,
    list,
    ...accountChanges(means),
    ...passwordChanges(means),
    ...signInOf(means),
    ...identitySignIn(means),
    beginAttempt: (tenant, address) =>
      attempts.begin(tenant, address === null ? [] : [{ kind: "address", name: address }]),
    signOut: sessions.end,
  };
}

async function lineOf(kv: Deno.Kv, tenant: string, user: User): Promise<AccountLine> {
  if (!user.active) return { user, state: "inactive" };
  const [{ value }, identity] = await Promise.all([
    readCredentials(kv, tenant, user.id),
    readIdentity(kv, tenant, user.id),
  ]);
  if (value?.password || identity.value) return { user, state: "ready" };
  const open = value?.link && value.link.expiresAt > now();
  return { user, state: open ? "invited" : "link_expired" };
}
