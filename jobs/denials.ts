import { Refusal } from "../domain/errors.ts";
import type { ReasonCode } from "../domain/reasons.ts";
import { personOf } from "../domain/user.ts";
import type { Committer } from "../kv/commit.ts";
import { firstAudit } from "./engine/audit.ts";
import { isJobId } from "./engine/queries.ts";
import type { Asker } from "./service.ts";

/** Refusals that say that the person lacks a right; the audit log tells of each. */
const DENIALS: ReadonlySet<ReasonCode> = new Set<ReasonCode>(["forbidden", "result_forbidden"]);

/** What somebody tried. */
export interface Attempt {
  action: "accept" | "cancel" | "rerun" | "claim";
  job: string | null;
  kind: string | null;
}

/** Does `work`; where it is refused for lack of a right, the audit log says so before the person hears it. */
export async function tellDenials<T>(
  committer: Committer,
  { tenant, user }: Asker,
  { action, job, kind }: Attempt,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal) || !DENIALS.has(error.code)) throw error;
    const mutations = firstAudit(tenant.id, {
      event: "denied",
      // Whoever may see no job at all may have named anything.
      job: job !== null && isJobId(job) ? job : null,
      kind,
      actor: personOf(user),
      facts: { action, reason: error.code },
    });
    await committer.commit({ checks: [], mutations });
    throw error;
  }
}
