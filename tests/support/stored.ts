import { deepStrictEqual } from "node:assert/strict";
import type { App } from "./app.ts";
import { until } from "./until.ts";

/** Every key of both database files of a running app, as text. */
export async function storedKeys(app: App): Promise<string[]> {
  const keys: string[] = [];
  for (const file of ["nencho.db", "nencho-blobs.db"]) {
    using kv = await Deno.openKv(`${app.dir}/${file}`);
    for await (const { key } of kv.list({ prefix: [] }, { batchSize: 500 })) {
      keys.push(`${file}: ${key.map(String).join("/")}`);
    }
  }
  return keys;
}

/** The audit log and its duty: that somebody was refused for lack of a right is put on record. */
const AUDIT = /: (t\/\w+\/audit\/|sys\/due\/\d+\/audit-)/;

async function keysOfWork(app: App): Promise<string[]> {
  return (await storedKeys(app)).filter((key) => !AUDIT.test(key));
}

/**
 * Runs `act` and checks that afterwards both databases have the very keys they had before, the audit log apart: what
 * was refused has left nothing behind. What is taken away right after the answer is waited for.
 */
export async function leavesNothing<T>(app: App, act: () => Promise<T>): Promise<T> {
  const before = await keysOfWork(app);
  const result = await act();
  let after: string[] = [];
  await until("nothing left behind", async () => {
    after = await keysOfWork(app);
    return after.length === before.length;
  }, 10_000).catch(() => {});
  deepStrictEqual(after, before);
  return result;
}
