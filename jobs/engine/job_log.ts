import type { Facts, Log } from "../../domain/log.ts";
import type { Change, Mutation } from "../../kv/commit.ts";
import { type AuditEntry, auditSchema, runSchema } from "./records.ts";

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
      if (!line) continue;
      const job = entry.job ?? undefined;
      log("info", line, { tenant: String(key[1]), job, ...attemptIn(mutations), ...factsOf(entry) });
    }
  };
}

/** The attempt that the commit is about: each that moves a job writes its run. A job that is accepted has none yet. */
function attemptIn(mutations: readonly Mutation[]): Pick<Facts, "attempt"> {
  const run = mutations.find(({ type, key }) => type === "set" && key[0] === "t" && key[2] === "run");
  const attempt = run?.type === "set" ? runSchema.safeParse(run.value).data?.attempt : undefined;
  return attempt ? { attempt } : {};
}

function factsOf({ kind, facts }: AuditEntry): Facts {
  const told = TOLD.filter((name) => facts[name] !== undefined).map((name) => [name, facts[name]]);
  return { kind: kind ?? undefined, ...Object.fromEntries(told) };
}
