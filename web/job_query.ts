import { z } from "zod";
import { Refusal } from "../domain/errors.ts";
import type { JobQuery } from "../jobs/service.ts";
import { JOB_STATUSES } from "../jobs/view.ts";
import { normalIdentifier } from "../kv/users.ts";

const text = z.string().trim().max(200);

const schema = z.object({
  status: z.enum(JOB_STATUSES),
  kind: text,
  actor: text.transform(normalIdentifier),
  group: text,
  from: z.iso.date(),
  to: z.iso.date(),
  text,
  cursor: text,
}).partial();

/** The filters that count as set by a person: the cursor is none. */
const FILTERS = ["status", "kind", "actor", "group", "from", "to", "text"] as const;

/** The filters of the job list from an address; empty fields count as not given. Refuses `bad_request`. */
export function readJobQuery(params: URLSearchParams): JobQuery {
  const given = Object.fromEntries([...params].filter(([, value]) => value.trim() !== ""));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    throw new Refusal("bad_request", {
      what: parsed.error.issues.map((issue) => issue.path.join(".")).join("、"),
    });
  }
  return parsed.data;
}

/** True when at least one filter is set. */
export function isFiltered(query: JobQuery): boolean {
  return FILTERS.some((name) => query[name] !== undefined);
}
