import { now } from "../domain/clock.ts";
import { Refusal } from "../domain/errors.ts";
import { allows } from "../domain/permission.ts";
import { personOf, shownAs } from "../domain/user.ts";
import type { Committer } from "../kv/commit.ts";
import { jobKeys } from "../kv/keys.ts";
import { readMany } from "../kv/read.ts";
import { auditCsv } from "./audit_csv.ts";
import { AUDIT_LABELS, type AuditEventName, type AuditLineView, type AuditPageView } from "./audit_view.ts";
import { firstAudit } from "./engine/audit.ts";
import { type AuditFilter, type AuditLine, auditLines, listAudit } from "./engine/audit_queries.ts";
import { isJobId } from "./engine/queries.ts";
import { jobSchema } from "./engine/records.ts";
import type { Asker } from "./service.ts";
import { fileStamp, startOfDay } from "./tokyo_day.ts";

/** Filters of the log, all from the address; absent: not filtered. */
export interface AuditQuery {
  event?: AuditEventName;
  /** E-mail of who did it. */
  person?: string;
  job?: string;
  /** YYYY-MM-DD in Asia/Tokyo, both ends included. */
  from?: string;
  to?: string;
  cursor?: string;
}

/** A page with whether its scan met the limit. */
export interface AuditPage extends AuditPageView {
  scanLimited: boolean;
}

/** 監査ログ, for 管理者 only: others are refused `forbidden`. */
export interface AuditLog {
  list(asker: Asker, query: AuditQuery): Promise<AuditPage>;
  /** All entries that match as a CSV, made while it is read. Taking it is told in the log first. */
  csv(asker: Asker, query: AuditQuery): Promise<{ name: string; body: ReadableStream<Uint8Array> }>;
}

/** The log that `kv` holds. */
export function auditLogOf({ kv, committer }: { kv: Deno.Kv; committer: Committer }): AuditLog {
  return {
    async list(asker, query) {
      requireAdmin(asker);
      const filter = filterOf(query);
      if (!filter) return { entries: [], next: null, scanLimited: false };
      const { found, next, scanLimited } = await listAudit(kv, asker.tenant.id, filter);
      return { entries: await viewsOf(kv, asker.tenant.id, found), next, scanLimited };
    },
    async csv(asker, query) {
      requireAdmin(asker);
      const { cursor: _, ...facts } = query;
      const told = {
        event: "log_exported",
        job: null,
        kind: null,
        actor: personOf(asker.user),
        facts,
      } as const;
      const mutations = firstAudit(asker.tenant.id, told);
      if (!(await committer.commit({ checks: [], mutations })).ok) {
        throw new Error("no audit entry, no export");
      }
      const filter = filterOf({ ...query, cursor: undefined });
      const lines = filter ? views(kv, asker.tenant.id, filter) : nothing();
      return {
        name: `監査ログ_${fileStamp(now()).slice(0, 12)}.csv`,
        body: ReadableStream.from(auditCsv(lines)),
      };
    },
  };
}

function requireAdmin({ user }: Asker): void {
  if (!allows(user.role, "admin")) throw new Refusal("forbidden");
}

/** Null: nothing can match. */
function filterOf({ event, person, job, from, to, cursor }: AuditQuery): AuditFilter | null {
  const start = from === undefined ? undefined : startOfDay(from);
  const until = to === undefined ? undefined : startOfDay(to, 1);
  if (start === null || until === null) return null;
  if (cursor !== undefined && !isJobId(cursor)) return null;
  return { event, person, job, from: start, until, after: cursor };
}

async function* views(kv: Deno.Kv, tenant: string, filter: AuditFilter): AsyncGenerator<AuditLineView[]> {
  for await (const lines of auditLines(kv, tenant, filter)) yield await viewsOf(kv, tenant, lines);
}

async function* nothing(): AsyncGenerator<AuditLineView[]> {}

/** Entries with the names of their jobs, which the log itself holds with the acceptance only. */
async function viewsOf(kv: Deno.Kv, tenant: string, lines: AuditLine[]): Promise<AuditLineView[]> {
  const ids = [...new Set(lines.flatMap(({ job }) => job ?? []))];
  const jobs = await readMany(kv, ids.map((id) => jobKeys.job(tenant, id)), jobSchema);
  const byId = new Map(jobs.flatMap(({ value }) => value ? [[value.id, value]] : []));
  return lines.map(({ id, at, event, actor, job, kind, facts: { title, ...facts } }) => {
    const of = job === null ? undefined : byId.get(job);
    return {
      id,
      at: new Date(at).toISOString(),
      event,
      eventLabel: AUDIT_LABELS[event],
      actor: actor && shownAs(actor),
      job,
      title: typeof title === "string" ? title : of?.title ?? null,
      system: of?.system ?? false,
      kind: kind ?? of?.kind ?? null,
      facts,
    };
  });
}
