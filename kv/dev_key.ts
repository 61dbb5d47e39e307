import { dirname, join } from "node:path";
import { type Keyring, newRingEntry, parseKeyring } from "./keyring.ts";

/** Where the key comes from: the environment, or in development a file beside the database. */
export interface KeySource {
  /** `ENCRYPTION_KEY`; null only in development. */
  encryptionKey: string | null;
  /** Path of the records database; `:memory:` gets a key that lives as long as it. */
  kvPath: string;
}

/** The keyring of this process. Throws KeyringError when the text is not `id:base64,…`. */
export async function loadKeyring({ encryptionKey, kvPath }: KeySource): Promise<Keyring> {
  if (encryptionKey !== null) return parseKeyring(encryptionKey);
  if (kvPath === ":memory:") return parseKeyring(newRingEntry("memory"));
  const path = join(dirname(kvPath), "dev.key");
  return parseKeyring((await readIfThere(path) ?? await made(path)).trim());
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

/** Written aside and linked: two processes that start together read one whole key, and a crash leaves none. */
async function made(path: string): Promise<string> {
  await Deno.mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${crypto.randomUUID()}`;
  await Deno.writeTextFile(draft, `${newRingEntry("dev")}\n`, { mode: 0o600, createNew: true });
  try {
    await Deno.link(draft, path);
  } catch (error) {
    if (!(error instanceof Deno.errors.AlreadyExists)) throw error;
  } finally {
    await Deno.remove(draft);
  }
  return await Deno.readTextFile(path);
}
