import { type Committer, remove } from "./commit.ts";
import { now } from "../domain/clock.ts";
import { dueMutation } from "./files/artifact.ts";
import { yearKeys } from "./keys.ts";

/** Keys deleted in one commit. */
const AT_ONCE = 200;

/** What a deleted employee left in an open number of keys (see kv/history.ts `leavings`), by a due entry under `key`. */
export async function forgetEmployee(
  kv: Deno.Kv,
  committer: Committer,
  { tenant, id, rest }: { tenant: string; id: string; rest?: string[] },
  key: Deno.KvKey,
): Promise<void> {
  const year = Number(rest?.[0]);
  // History, and the parts of a large declaration or restore point (kv/large_values.ts).
  for (
    const keysOf of [yearKeys.history, yearKeys.declaration, yearKeys.restorePoint, yearKeys.answerDraft]
  ) {
    await removeAll(kv, committer, keysOf(tenant, year, id));
  }
  await dropPictures(kv, committer, tenant, yearKeys.pictures(tenant, year, id));
  await committer.commit({ checks: [], mutations: [remove(key)] }, "bulk");
}

/** Nothing names the pictures any more: the clean-up destroys them (kv/files/settle.ts). */
async function dropPictures(kv: Deno.Kv, committer: Committer, tenant: string, prefix: Deno.KvKey) {
  const keys = await Array.fromAsync(kv.list({ prefix }), (entry) => entry.key);
  const dues = keys.map((key) => dueMutation(tenant, String(key.at(-1)), now()));
  if (keys.length > 0) {
    await committer.commit(
      { checks: [], mutations: [...keys.map((key) => remove([...key])), ...dues] },
      "bulk",
    );
  }
}

async function removeAll(kv: Deno.Kv, committer: Committer, prefix: Deno.KvKey): Promise<void> {
  for (;;) {
    const found = await Array.fromAsync(kv.list({ prefix }, { limit: AT_ONCE }), (entry) => [...entry.key]);
    if (found.length > 0) await committer.commit({ checks: [], mutations: found.map(remove) }, "bulk");
    if (found.length < AT_ONCE) return;
  }
}
