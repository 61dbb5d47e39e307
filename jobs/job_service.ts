import { Refusal } from "../domain/errors.ts";
import { personOf, shownAs } from "../domain/user.ts";
import type { Files } from "../kv/files/files.ts";
import { readArtifact } from "../kv/files/artifact.ts";
import { claimArtifact } from "../kv/files/claim.ts";
import { openAttachment } from "../kv/files/open.ts";
import { type AcceptMeans, acceptOperation } from "./acceptance.ts";
import { byteRange } from "./byte_range.ts";
import { controlOf } from "./control.ts";
import { type Attempt, tellDenials } from "./denials.ts";
import { audit } from "./engine/audit.ts";
import { cancel } from "./engine/cancel.ts";
import type { EventHub } from "./engine/events.ts";
import type { EndHook } from "./engine/finish.ts";
import { isJobId, type JobFilter, listJobs, runningOf } from "./engine/queries.ts";
import { viewsOf } from "./engine/views.ts";
import { rerunJob } from "./rerun.ts";
import { attachmentId, readJob, readResult } from "./results.ts";
import type { Asker, JobQuery, JobService } from "./service.ts";
import { startOfDay } from "./tokyo_day.ts";
import { listScope, seesJob, seesResult } from "./visibility.ts";

export interface ServiceMeans extends AcceptMeans {
  files: Files;
  events: EventHub;
  /** User id behind an e-mail address or 社員番号, or null. */
  userByEmail(tenant: string, email: string): Promise<string | null>;
  graceMs: number;
  /** What else happens in the commit that ends a job. */
  onEnd?: EndHook;
}

/** Background processing as the routes see it. */
export function jobServiceOf(means: ServiceMeans): JobService {
  const { files } = means;
  const { kv } = files;

  async function filterOf({ tenant, user }: Asker, query: JobQuery): Promise<JobFilter | null> {
    const scope = listScope(user);
    if (scope === "none") throw new Refusal("forbidden");
    const named = query.actor ? await means.userByEmail(tenant.id, query.actor) : undefined;
    if (named === null || (scope === "own" && named && named !== user.id)) return null;
    const from = query.from ? startOfDay(query.from) : undefined;
    const until = query.to ? startOfDay(query.to, 1) : undefined;
    if (from === null || until === null) return null;
    const { status, kind, group, text, cursor: after } = query;
    if (after !== undefined && !isJobId(after)) return null;
    return { status, kind, group, text, after, from, until, actor: scope === "own" ? user.id : named };
  }

  /** The job, when this person finds it in the list at all: another's is as if it were not there. */
  async function visible({ tenant, user }: Asker, id: string) {
    if (listScope(user) === "none") throw new Refusal("forbidden");
    const found = await readJob(kv, tenant.id, id);
    if (!seesJob(user, found.job)) throw new Refusal("job_not_found");
    return { ...found, open: seesResult(user, found.order, means.find(found.order.kind)) };
  }

  /** Attachment `n` of a job whose result this person may see. Throws Refusal result_forbidden. */
  async function attachment(asker: Asker, id: string, n: number): Promise<string> {
    const { open } = await visible(asker, id);
    if (!open) throw new Refusal("result_forbidden");
    return await attachmentId(kv, asker.tenant.id, id, n);
  }

  /** Does what a person asks for; refused for lack of a right, it is told in the audit log. */
  function asked<T>(
    asker: Asker,
    action: Attempt["action"],
    job: string,
    work: () => Promise<T>,
  ): Promise<T> {
    return tellDenials(files.committer, asker, { action, job, kind: null }, work);
  }

  return {
    accept(asker, submission) {
      const attempt: Attempt = { action: "accept", job: null, kind: submission.operation };
      return tellDenials(files.committer, asker, attempt, () => acceptOperation(means, asker, submission));
    },
    async list(asker, query) {
      const filter = await filterOf(asker, query);
      return filter
        ? await listJobs(kv, asker.tenant.id, filter)
        : { jobs: [], next: null, scanLimited: false };
    },
    async detail(asker, id) {
      const { job, order, open } = await visible(asker, id);
      const [[view], result] = await Promise.all([
        viewsOf(kv, asker.tenant.id, [job]),
        open ? readResult(kv, asker.tenant.id, id, order) : null,
      ]);
      if (!view) throw new Refusal("job_not_found");
      return { job: view, result, control: await controlOf(means, asker, { job, order, open }) };
    },
    cancel: (asker, id) =>
      asked(asker, "cancel", id, async () => {
        const { open } = await visible(asker, id);
        if (!open) throw new Refusal("forbidden");
        const at = { tenant: asker.tenant.id, job: id, by: personOf(asker.user) };
        await cancel(kv, files.committer, at, means.onEnd);
        means.ring();
      }),
    rerun: (asker, id, key, password = null) =>
      asked(asker, "rerun", id, async () => {
        const former = await visible(asker, id);
        if (!former.open) throw new Refusal("forbidden");
        return await rerunJob(means, asker, former, key, password);
      }),
    running: ({ tenant, user }) => runningOf(kv, tenant.id, user.id),
    async claim(asker, id, n) {
      const artifact = await asked(asker, "claim", id, () => attachment(asker, id, n));
      const { tenant, user } = asker;
      const at = { tenant: tenant.id, id: artifact, person: user, graceMs: means.graceMs };
      await claimArtifact(files, at, (record) => [audit(tenant.id, {
        event: "attachment_claimed",
        job: id,
        kind: null,
        actor: personOf(user),
        facts: { artifact, n, bytes: record.size, sha256: record.sha256 },
      })]);
    },
    async download(asker, id, n, header) {
      const artifact = await attachment(asker, id, n);
      const { value } = await readArtifact(kv, asker.tenant.id, artifact);
      const range = value ? byteRange(header, value.size) : null;
      const at = { tenant: asker.tenant.id, id: artifact, person: asker.user, range };
      const { record, body } = await openAttachment(files, at);
      const { name, type, size } = record;
      return { name, type, size, sha256: record.sha256 ?? "", range, body };
    },
    events({ tenant, user }, signal) {
      const scope = listScope(user);
      if (scope === "none") throw new Refusal("forbidden");
      const own = shownAs(user);
      return means.events.subscribe(tenant.id, (job) => scope === "all" || job.actor === own, signal);
    },
  };
}
