import type { ProvenIdentity } from "../domain/sign_in_settings.ts";
import { type NewUser, personOf, type User } from "../domain/user.ts";
import type { Tell } from "./accounts.ts";
import { openAccounts, PASSWORD, person } from "./accounts_fixture.ts";
import { committerOf } from "./commit.ts";
import { newRingEntry, parseKeyring } from "./keyring.ts";
import { hashPassword, type PasswordHash } from "./passwords.ts";
import { saveProvider, switchPasswordsOff, switchPasswordsOn } from "./sign_in_changes.ts";
import { readSignIn } from "./sign_in_settings.ts";

export const ISSUER = "https://id.example.jp/";
export const CHOICE = { issuer: ISSUER, clientId: "nencho", label: "会社のID", secret: "very-secret" };

/** Of PASSWORD, made once: hashing takes long. */
let hash: Promise<PasswordHash> | undefined;

/** Accounts of a tenant with an identity provider. For tests. @param tell the audit log's ear */
export async function openIdentities(tell: Tell = () => []) {
  const base = await openAccounts();
  const keyring = parseKeyring(newRingEntry("one"));
  const means = { kv: base.kv, committer: committerOf(base.kv), keyring, tell };
  const create = async (user: NewUser, tenant = "t1") =>
    await base.accounts.create(tenant, user, await (hash ??= hashPassword(PASSWORD)));
  const admin = await create(person("admin", "admin"));
  await saveProvider(means, "t1", CHOICE, admin);
  const rev = async (tenant = "t1") => (await readSignIn(base.kv, tenant)).value!.provider!.rev;

  /** What the provider vouches for, under the settings of now. */
  async function proven(subject: string, more: Partial<ProvenIdentity> = {}): Promise<ProvenIdentity> {
    return { issuer: ISSUER, rev: await rev(), subject, email: `${subject}@t1.example`, ...more };
  }

  return {
    ...base,
    means,
    /** An account with the PASSWORD. */
    create,
    admin,
    rev,
    proven,
    signInAs: async (subject: string, more?: Partial<ProvenIdentity>) =>
      await base.accounts.signInAs("t1", await proven(subject, more)),
    passwordsOff: (by: User = admin) => switchPasswordsOff(means, "t1", personOf(by)),
    passwordsOn: () => switchPasswordsOn(means, "t1", null),
    [Symbol.dispose]: () => base[Symbol.dispose](),
  };
}
