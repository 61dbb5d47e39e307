import { sysKeys } from "../../kv/keys.ts";
import { parse } from "../../kv/read.ts";
import type { Faults } from "./faults.ts";
import { openSchema } from "./records.ts";
import type { OpenJob } from "./slots.ts";

/**
 * Lists everything that is open, of all tenants. An entry of a newer version is left to those who can read it. Of the
 * thousands that may wait few have changed since the last look: the others are not checked by their schema again.
 */
export function openJobsOf(kv: Deno.Kv, faults: Faults): () => Promise<OpenJob[]> {
  let known = new Map<string, { versionstamp: string; open: OpenJob }>();
  return async () => {
    const seen: typeof known = new Map();
    for await (
      const { key, value, versionstamp } of kv.list({ prefix: sysKeys.opens() }, { batchSize: 500 })
    ) {
      const job = String(key.at(-1));
      const before = known.get(job);
      try {
        const open = before?.versionstamp === versionstamp
          ? before.open
          : { ...parse([...key], value, openSchema), job };
        seen.set(job, { versionstamp, open });
      } catch (error) {
        faults("an open job cannot be read", error, { job });
      }
    }
    known = seen;
    return Array.from(seen.values(), ({ open }) => open);
  };
}
