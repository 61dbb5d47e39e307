import assert from "node:assert/strict";
import { Refusal } from "../../domain/errors.ts";
import { newRingEntry, parseKeyring } from "../keyring.ts";
import { readArtifact } from "./artifact.ts";
import { newDraft, resumedDraft } from "./draft.ts";
import type { Files } from "./files.ts";
import { openInput } from "./open.ts";
import {
  allBytes,
  BEGINNING,
  committed,
  publishedFile,
  someBytes,
  TENANT,
  testFiles,
  TTL_MS,
} from "./testing.ts";

const [K1, K2] = [newRingEntry("k1"), newRingEntry("k2")];
const ring = (text: string) => ({ keyring: parseKeyring(text) });
const SIZE = 200_000;

async function contentOf(files: Files, id: string): Promise<Uint8Array> {
  return await allBytes((await openInput(files, TENANT, id)).body);
}

const keyIds = async (files: Files, id: string) =>
  (await readArtifact(files.kv, TENANT, id)).value!.parts.map(({ key }) => key!.id);

Deno.test("after a rotation old files are read with the old key and new ones are sealed under the new one", async () => {
  await using base = await testFiles();
  const [old, fresh] = [someBytes(SIZE), someBytes(SIZE)];
  await publishedFile({ ...base, ...ring(K1) }, [[old]], { id: "old" });
  const rotated = { ...base, ...ring(`${K2},${K1}`) };
  assert.deepEqual(await contentOf(rotated, "old"), old);
  await publishedFile(rotated, [[fresh]], { id: "new" });
  assert.deepEqual([await keyIds(base, "old"), await keyIds(base, "new")], [["k1"], ["k2"]]);

  const later = { ...base, ...ring(K2) };
  assert.deepEqual(await contentOf(later, "new"), fresh, "the old key is needed no longer");
  await assert.rejects(
    contentOf(later, "old"),
    (error) => error instanceof Refusal && error.code === "attachment_broken",
  );
});

Deno.test("a file begun under the old key is gone on with under the new one, and is whole", async () => {
  await using base = await testFiles();
  const place = (text: string) => ({ ...base, ...ring(text), tenant: TENANT, ttlMs: TTL_MS });
  const halves = [someBytes(SIZE), someBytes(SIZE)] as const;
  const draft = await newDraft(place(K1), { ...BEGINNING, id: "both" });
  draft.committed(await committed(base.committer, draft.begin));
  await draft.write(halves[0]);
  await committed(base.committer, await draft.seal());

  const rotated = `${K2},${K1}`;
  const resumed = await resumedDraft(place(rotated), await readArtifact(base.kv, TENANT, "both"));
  resumed.committed(await committed(base.committer, resumed.begin));
  await resumed.write(halves[1]);
  await committed(base.committer, await resumed.publish());
  assert.deepEqual(await keyIds(base, "both"), ["k1", "k2"]);
  const whole = new Uint8Array(await new Blob([...halves]).arrayBuffer());
  assert.deepEqual(await contentOf({ ...base, ...ring(rotated) }, "both"), whole);
});
