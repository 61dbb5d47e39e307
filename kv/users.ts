import { z } from "zod";
import { now } from "../domain/clock.ts";
import { Refusal } from "../domain/errors.ts";
import { rightsOf } from "../domain/role.ts";
import { type NewUser, type User, userSchema } from "../domain/user.ts";
import { seen } from "./change.ts";
import { type Change, remove, set } from "./commit.ts";
import { accountKeys } from "./keys.ts";
import { parse, read, type Stored } from "./read.ts";
import { readRoles } from "./roles.ts";

/** An address may be this long (RFC 5321); a longer identifier names nobody. */
const MAX_IDENTIFIER = 254;

/** What an id looks like. Addresses hold ids that people can change: anything else is nobody's, and no key. */
const ID = /^[\w-]{1,64}$/;

const pointerSchema = z.object({ v: z.literal(1), user: z.string() });

/** An e-mail address as it is stored and looked up. */
export function normalEmail(email: string): string {
  return email.normalize("NFKC").trim().toLowerCase();
}

/** A 社員番号 as it is looked up: typed through an IME it may be full-width. */
export function normalCode(code: string): string {
  return code.normalize("NFKC").trim();
}

/** What a person signs in with, in one form: an e-mail address where there is an @, else a 社員番号. */
export function normalIdentifier(identifier: string): string {
  const code = normalCode(identifier);
  return code.includes("@") ? normalEmail(code) : code;
}

/** Reads one account with the rights that it has now, which may be those of its 権限. */
export async function readUser(kv: Deno.Kv, tenant: string, id: string): Promise<Stored<User>> {
  const stored = await readAccount(kv, tenant, id);
  return stored.value ? { ...stored, value: await withRights(kv, tenant, stored.value) } : stored;
}

/** Reads one account as it is stored, with rights of its own; to change it, never to decide by. */
export async function readAccount(kv: Deno.Kv, tenant: string, id: string): Promise<Stored<User>> {
  const key = accountKeys.user(tenant, id);
  return ID.test(id) ? await read(kv, key, userSchema) : { key, value: null, versionstamp: null };
}

/** A stored account with the rights that it has now. */
export async function withRights(kv: Deno.Kv, tenant: string, account: User): Promise<User> {
  return (await allWithRights(kv, tenant, [account]))[0]!;
}

async function allWithRights(kv: Deno.Kv, tenant: string, accounts: readonly User[]): Promise<User[]> {
  // An empty id is nobody's role.
  const held = await readRoles(kv, tenant, accounts.map(({ roleId }) => roleId ?? ""));
  return accounts.map((account, i) => ({ ...account, ...rightsOf(account, held[i] ?? null) }));
}

/** The id of the account with this normal identifier (normalIdentifier), or null. */
export async function findUser(kv: Deno.Kv, tenant: string, identifier: string): Promise<string | null> {
  if (identifier === "" || identifier.length > MAX_IDENTIFIER) return null;
  const key = identifier.includes("@")
    ? accountKeys.userByEmail(tenant, identifier)
    : accountKeys.userByCode(tenant, identifier);
  return (await read(kv, key, pointerSchema)).value?.user ?? null;
}

/** A page of accounts in order of creation, and where the next page starts. */
export async function listUsers(
  kv: Deno.Kv,
  tenant: string,
  limit: number,
  after: string | null,
): Promise<{ users: User[]; next: string | null }> {
  const prefix = accountKeys.users(tenant);
  // "\0" makes the first key behind `after` itself.
  const selector = after === null || !ID.test(after)
    ? { prefix }
    : { prefix, start: accountKeys.user(tenant, `${after}\0`) };
  const users: User[] = [];
  for await (const { key, value } of kv.list(selector, { limit: limit + 1 })) {
    users.push(parse([...key], value, userSchema));
  }
  const next = users.length > limit ? users[limit - 1]?.id ?? null : null;
  return { users: await allWithRights(kv, tenant, users.slice(0, limit)), next };
}

/** A change that stores a new account under its id, e-mail address and 社員番号. */
export function adding(tenant: string, user: User): Change {
  const pointer = { v: 1, user: user.id };
  const keys = [accountKeys.user(tenant, user.id), ...indexKeys(tenant, user)];
  return {
    checks: keys.map((key) => ({ key, versionstamp: null })),
    mutations: [
      set(accountKeys.user(tenant, user.id), user),
      ...indexKeys(tenant, user).map((key) => set(key, pointer)),
    ],
  };
}

/** A change of an account that keeps its id and e-mail address. Another 社員番号 must be nobody's, or it fails. */
export function replacing(tenant: string, stored: Stored<User> & { value: User }, next: User): Change {
  const [before, after] = [stored.value, next].map((user) =>
    user.employeeCode && normalCode(user.employeeCode)
  );
  const change: Change = { checks: [seen(stored)], mutations: [set(stored.key, next)] };
  if (before === after) return change;
  if (before) change.mutations.push(remove(accountKeys.userByCode(tenant, before)));
  if (after) {
    const key = accountKeys.userByCode(tenant, after);
    change.checks.push({ key, versionstamp: null });
    change.mutations.push(set(key, { v: 1, user: next.id }));
  }
  return change;
}

/** Refuses an account whose e-mail address or 社員番号 another one has. */
export async function requireFree(kv: Deno.Kv, tenant: string, user: Pick<User, "email" | "employeeCode">) {
  if (user.email && await findUser(kv, tenant, user.email)) throw new Refusal("email_taken");
  if (user.employeeCode && await findUser(kv, tenant, normalCode(user.employeeCode))) {
    throw new Refusal("invalid_field", {
      field: "社員番号",
      hint: "ほかのアカウントで使われていない社員番号にしてください",
    });
  }
}

function indexKeys(tenant: string, user: User): Deno.KvKey[] {
  return [
    user.email ? [accountKeys.userByEmail(tenant, user.email)] : [],
    user.employeeCode ? [accountKeys.userByCode(tenant, normalCode(user.employeeCode))] : [],
  ].flat();
}

/** The account as it is stored. */
export function newUser(id: string, given: NewUser): User {
  const email = given.email === null ? null : normalEmail(given.email);
  return { v: 1, id, roleId: null, ...given, email, active: true, createdAt: now() };
}

/** An account that has to be there. Throws Refusal not_found. */
export async function requireUser(reading: Promise<Stored<User>>): Promise<Stored<User> & { value: User }> {
  const { key, value, versionstamp } = await reading;
  if (value === null) throw new Refusal("not_found");
  return { key, value, versionstamp };
}
