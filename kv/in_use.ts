/**
 * True when a process that runs the product has the database of `lockDir` open: each holds an exclusive lock on a
 * file there for as long as it lives (jobs/engine/owner.ts). Opening the file beside it would disturb its queue
 * (reference/kv.md §2). Where there is no such directory nobody has ever started.
 */
export function isInUse(lockDir: string): boolean {
  return lockFiles(lockDir).some((name) => isLocked(`${lockDir}/${name}`));
}

function lockFiles(dir: string): string[] {
  try {
    return [...Deno.readDirSync(dir)].map(({ name }) => name).filter((name) => name.endsWith(".lock"));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}

function isLocked(path: string): boolean {
  try {
    using file = Deno.openSync(path, { write: true });
    return !file.tryLockSync(true);
  } catch (error) {
    // Its owner left between the listing and now.
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
