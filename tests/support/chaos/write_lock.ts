import { DatabaseSync } from "node:sqlite";
import type { App } from "../app.ts";
import { until } from "../until.ts";

/** Takes the write lock of the records, as a process in the middle of a commit has it; null when somebody has it. */
export function writeLock(dir: string): DatabaseSync | null {
  const db = new DatabaseSync(`${dir}/nencho.db`);
  try {
    db.exec("BEGIN IMMEDIATE");
    return db;
  } catch {
    db.close();
    return null;
  }
}

/** Stops the process, though not in the middle of a commit: nobody could write until it goes on (SQLite). */
export async function standStill(app: App): Promise<void> {
  await until("a moment between two commits", () => {
    app.signal("SIGSTOP");
    const lock = writeLock(app.dir);
    if (lock === null) app.signal("SIGCONT");
    lock?.close();
    return lock !== null;
  });
}
