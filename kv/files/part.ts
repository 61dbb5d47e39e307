import { type Keyring, newSecret, unwrap, wrap } from "../keyring.ts";
import type { Part } from "./artifact.ts";
import { newPartId } from "./format.ts";

/** A new part: its record, and the key that its writer needs. Made anew by every attempt. */
export async function newPart(
  keyring: Keyring,
  tenant: string,
): Promise<{ part: Part; secret: Uint8Array<ArrayBuffer> }> {
  const id = newPartId();
  const secret = newSecret();
  return {
    part: { id, chunks: null, bytes: null, key: await wrap(keyring, secret, contextOf(tenant, id)) },
    secret,
  };
}

/** The key of a part. Throws KeyringError when the ring does not open it, or when it was shredded. */
export function partSecret(keyring: Keyring, tenant: string, part: Part): Promise<Uint8Array<ArrayBuffer>> {
  if (part.key === null) return Promise.reject(new Error("the part was shredded"));
  return unwrap(keyring, part.key, contextOf(tenant, part.id));
}

/** A wrapped key opens for its own tenant and part only. */
function contextOf(tenant: string, part: string): string {
  return `part/${tenant}/${part}`;
}
