import { z } from "zod";
import { now } from "../domain/clock.ts";
import { answerDraftStore } from "./answer_drafts.ts";
import { seen } from "./change.ts";
import { type Committer, remove } from "./commit.ts";
import { declarationStore } from "./declarations.ts";
import { dueMutation } from "./files/artifact.ts";
import type { YearRef } from "./groups.ts";
import { yearKeys } from "./keys.ts";
import { pictureStore, UNNAMED_PICTURES } from "./pictures.ts";
import { readMany } from "./read.ts";

/** Keys deleted in one commit. */
const AT_ONCE = 200;

/**
 * What a deleted employee left in an open number of keys (see kv/history.ts `leavings`), or the pictures that somebody's
 * answers do not name any more (`PictureStore.dropUnnamed`), by a due entry under `key`.
 */
export async function forgetEmployee(
  kv: Deno.Kv,
  committer: Committer,
  { tenant, id, rest }: { tenant: string; id: string; rest?: string[] },
  key: Deno.KvKey,
): Promise<void> {
  const year = Number(rest?.[0]);
  if (rest?.[1] === UNNAMED_PICTURES) return await dropUnnamed(kv, committer, { id: tenant, year }, id, key);
  // History, and the parts of a large declaration or restore point (kv/large_values.ts).
  for (
    const keysOf of [yearKeys.history, yearKeys.declaration, yearKeys.restorePoint, yearKeys.answerDraft]
  ) {
    await removeAll(kv, committer, keysOf(tenant, year, id));
  }
  await dropPictures(kv, committer, tenant, yearKeys.pictures(tenant, year, id));
  await committer.commit({ checks: [], mutations: [remove(key)] }, "bulk");
}

/** Nothing names the pictures any more: the clean-up destroys them (kv/files/settle.ts). */
async function dropPictures(kv: Deno.Kv, committer: Committer, tenant: string, prefix: Deno.KvKey) {
  const keys = await Array.fromAsync(kv.list({ prefix }), (entry) => entry.key);
  const dues = keys.map((key) => dueMutation(tenant, String(key.at(-1)), now()));
  if (keys.length > 0) {
    await committer.commit(
      { checks: [], mutations: [...keys.map((key) => remove([...key])), ...dues] },
      "bulk",
    );
  }
}

/** Once more where answers, copy or draft changed meanwhile: the duty stays then. */
async function dropUnnamed(
  kv: Deno.Kv,
  committer: Committer,
  ref: YearRef,
  employee: string,
  key: Deno.KvKey,
) {
  const heads = [yearKeys.declaration, yearKeys.restorePoint, yearKeys.answerDraft]
    .map((keyOf) => keyOf(ref.id, ref.year, employee));
  const checks = (await readMany(kv, heads, z.unknown())).map(seen);
  const { of, restorePoints } = declarationStore(kv, ref);
  const [[declared], [point], [draft]] = await Promise.all([
    of([employee]),
    restorePoints([employee]),
    answerDraftStore(kv, ref).of([employee]),
  ]);
  const answers = [declared, point?.declaration, draft?.declaration];
  const named = new Set(answers.flatMap((one) => one?.pictures.map(({ id }) => id) ?? []));
  const kept = await pictureStore(kv, ref).kept(employee);
  const mutations = kept.filter((id) => !named.has(id)).flatMap((id) => [
    remove(yearKeys.picture(ref.id, ref.year, employee, id)),
    dueMutation(ref.id, id, now()),
  ]);
  await committer.commit({ checks, mutations: [...mutations, remove(key)] }, "bulk");
}

async function removeAll(kv: Deno.Kv, committer: Committer, prefix: Deno.KvKey): Promise<void> {
  for (;;) {
    const found = await Array.fromAsync(kv.list({ prefix }, { limit: AT_ONCE }), (entry) => [...entry.key]);
    if (found.length > 0) await committer.commit({ checks: [], mutations: found.map(remove) }, "bulk");
    if (found.length < AT_ONCE) return;
  }
}
