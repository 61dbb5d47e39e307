import { decodeTime } from "ulid";
import { auditKeys } from "../../kv/keys.ts";
import { parse } from "../../kv/read.ts";
import { type Bounds, type Page, slicesBackwards, takePage } from "./paging.ts";
import { isJobId } from "./queries.ts";
import { type AuditEntry, type AuditEvent, auditSchema } from "./records.ts";

/** What the log is narrowed by. */
export interface AuditFilter extends Bounds {
  event?: AuditEvent;
  /** E-mail, 社員番号 or account id of who did it, as it was then. */
  person?: string;
  job?: string;
}

/** An entry with its id. */
export type AuditLine = AuditEntry & { id: string };

/** A page of a tenant's log, newest first. */
export function listAudit(kv: Deno.Kv, tenant: string, filter: AuditFilter): Promise<Page<AuditLine>> {
  return takePage(scan(kv, tenant, filter), (line) => matches(line, filter));
}

/** All entries that match, newest first, slice by slice. */
export async function* auditLines(
  kv: Deno.Kv,
  tenant: string,
  filter: AuditFilter,
): AsyncGenerator<AuditLine[], void, undefined> {
  for await (const slice of scan(kv, tenant, filter)) {
    const found = slice.filter((line) => matches(line, filter));
    if (found.length > 0) yield found;
  }
}

async function* scan(kv: Deno.Kv, tenant: string, filter: AuditFilter): AsyncIterable<AuditLine[]> {
  const prefix = auditKeys.entries(tenant);
  for await (const slice of slicesBackwards(kv, prefix, boundsOf(filter))) {
    yield slice.map(({ key, value }) => ({
      ...parse([...key], value, auditSchema),
      id: String(key.at(-1)),
    }));
  }
}

/** Nothing is told of a job before it was accepted, which is in its id. */
function boundsOf({ job, from, until, after }: AuditFilter): Bounds {
  const accepted = job !== undefined && isJobId(job) ? decodeTime(job) : 0;
  return { from: Math.max(from ?? 0, accepted), until, after };
}

function matches(line: AuditLine, { event, person, job }: AuditFilter): boolean {
  return (!event || line.event === event) &&
    (!job || line.job === job) &&
    (!person || isPerson(line.actor, person));
}

function isPerson(actor: AuditLine["actor"], person: string): boolean {
  return actor !== null && [actor.email, actor.employeeCode, actor.id].includes(person);
}
