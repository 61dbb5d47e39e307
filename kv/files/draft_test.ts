import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { set } from "../commit.ts";
import { fileKeys } from "../keys.ts";
import { readArtifact } from "./artifact.ts";
import { bytesOf } from "./bytes.ts";
import { newDraft, resumedDraft } from "./draft.ts";
import type { Files } from "./files.ts";
import { CHUNK_BYTES } from "./format.ts";
import {
  allBytes,
  BEGINNING,
  chunksStored,
  committed,
  Killed,
  killedAt,
  recordKeys,
  someBytes,
  TENANT,
  type TestFiles,
  testFiles,
  tick,
  TTL_MS,
} from "./testing.ts";

const PIECES = 6;
const PIECES_PER_PART = 2;
const bytes = someBytes(PIECES * CHUNK_BYTES * 7);
const piece = (i: number) => bytes.subarray(i * CHUNK_BYTES * 7, (i + 1) * CHUNK_BYTES * 7);
const CHECKPOINT = ["t", TENANT, "checkpoint", "job"];

/** An attempt of a job that writes one file: goes on where the last commit of the attempt before stood. */
async function attempt(files: Files): Promise<void> {
  const place = { ...files, tenant: TENANT, ttlMs: TTL_MS };
  const stored = await readArtifact(files.kv, TENANT, BEGINNING.id);
  if (stored.value?.state === "ready") return;
  const draft = stored.value ? await resumedDraft(place, stored) : await newDraft(place, BEGINNING);
  draft.committed(await committed(files.committer, draft.begin));
  const done = (await files.kv.get<number>(CHECKPOINT)).value ?? 0;
  for (let i = done; i < PIECES; i++) {
    await draft.write(piece(i));
    if ((i + 1) % PIECES_PER_PART !== 0) continue;
    const { checks, mutations } = await draft.seal();
    const change = { checks, mutations: [...mutations, set(CHECKPOINT, i + 1)] };
    draft.committed(await committed(files.committer, change));
  }
  await committed(files.committer, await draft.publish());
}

async function assertWhole(files: TestFiles) {
  const { value: record } = await readArtifact(files.kv, TENANT, BEGINNING.id);
  assert.equal(record?.state, "ready");
  assert.equal(record.size, bytes.length);
  assert.equal(record.sha256, createHash("sha256").update(bytes).digest("hex"));
  assert.deepEqual(await allBytes(await bytesOf(files, TENANT, record, null)), bytes);
  const inManifest = record.parts.reduce((sum, { chunks }) => sum + (chunks ?? 0), 0);
  assert.equal(await chunksStored(files), inManifest, "no chunk lies outside the manifest");
}

Deno.test("a file whose writer dies anywhere, again and again, is the same file", async () => {
  for (const when of ["before", "after"] as const) {
    let killed = true;
    for (let nth = 0; killed; nth++) {
      await using files = await testFiles();
      killed = await attempt(killedAt(files, nth, when)).then(() => false, (error) => {
        assert.ok(error instanceof Killed, String(error));
        return true;
      });
      await attempt(killedAt(files, 2, when)).catch(() => {});
      await attempt(files);
      await assertWhole(files);
      files.pass(TTL_MS);
      await tick(files);
      assert.equal(await chunksStored(files), 0);
    }
  }
});

Deno.test("the next attempt goes on behind the sealed parts, under a part of its own", async () => {
  await using files = await testFiles();
  // Commits: begin, two of chunks, seal; then the first of the second part.
  await assert.rejects(attempt(killedAt(files, 4, "after")), Killed);
  const before = (await readArtifact(files.kv, TENANT, BEGINNING.id)).value?.parts ?? [];
  assert.equal(before.length, 2);
  await attempt(files);
  const after = (await readArtifact(files.kv, TENANT, BEGINNING.id)).value?.parts ?? [];
  assert.equal(after[0]?.id, before[0]?.id);
  assert.ok(!after.some(({ id }) => id === before[1]?.id));
});

Deno.test("sealed parts that cannot be read stop the next attempt with a reason", async () => {
  await using files = await testFiles();
  await assert.rejects(attempt(killedAt(files, 4, "after")), Killed);
  const { value } = await readArtifact(files.kv, TENANT, BEGINNING.id);
  await files.blobKv.delete(fileKeys.chunk(TENANT, value!.parts[0]!.id, 9));
  await assert.rejects(attempt(files), { code: "attachment_gone" });
});

Deno.test("a writer whose file was taken away meanwhile cannot publish it", async () => {
  await using files = await testFiles();
  const draft = await newDraft({ ...files, tenant: TENANT, ttlMs: TTL_MS }, { ...BEGINNING, job: null });
  draft.committed(await committed(files.committer, draft.begin));
  await draft.write(bytes);
  files.pass(TTL_MS);
  await tick(files);
  assert.deepEqual(await files.committer.commit(await draft.publish()), { ok: false });
  assert.deepEqual(await recordKeys(files), []);
});

Deno.test("once a draft is given up nothing is being written any more", async () => {
  await using files = await testFiles();
  const draft = await newDraft({ ...files, tenant: TENANT, ttlMs: TTL_MS }, { ...BEGINNING, job: null });
  await committed(files.committer, draft.begin);
  for (let i = 0; i < 3; i++) await draft.write(piece(i));
  await draft.abandon();
  const before = await chunksStored(files);
  assert.equal(before, 12, "the batch under way landed");
  files.pass(TTL_MS);
  await tick(files);
  assert.equal(await chunksStored(files), 0);
});
