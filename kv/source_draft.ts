import { z } from "zod";
import { now } from "../domain/clock.ts";
import { type Keyring, KeyringError, unwrap, wrap } from "./keyring.ts";

/** A test and a second thought take less. */
const DRAFT_TTL_MS = 60 * 60_000;

/** Whose draft it is: nobody else can open it. */
export interface DraftOwner {
  tenant: string;
  user: string;
  /** Which secret it is, where it is not the access token of データ連携: one page's draft is none of another's. */
  of?: "client secret";
}

const draftSchema = z.object({ token: z.string(), at: z.number() });
const sealedSchema = z.object({ id: z.string(), wrapped: z.string() });

const purposeOf = ({ tenant, user, of }: DraftOwner) => `${of ?? "source"} draft of ${tenant} ${user}`;

/**
 * An access token, or a client secret, between the connection test and ［保存］, as text that a page may hold: wrapped under the key ring,
 * good for an hour and for its owner.
 */
export async function sealDraft(keyring: Keyring, owner: DraftOwner, token: string): Promise<string> {
  const draft = new TextEncoder().encode(JSON.stringify({ token, at: now() }));
  return btoa(JSON.stringify(await wrap(keyring, draft, purposeOf(owner))));
}

/** The token of a draft; null when it is another's, too old, or no draft. */
export async function openDraft(keyring: Keyring, owner: DraftOwner, sealed: string): Promise<string | null> {
  try {
    const opened = await unwrap(keyring, sealedSchema.parse(JSON.parse(atob(sealed))), purposeOf(owner));
    const { token, at } = draftSchema.parse(JSON.parse(new TextDecoder().decode(opened)));
    return now() - at < DRAFT_TTL_MS ? token : null;
  } catch (error) {
    if (error instanceof KeyringError || error instanceof z.ZodError || isNoText(error)) return null;
    throw error;
  }
}

/** What `atob` and `JSON.parse` say of text that never was a draft. */
function isNoText(error: unknown): boolean {
  return error instanceof SyntaxError || error instanceof DOMException;
}
