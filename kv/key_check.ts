import { z } from "zod";
import { seen, settle } from "./change.ts";
import { type Committer, set } from "./commit.ts";
import { type Keyring, KeyringError, newSecret, unwrap, wrap, type Wrapped } from "./keyring.ts";
import { sysKeys } from "./keys.ts";
import { read } from "./read.ts";

/** What proves that a key is the one which the database was written with: random bytes, wrapped under each. */
const keyCheckSchema = z.object({
  v: z.literal(1),
  /** The key that encrypts since the last start: without it the newest files could not be read. */
  current: z.string(),
  wrapped: z.record(z.string(), z.string()),
});
type KeyCheck = z.infer<typeof keyCheckSchema>;

const CONTEXT = "key_check";

/**
 * Stops a start with keys that are not those of the database; a first start, and a new first key beside the former
 * one, are noted. Throws KeyringError saying what to mend.
 */
export async function checkKeyring(kv: Deno.Kv, committer: Committer, keyring: Keyring): Promise<void> {
  await settle(committer, async () => {
    const stored = await read(kv, sysKeys.keyCheck(), keyCheckSchema);
    if (stored.value) await requireSame(keyring, stored.value);
    const next = await noted(keyring, stored.value);
    if (!next) return { change: { checks: [], mutations: [] }, value: undefined };
    return { change: { checks: [seen(stored)], mutations: [set(stored.key, next)] }, value: undefined };
  });
}

async function requireSame(keyring: Keyring, check: KeyCheck): Promise<void> {
  const ids = keyring.keys.map(({ id }) => id);
  if (!ids.includes(check.current)) {
    throw new KeyringError(
      `this database was written with the key "${check.current}", which ENCRYPTION_KEY does not hold ` +
        `(it holds ${
          ids.join(", ")
        }). To change keys put the new one first and keep "${check.current}" after it`,
    );
  }
  for (const id of ids) {
    const wrapped = check.wrapped[id];
    if (wrapped !== undefined) await requireOpens(keyring, { id, wrapped });
  }
}

async function requireOpens(keyring: Keyring, wrapped: Wrapped): Promise<void> {
  try {
    await unwrap(keyring, wrapped, CONTEXT);
  } catch (cause) {
    throw new KeyringError(
      `the key "${wrapped.id}" is not the one that this database was written with. Start with the former key; ` +
        `a new key needs a new id`,
      { cause },
    );
  }
}

/** The check value that this start leaves; null when the stored one says the same already. */
async function noted(keyring: Keyring, check: KeyCheck | null): Promise<KeyCheck | null> {
  const known = check?.wrapped ?? {};
  const unknown = keyring.keys.filter(({ id }) => known[id] === undefined);
  const current = keyring.keys[0].id;
  if (unknown.length === 0 && check?.current === current) return null;
  const added = await Promise.all(unknown.map((key) => wrap({ keys: [key] }, newSecret(), CONTEXT)));
  return {
    v: 1,
    current,
    wrapped: { ...known, ...Object.fromEntries(added.map(({ id, wrapped }) => [id, wrapped])) },
  };
}
