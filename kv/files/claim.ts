import { now } from "../../domain/clock.ts";
import { settle } from "../change.ts";
import type { Mutation } from "../commit.ts";
import { failpoint } from "../failpoint.ts";
import { type Artifact, type Claimer, readArtifact, saveArtifact } from "./artifact.ts";
import type { Files } from "./files.ts";
import { gone } from "./refusing.ts";
import { claimed } from "./transitions.ts";

/**
 * Claims a file for `person`, or finds that it is theirs already. `also` gives what goes into the same commit when
 * it is claimed now, such as an audit entry. Throws Refusal attachment_taken or attachment_gone.
 */
export async function claimArtifact(
  { kv, committer }: Pick<Files, "kv" | "committer">,
  at: { tenant: string; id: string; person: Claimer; graceMs: number },
  also: (record: Artifact) => Mutation[] = () => [],
): Promise<Artifact> {
  const mine = await settle(committer, async () => {
    const stored = await readArtifact(kv, at.tenant, at.id);
    if (!stored.value) throw gone("attachment");
    const value = claimed(stored.value, at.person, now(), at.graceMs);
    if (value === stored.value) return { change: { checks: [], mutations: [] }, value };
    const { checks, mutations } = saveArtifact(at.tenant, stored, value);
    failpoint?.("claim-download:before");
    return { change: { checks, mutations: [...mutations, ...also(value)] }, value };
  });
  failpoint?.("claim-download:after");
  return mine;
}
