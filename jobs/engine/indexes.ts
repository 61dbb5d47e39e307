import { type Mutation, remove, set } from "../../kv/commit.ts";
import { jobKeys } from "../../kv/keys.ts";
import type { JobRecord } from "./records.ts";

/** The fields of the list that have an index; each key holds an id in its last part and no value. */
export type IndexField = "status" | "kind" | "actor" | "group";

function entries(job: JobRecord): [IndexField, string][] {
  if (job.system) return [];
  return [
    ["status", job.status],
    ["kind", job.kind],
    ["actor", job.actor.id],
    ...(job.group ? [["group", job.group.id] as [IndexField, string]] : []),
  ];
}

/** Index keys of a job, to be set in the commit that accepts it. */
export function indexSets(tenant: string, job: JobRecord): Mutation[] {
  return entries(job).map(([field, value]) => set(jobKeys.index(tenant, field, value, job.id), null));
}

/** Index keys of a job, to be deleted in the commit that forgets it. */
export function indexRemovals(tenant: string, job: JobRecord): Mutation[] {
  return entries(job).map(([field, value]) => remove(jobKeys.index(tenant, field, value, job.id)));
}

/** Moves a job from one status to another in the index. */
export function indexMove(tenant: string, before: JobRecord, after: JobRecord): Mutation[] {
  if (after.system) return [];
  return [
    remove(jobKeys.index(tenant, "status", before.status, before.id)),
    set(jobKeys.index(tenant, "status", after.status, after.id), null),
  ];
}
