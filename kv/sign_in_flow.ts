import { z } from "zod";
import { now } from "../domain/clock.ts";
import { type Keyring, KeyringError, unwrap, wrap } from "./keyring.ts";

/** A sign-in at a provider, with a second factor and a lost telephone, takes less. */
export const FLOW_MS = 10 * 60_000;

const flowSchema = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** Of the settings under which it began. */
  rev: z.string(),
  redirectUri: z.string(),
  /** A path of this site. */
  returnTo: z.string(),
  at: z.number(),
});
/** A sign-in that is on its way through a provider. */
export type Flow = z.infer<typeof flowSchema>;

const sealedSchema = z.object({ id: z.string(), wrapped: z.string() });

/** One company's sign-in is none at another's host. */
const purposeOf = (tenant: string) => `sign-in flow of ${tenant}`;

/** A flow as text for a cookie: nobody but us reads or makes one, so that strangers store nothing here. */
export async function sealFlow(keyring: Keyring, tenant: string, flow: Omit<Flow, "at">): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify({ ...flow, at: now() }));
  const { id, wrapped } = await wrap(keyring, bytes, purposeOf(tenant));
  return new TextEncoder().encode(JSON.stringify({ id, wrapped })).toBase64({
    alphabet: "base64url",
    omitPadding: true,
  });
}

/** The flow of a cookie; null when it is another tenant's, too old, or none. */
export async function openFlow(keyring: Keyring, tenant: string, sealed: string): Promise<Flow | null> {
  try {
    const text = new TextDecoder().decode(Uint8Array.fromBase64(sealed, { alphabet: "base64url" }));
    const opened = await unwrap(keyring, sealedSchema.parse(JSON.parse(text)), purposeOf(tenant));
    const flow = flowSchema.parse(JSON.parse(new TextDecoder().decode(opened)));
    return now() - flow.at < FLOW_MS ? flow : null;
  } catch (error) {
    if (error instanceof KeyringError || error instanceof z.ZodError || error instanceof SyntaxError) {
      return null;
    }
    throw error;
  }
}
