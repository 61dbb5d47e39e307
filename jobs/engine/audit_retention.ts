import { encodeTime } from "ulid";
import { now } from "../../domain/clock.ts";
import { type Committer, type Mutation, remove } from "../../kv/commit.ts";
import { auditKeys } from "../../kv/keys.ts";
import { parse } from "../../kv/read.ts";
import { startOfMonth } from "../tokyo_day.ts";
import { AUDIT_MONTHS, forgetting } from "./audit.ts";
import { auditSchema } from "./records.ts";

/** Entries deleted in one commit, and in one go: other duties wait meanwhile. */
const ENTRIES_PER_COMMIT = 200;
const COMMITS_PER_SWEEP = 25;

/**
 * Forgets the entries of a tenant whose seven years are over. The duty under `key` goes when none is left, and the
 * one for the oldest that stays takes its place; what is too much for one sweep stays due.
 */
export async function forgetAudit(kv: Deno.Kv, committer: Committer, tenant: string, key: Deno.KvKey) {
  for (let n = 0; n < COMMITS_PER_SWEEP; n++) {
    const old = await oldEntries(kv, tenant);
    if (old.length === 0) {
      return void await committer.commit({
        checks: [],
        mutations: [remove(key), ...await nextDuty(kv, tenant)],
      });
    }
    await committer.commit({ checks: [], mutations: old.map(remove) }, "bulk");
  }
}

async function oldEntries(kv: Deno.Kv, tenant: string): Promise<Deno.KvKey[]> {
  const limit = startOfMonth(now(), -AUDIT_MONTHS);
  if (limit <= 0) return [];
  const prefix = auditKeys.entries(tenant);
  const range = { start: prefix, end: [...prefix, encodeTime(limit)] };
  const entries = await Array.fromAsync(kv.list(range, { limit: ENTRIES_PER_COMMIT }));
  return entries.map(({ key }) => [...key]);
}

/** The duty for the oldest entry that stays; none for an empty log. */
async function nextDuty(kv: Deno.Kv, tenant: string): Promise<Mutation[]> {
  for await (const { key, value } of kv.list({ prefix: auditKeys.entries(tenant) }, { limit: 1 })) {
    return [forgetting(tenant, parse([...key], value, auditSchema).at)];
  }
  return [];
}
