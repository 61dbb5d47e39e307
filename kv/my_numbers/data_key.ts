import { z } from "zod";
import { NOTHING, seen, settle } from "../change.ts";
import { type Change, type Committer, set } from "../commit.ts";
import { type Keyring, newSecret, unwrap, wrap } from "../keyring.ts";
import { myNumberKeys, sysKeys } from "../keys.ts";
import { read, type Stored } from "../read.ts";
import { type NumberCipher, numberCipher } from "./cipher.ts";

/** The key of a tenant's 個人番号 as it is stored: wrapped under the key `id` of `ENCRYPTION_KEY`. */
const dataKeySchema = z.object({ v: z.literal(1), id: z.string(), wrapped: z.string() });
type DataKey = z.infer<typeof dataKeySchema>;

/** What keys are read and written with. */
export interface KeyMeans {
  kv: Deno.Kv;
  committer: Committer;
  keyring: Keyring;
}

/**
 * What seals and opens the tenant's numbers: with a random key of their own, made when it is first asked for and the
 * same ever after. Throws KeyringError when `ENCRYPTION_KEY` does not hold what it was wrapped under.
 */
export async function cipherOf({ kv, committer, keyring }: KeyMeans, tenant: string): Promise<NumberCipher> {
  const secret = await settle(committer, async () => {
    const stored = await readKey(kv, tenant);
    if (stored.value) {
      return { change: NOTHING, value: await unwrap(keyring, stored.value, contextOf(tenant)) };
    }
    const value = newSecret();
    const change = await wrapped(keyring, tenant, stored, value);
    return {
      change: { ...change, mutations: [...change.mutations, set(sysKeys.myNumberKey(tenant), { v: 1 })] },
      value,
    };
  });
  return await numberCipher(secret, tenant);
}

/**
 * After a change of `ENCRYPTION_KEY`: wraps every tenant's key under the first key of the ring, so that the former one
 * can be dropped. Numbers stay as they lie. Throws KeyringError when one does not open.
 */
export async function rewrapDataKeys({ kv, committer, keyring }: KeyMeans): Promise<void> {
  for await (const { key } of kv.list({ prefix: sysKeys.myNumberKeys() })) {
    const tenant = String(key.at(-1));
    await settle(committer, async () => {
      const stored = await readKey(kv, tenant);
      if (!stored.value || stored.value.id === keyring.keys[0].id) {
        return { change: NOTHING, value: undefined };
      }
      const secret = await unwrap(keyring, stored.value, contextOf(tenant));
      return { change: await wrapped(keyring, tenant, stored, secret), value: undefined };
    });
  }
}

function readKey(kv: Deno.Kv, tenant: string): Promise<Stored<DataKey>> {
  return read(kv, myNumberKeys.dataKey(tenant), dataKeySchema);
}

async function wrapped(
  keyring: Keyring,
  tenant: string,
  stored: Stored<DataKey>,
  secret: Uint8Array<ArrayBuffer>,
): Promise<Change> {
  const value: DataKey = { v: 1, ...await wrap(keyring, secret, contextOf(tenant)) };
  return { checks: [seen(stored)], mutations: [set(stored.key, value)] };
}

/** A wrapped key opens for its own tenant and purpose only. */
function contextOf(tenant: string): string {
  return `my number key/${tenant}`;
}
