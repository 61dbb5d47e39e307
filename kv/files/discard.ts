import { now } from "../../domain/clock.ts";
import { readArtifact, saveArtifact } from "./artifact.ts";
import type { Files } from "./files.ts";
import { settleArtifact } from "./settle.ts";
import { shredded } from "./transitions.ts";

/** Takes away a file that is still being written: its key at once, its bytes right after. */
export async function discardWriting(files: Files, tenant: string, artifact: string): Promise<void> {
  const stored = await readArtifact(files.kv, tenant, artifact);
  if (stored.value?.state !== "writing") return;
  const at = now();
  const gone = await files.committer.commit(saveArtifact(tenant, stored, shredded(stored.value, at)));
  if (gone.ok) await settleArtifact(files, { at, tenant, id: artifact });
}
