import { now } from "../../domain/clock.ts";
import { NOTHING } from "../../kv/change.ts";
import type { Change } from "../../kv/commit.ts";
import { readArtifact, saveArtifact } from "../../kv/files/artifact.ts";
import { shredded } from "../../kv/files/transitions.ts";
import type { Order } from "./records.ts";

/** The change that shreds a job's input with its end, where the operation keeps none (個人番号). */
export async function spentInput(kv: Deno.Kv, tenant: string, { input, keepInput }: Order): Promise<Change> {
  if (keepInput || !input) return NOTHING;
  const stored = await readArtifact(kv, tenant, input.artifact);
  if (!stored.value || stored.value.state === "gone") return NOTHING;
  return saveArtifact(tenant, stored, shredded(stored.value, now()));
}
