import { patient } from "./unreachable.ts";

/** Opens a database file. Handles are opened at the start of a process, all at once (reference/kv.md §2). */
export function openDatabase(path: string): Promise<Deno.Kv> {
  return Deno.openKv(path);
}

/**
 * Opens the database behind a KV Connect address, or, without one, the database that the platform gives. Calls that
 * find no answer throw DatabaseUnreachable.
 */
export async function openRemote(url?: string): Promise<Deno.Kv> {
  return patient(await Deno.openKv(url));
}
