import { type Committer, remove } from "./commit.ts";
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
  const prefix = yearKeys.history(tenant, Number(rest?.[0]), id);
  for (;;) {
    const found = await Array.fromAsync(kv.list({ prefix }, { limit: AT_ONCE }), (entry) => [...entry.key]);
    const last = found.length < AT_ONCE;
    await committer.commit({
      checks: [],
      mutations: [...found.map(remove), ...(last ? [remove(key)] : [])],
    }, "bulk");
    if (last) return;
  }
}
