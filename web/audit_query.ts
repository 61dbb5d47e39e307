import { z } from "zod";
import { Refusal } from "../domain/errors.ts";
import type { AuditQuery } from "../jobs/audit_log.ts";
import { AUDIT_EVENT_NAMES } from "../jobs/audit_view.ts";
import { normalIdentifier } from "../kv/users.ts";

const text = z.string().trim().max(200);

const schema = z.object({
  event: z.enum(AUDIT_EVENT_NAMES),
  person: text.transform(normalIdentifier),
  job: text.transform((id) => id.toUpperCase()),
  from: z.iso.date(),
  to: z.iso.date(),
  cursor: text,
}).partial();

/** The filters of 監査ログ from an address or a form; empty fields count as not given. Refuses `bad_request`. */
export function readAuditQuery(fields: Iterable<[string, FormDataEntryValue]>): AuditQuery {
  const given = [...fields].filter(([, value]) => typeof value === "string" && value.trim() !== "");
  const parsed = schema.safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;
  const what = parsed.error.issues.map((issue) => issue.path.join(".")).join("、");
  throw new Refusal("bad_request", { what });
}

/** True when at least one filter is set. */
export function isAuditFiltered({ cursor: _, ...filters }: AuditQuery): boolean {
  return Object.values(filters).some((value) => value !== undefined);
}
