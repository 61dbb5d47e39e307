import { ulid } from "ulid";
import { now } from "../../domain/clock.ts";
import { type Mutation, set } from "../../kv/commit.ts";
import { auditKeys } from "../../kv/keys.ts";
import type { AuditEntry } from "./records.ts";

/** The mutation that adds an audit entry, to be put in the commit of what it tells. */
export function audit(tenant: string, entry: Omit<AuditEntry, "v" | "at">): Mutation {
  const at = now();
  return set(auditKeys.entry(tenant, ulid(at)), { v: 1, at, ...entry });
}
