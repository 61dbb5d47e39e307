import { DatabaseSync } from "node:sqlite";
import { basename } from "node:path";
import { formatBytes } from "../components/bytes.ts";
import { ConfigError, readConfig } from "../web/config.ts";
import { isFile } from "./is_file.ts";

const USAGE = `deno task backup <folder>   copy both databases into a new folder, also while servers run

Files first, records second, each as it stood at one moment, without what was deleted before. The folder must not be
there yet; its parent must. Keep it apart from ENCRYPTION_KEY, without which neither files nor 個人番号 can be read.`;

const ELSEWHERE =
  "The database lies behind the network (DENO_KV_URL, NENCHO_PLACE): its own server makes its copies.";

/** Something that the person at the terminal has to change; the message is all they need. */
class BackupError extends Error {}

/**
 * Copies the database of files, then that of records, into a new folder, and reads both copies again.
 * @returns the exit code: 0, or 1 after printing what is wrong; then no folder is left
 */
export async function backupCommand(
  args: readonly string[],
  env: Record<string, string | undefined>,
  print: (text: string) => void,
): Promise<number> {
  try {
    const { kvPath, blobPath, place } = readConfig(env);
    if (place !== "host") throw new BackupError(ELSEWHERE);
    const [folder, ...rest] = args;
    if (!folder || rest.length > 0) throw new BackupError(USAGE);
    // Files first: one that is destroyed between the two has no record any more, so the copy cannot bring it back.
    const sources = [blobPath, kvPath].filter(isFile);
    if (!sources.includes(kvPath)) throw new BackupError(`There is no database at ${kvPath}.`);
    await newFolder(folder);
    try {
      for (const path of sources) print(await copied(path, `${folder}/${basename(path)}`));
    } catch (error) {
      await Deno.remove(folder, { recursive: true });
      throw error;
    }
    return 0;
  } catch (error) {
    if (!(error instanceof BackupError || error instanceof ConfigError)) throw error;
    print(error.message);
    return 1;
  }
}

/** Only its owner may look into it. */
async function newFolder(path: string) {
  try {
    await Deno.mkdir(path, { mode: 0o700 });
  } catch (error) {
    if (error instanceof Deno.errors.AlreadyExists) throw new BackupError(`${path} is there already.`);
    if (error instanceof Deno.errors.NotFound) throw new BackupError(`${path} has no parent folder.`);
    throw error;
  }
}

async function copied(from: string, to: string): Promise<string> {
  copyDatabase(from, to);
  using file = await Deno.open(to, { write: true });
  await file.sync();
  return `${to}: ${formatBytes(Deno.statSync(to).size)}`;
}

/**
 * Writes what one database file holds at this moment to `to`. It reads in one transaction, so writers go on beside it
 * and cannot make it begin again, as they do with SQLite's page-wise backup; pages of what was deleted are left out.
 */
export function copyDatabase(from: string, to: string): void {
  using db = new DatabaseSync(from, { readOnly: true, timeout: 10_000 });
  db.prepare("VACUUM INTO ?").run(to);
  using copy = new DatabaseSync(to, { readOnly: true });
  const [first] = copy.prepare("PRAGMA quick_check(1)").all();
  if (first?.quick_check !== "ok") throw new Error(`${to} cannot be read again: ${first?.quick_check}`);
}

if (import.meta.main) Deno.exitCode = await backupCommand(Deno.args, Deno.env.toObject(), console.log);
