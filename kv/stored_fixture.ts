import { type Mail, mailSchema } from "../domain/mail.ts";
import { type Committer, set } from "./commit.ts";
import { accountKeys, mailKeys, sysKeys } from "./keys.ts";

/** Everything that is stored below a key. For tests. */
export function storedBelow(kv: Deno.Kv, prefix: Deno.KvKey): Promise<Deno.KvEntry<unknown>[]> {
  return Array.fromAsync(kv.list<unknown>({ prefix }));
}

/** The outbox of a tenant, oldest first. For tests. */
export async function storedMails(kv: Deno.Kv, tenant: string): Promise<Mail[]> {
  return (await storedBelow(kv, mailKeys.mails(tenant))).map(({ value }) => mailSchema.parse(value));
}

/** What is due by a moment, or ever. For tests. */
export function storedDues(kv: Deno.Kv, by = Infinity): Promise<Deno.KvEntry<unknown>[]> {
  if (by === Infinity) return storedBelow(kv, sysKeys.dues());
  return Array.fromAsync(kv.list<unknown>({ start: sysKeys.dues(), end: [...sysKeys.dues(), by + 1] }));
}

/** Stores a company as it is said. For tests. */
export async function storeTenant(committer: Committer, tenant: { id: string }): Promise<void> {
  await committer.commit({ checks: [], mutations: [set(accountKeys.tenant(tenant.id), tenant)] });
}
