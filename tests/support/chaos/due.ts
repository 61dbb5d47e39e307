import { now } from "../../../domain/clock.ts";
import type { DueHandlers } from "../../../jobs/engine/sweep.ts";
import { type Mutation, remove } from "../../../kv/commit.ts";
import type { Files } from "../../../kv/files/files.ts";
import type { Artifact } from "../../../kv/files/artifact.ts";
import { settleArtifact } from "../../../kv/files/settle.ts";
import { forgetEmployee } from "../../../kv/leavings.ts";
import { morningDuty } from "../../../kv/mornings.ts";
import { forgetMails } from "../../../kv/outbox_retention.ts";

/**
 * How the duties of a database are carried out that no process of the product has open.
 * @param told what goes into the commit that shreds a file
 */
export function dueOf(
  files: Files,
  told?: (tenant: string, file: Artifact) => Mutation[],
): DueHandlers {
  const { kv, committer } = files;
  return {
    async artifact({ tenant, id }, key) {
      await settleArtifact(files, { at: Number(key[2]), tenant, id }, told && ((file) => told(tenant, file)));
    },
    leavings: (entry, key) => forgetEmployee(kv, committer, entry, key),
    mails: (entry, key) => forgetMails(kv, committer, entry, key),
    // Nobody carries jobs out: a morning names the next one only, as where there is nothing to do.
    async morning({ tenant }, key) {
      await committer.commit({ checks: [], mutations: [remove(key), morningDuty(tenant, now())] });
    },
  };
}
