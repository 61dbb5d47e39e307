import { Refusal } from "../domain/errors.ts";
import { personOf, type User } from "../domain/user.ts";
import { factsOf } from "./account_facts.ts";
import type { AccountMeans, Accounts } from "./accounts.ts";
import type { Subject } from "./attempts.ts";
import { seen, settle, telling, together } from "./change.ts";
import type { Check } from "./commit.ts";
import { readCredentials } from "./credentials.ts";
import { passwordFits } from "./passwords.ts";
import { readSignIn } from "./sign_in_settings.ts";
import { findUser, normalIdentifier, readUser } from "./users.ts";

type SignIn = Pick<Accounts, "signIn" | "confirmPassword" | "session">;

/** Signing in, being signed in, and showing once more that one knows the password. */
export function signInOf({ kv, committer, sessions, attempts, tell }: AccountMeans): SignIn {
  /** The account and its credentials as they are now; a null id stands for nobody. */
  async function load(tenant: string, id: string | null) {
    if (id === null) return null;
    const [user, credentials] = await Promise.all([
      readUser(kv, tenant, id),
      readCredentials(kv, tenant, id),
    ]);
    return { user, credentials };
  }

  async function signIn(tenant: string, identifier: string, password: string, address: string | null) {
    await requirePasswords(tenant);
    const name = normalIdentifier(identifier);
    const id = await findUser(kv, tenant, name);
    // Typed by a stranger, the name may be anything, a password even: only its keyed digest is stored.
    const subjects: Subject[] = [{ kind: "account", name: id ?? sessions.hashOf(name) }];
    if (address !== null) subjects.push({ kind: "address", name: address });
    const attempt = await attempts.begin(tenant, subjects);

    const account = await load(tenant, id);
    const hash = account?.credentials.value?.password ?? null;
    if (!await passwordFits(password, hash)) {
      if (account?.user.value) await tellFailure(tenant, account.user.value);
      throw new Refusal("wrong_credentials");
    }
    const signedIn = await startSession(tenant, id, hash?.hash);
    await attempt.succeeded();
    return signedIn;
  }

  /** Starts a session if the account is still the one whose password was right: a reset meanwhile wins. */
  function startSession(tenant: string, id: string | null, fitted: string | undefined) {
    return settle(committer, async () => {
      const account = await load(tenant, id);
      const user = account?.user.value;
      if (!account || !user?.active || account.credentials.value?.password?.hash !== fitted) {
        throw new Refusal("wrong_credentials");
      }
      const { token, change } = await sessions.starting(tenant, user.id);
      const checks = [seen(account.user), seen(account.credentials), await requirePasswords(tenant)];
      const told = tell(tenant, { event: "signed_in", by: personOf(user), facts: {} });
      return { change: together({ checks, mutations: told }, change), value: { user, token } };
    });
  }

  /** Refuses where the company switched passwords off: answers what a sign-in with one rests on. */
  async function requirePasswords(tenant: string): Promise<Check> {
    const settings = await readSignIn(kv, tenant);
    if (settings.value?.passwords === false) throw new Refusal("passwords_off");
    return seen(settings);
  }

  /** Of accounts that exist only: what strangers type stays out of the log, and the attempts are limited. */
  async function tellFailure(tenant: string, user: User) {
    const { account } = factsOf(user);
    const told = tell(tenant, { event: "sign_in_failed", by: null, facts: { account: account ?? null } });
    if (told.length > 0) await committer.commit(telling(told));
  }

  async function confirmPassword(tenant: string, user: string, password: string): Promise<void> {
    const attempt = await attempts.begin(tenant, [{ kind: "account", name: user }]);
    const { value } = await readCredentials(kv, tenant, user);
    if (!await passwordFits(password, value?.password ?? null)) throw new Refusal("wrong_password");
    await attempt.succeeded();
  }

  async function session(tenant: string, token: string): Promise<{ user: User; hash: string } | null> {
    const hash = sessions.hashOf(token);
    const id = await sessions.userOf(tenant, hash);
    const user = id && (await readUser(kv, tenant, id)).value;
    return user && user.active ? { user, hash } : null;
  }

  return { signIn, confirmPassword, session };
}
