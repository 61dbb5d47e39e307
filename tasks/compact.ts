import { DatabaseSync } from "node:sqlite";
import { dirname } from "node:path";
import { formatBytes } from "../components/bytes.ts";
import { isInUse } from "../kv/in_use.ts";
import { ConfigError, readConfig } from "../web/config.ts";
import { isFile } from "./is_file.ts";

const USAGE = `deno task compact   give the room of deleted files back to the disk

Works on the databases at DENO_KV_PATH and DENO_KV_BLOB_PATH while no server has them open. It needs as much free
room beside each as what it holds, for as long as it runs; stopped in the middle it leaves everything as it was.`;

const ELSEWHERE =
  "The database lies behind the network (DENO_KV_URL, NENCHO_PLACE): its own server gives its room back.";

const RUNNING = `A running server has these databases open.
Stop the server, run this command again, start the server.`;

/**
 * Rewrites both database files without the room of what was deleted, and says how much it gave back.
 * @returns the exit code: 0, or 1 after printing what is wrong
 */
export function compactCommand(
  args: readonly string[],
  env: Record<string, string | undefined>,
  print: (text: string) => void,
): number {
  try {
    if (args.length > 0) return refuse(print, USAGE);
    const { kvPath, blobPath, place } = readConfig(env);
    if (place !== "host") return refuse(print, ELSEWHERE);
    const paths = [kvPath, blobPath].filter(isFile);
    if (paths.length === 0) return refuse(print, `There is no database at ${kvPath}.`);
    if (isInUse(`${dirname(kvPath)}/owners`)) return refuse(print, RUNNING);
    return compact(paths, print);
  } catch (error) {
    if (error instanceof ConfigError) return refuse(print, error.message);
    throw error;
  }
}

function refuse(print: (text: string) => void, text: string): number {
  print(text);
  return 1;
}

/** Takes all files before it changes the first. */
function compact(paths: readonly string[], print: (text: string) => void): number {
  const databases: DatabaseSync[] = [];
  try {
    for (const path of paths) databases.push(takeAlone(path));
    for (const [i, db] of databases.entries()) print(rewritten(db, paths[i]!));
    return 0;
  } catch (error) {
    if (isBusy(error)) return refuse(print, RUNNING);
    throw error;
  } finally {
    for (const db of databases) db.close();
  }
}

/** Opens a file that nobody else has open, not even to read; a process that serves pages only has no lock file. */
function takeAlone(path: string): DatabaseSync {
  const db = new DatabaseSync(path);
  try {
    db.exec("PRAGMA busy_timeout = 0; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT");
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function rewritten(db: DatabaseSync, path: string): string {
  db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  const before = sizeOf(path);
  db.exec("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)");
  const after = sizeOf(path);
  return `${path}: ${formatBytes(before)} → ${formatBytes(after)}`;
}

/** node:sqlite tells the code of an error only sometimes, its text always. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && error.message.includes("database is locked");
}

function sizeOf(path: string): number {
  return Deno.statSync(path).size;
}

if (import.meta.main) Deno.exitCode = compactCommand(Deno.args, Deno.env.toObject(), console.log);
