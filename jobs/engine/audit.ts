import { ulid } from "ulid";
import type { AccountEvent } from "../../domain/account_event.ts";
import { now } from "../../domain/clock.ts";
import type { SettingsEvent } from "../../domain/settings_event.ts";
import type { Person } from "../../domain/user.ts";
import { add, type Mutation, set } from "../../kv/commit.ts";
import type { Artifact } from "../../kv/files/artifact.ts";
import { auditKeys, sysKeys } from "../../kv/keys.ts";
import { startOfMonth } from "../tokyo_day.ts";
import type { AuditEntry, DueEntry } from "./records.ts";

/** How long the log is kept (design §5), in months: a month is forgotten as a whole. */
export const AUDIT_MONTHS = 7 * 12;

/** The mutation that adds an audit entry, to be put in the commit of what it tells. Nothing ever changes an entry. */
export function audit(tenant: string, entry: Omit<AuditEntry, "v" | "at">): Mutation {
  const at = now();
  return add(auditKeys.entry(tenant, ulid(at)), { v: 1, at, ...entry });
}

/**
 * An entry that no other need have come before: with it goes the duty to forget its month. There is one a tenant and
 * month, written over by each such entry; all others follow one of these and are found by the same duty.
 */
export function firstAudit(tenant: string, entry: Omit<AuditEntry, "v" | "at">): Mutation[] {
  return [audit(tenant, entry), forgetting(tenant, now())];
}

/** The duty to forget the entries of the month of `at`, when their time is over. */
export function forgetting(tenant: string, at: number): Mutation {
  const duty: DueEntry = { v: 1, kind: "audit", tenant, id: tenant };
  return set(sysKeys.due(startOfMonth(at, AUDIT_MONTHS + 1), `audit-${tenant}`), duty);
}

/** Tells of what happened to an account or a 権限; for the commit of it. */
export function tellAccountEvent(tenant: string, { event, by, facts }: AccountEvent): Mutation[] {
  return firstAudit(tenant, { event, job: null, kind: null, actor: by, facts });
}

/** Tells of settings that somebody changed; for the commit of it. */
export function tellSettingsEvent(tenant: string, { event, by, facts }: SettingsEvent): Mutation[] {
  return firstAudit(tenant, { event, job: null, kind: null, actor: by, facts });
}

/** Tells that somebody sends mails again; by id, since the log outlives what it could say of their recipients. */
export function tellMailsResent(tenant: string, by: Person, ids: readonly string[]): Mutation[] {
  const facts = { mails: ids.length, mailIds: ids.join(" ") };
  return firstAudit(tenant, { event: "mails_resent", job: null, kind: null, actor: by, facts });
}

/** Tells that the keys of a file are destroyed; nothing of files that never were in anybody's list. */
export function auditShredded(tenant: string, file: Artifact): Mutation[] {
  if (file.sha256 === null) return [];
  const { id, job, n, purpose, size, sha256, keyed, claimedBy } = file;
  return [audit(tenant, {
    event: "attachment_shredded",
    job,
    kind: null,
    actor: null,
    facts: {
      artifact: id,
      purpose,
      n,
      bytes: size,
      // A keyed one tells nobody anything.
      ...(keyed ? {} : { sha256 }),
      reason: claimedBy ? "taken" : "expired",
    },
  })];
}
