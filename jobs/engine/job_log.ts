import type { Facts, Log } from "../../domain/log.ts";
import type { Change } from "../../kv/commit.ts";
import { type AuditEntry, auditSchema } from "./records.ts";

/** What the log says of a job's way, by what the audit log calls it. */
const LINES: Partial<Record<AuditEntry["event"], string>> = {
  accepted: "job accepted",
  claimed: "job claimed",
  waiting: "job waits for something outside",
  handed_back: "job handed back",
  lost: "job lost",
  cancelled: "job cancelled",
  finished: "job ended",
};

/** Facts of the audit log that are ids, words of ours, and numbers. */
const TOLD = ["attempt", "owner", "losses", "status", "reason", "done", "errors"] as const;

/** Tells the log of each step of a job that a commit of this process made. */
export function jobLog(log: Log): (change: Change) => void {
  return ({ mutations }) => {
    for (const mutation of mutations) {
      const { type, key } = mutation;
      if (type === "delete" || key[0] !== "t" || key[2] !== "audit") continue;
      const entry = auditSchema.safeParse(mutation.value).data;
      const line = entry && LINES[entry.event];
      if (line) log("info", line, factsOf(String(key[1]), entry));
    }
  };
}

function factsOf(tenant: string, { job, kind, facts }: AuditEntry): Facts {
  const told = TOLD.filter((name) => facts[name] !== undefined).map((name) => [name, facts[name]]);
  return { tenant, job: job ?? undefined, kind: kind ?? undefined, ...Object.fromEntries(told) };
}
