import assert from "node:assert/strict";
import { now } from "../../domain/clock.ts";
import { set } from "../commit.ts";
import { fileKeys, sysKeys } from "../keys.ts";
import { type Artifact, dueMutation, readArtifact, saveArtifact } from "./artifact.ts";
import { claimArtifact } from "./claim.ts";
import { deleteChunks } from "./delete_chunks.ts";
import { newDraft } from "./draft.ts";
import { CHUNK_BYTES } from "./format.ts";
import { readerMutation } from "./readers.ts";
import {
  ALICE,
  BEGINNING,
  chunksStored,
  committed,
  duties,
  GRACE_MS,
  Killed,
  killedAt,
  publishedFile,
  recordKeys,
  someBytes,
  TENANT,
  type TestFiles,
  testFiles,
  tick,
  TTL_MS,
} from "./testing.ts";
import { shredded, WRITING_CHECK_MS } from "./transitions.ts";

const page = someBytes(CHUNK_BYTES * 14);

/** A file in writing: one part sealed, one under way. Its writer is at rest where it `died`. */
async function writingFile(files: TestFiles, job: string | null, { died = false } = {}) {
  const draft = await newDraft({ ...files, tenant: TENANT, ttlMs: TTL_MS }, { ...BEGINNING, job });
  draft.committed(await committed(files.committer, draft.begin));
  await draft.write(page);
  draft.committed(await committed(files.committer, await draft.seal()));
  await draft.write(page);
  if (died) await draft.abandon();
  return draft;
}

const openJob = (files: TestFiles) =>
  committed(files.committer, { checks: [], mutations: [set(sysKeys.open("job"), { v: 1 })] });
const endJob = (files: TestFiles) => files.kv.delete(sysKeys.open("job"));

async function record(files: TestFiles): Promise<Artifact | null> {
  return (await readArtifact(files.kv, TENANT, "artifact")).value;
}

/** Ways for a file to end, and what is left in the records. */
const ENDINGS: [string, (files: TestFiles) => Promise<void>, "nothing" | "gone"][] = [
  ["nobody fetched it by the deadline", async (files) => {
    await publishedFile(files, [[page], [page]]);
    files.pass(TTL_MS);
  }, "gone"],
  ["the grace after a claim is over", async (files) => {
    await publishedFile(files, [[page], [page]]);
    await claimArtifact(files, { tenant: TENANT, id: "artifact", person: ALICE, graceMs: GRACE_MS });
    files.pass(GRACE_MS);
  }, "gone"],
  ["an upload that was never accepted", async (files) => {
    await writingFile(files, null, { died: true });
    files.pass(WRITING_CHECK_MS);
  }, "nothing"],
  ["a file that an ended job left behind", async (files) => {
    await writingFile(files, "job", { died: true });
    files.pass(WRITING_CHECK_MS);
  }, "nothing"],
  ["an input that is shredded when its job ends", async (files) => {
    const stored = await publishedFile(files, [[page]], { purpose: "input", job: null });
    await committed(files.committer, saveArtifact(TENANT, stored, shredded(stored.value, now())));
  }, "gone"],
];

for (const [what, arrange, left] of ENDINGS) {
  Deno.test(`${what}: keys and chunks go, wherever the process dies on the way`, async () => {
    for (const when of ["before", "after"] as const) {
      let killed = true;
      for (let nth = 0; killed; nth++) {
        await using files = await testFiles();
        await arrange(files);
        assert.ok(await chunksStored(files) > 0);
        killed = await tick(killedAt(files, nth, when)).then(() => false, (error) => {
          assert.ok(error instanceof Killed, String(error));
          return true;
        });
        await tick(files);
        await assertEnded(files, left);
        await tick(files);
        await assertEnded(files, left);
      }
    }
  });
}

async function assertEnded(files: TestFiles, left: "nothing" | "gone") {
  assert.equal(await chunksStored(files), 0);
  assert.deepEqual(await duties(files), []);
  const after = await record(files);
  assert.equal(after?.state ?? "nothing", left);
  assert.deepEqual(after?.parts ?? [], []);
}

Deno.test("the keys go in a commit of their own, before the first chunk", async () => {
  await using files = await testFiles();
  await publishedFile(files, [[page], [page]]);
  files.pass(TTL_MS);
  await assert.rejects(tick(killedAt(files, 0, "after")), Killed);
  const after = await record(files);
  assert.equal(after?.state, "gone");
  assert.deepEqual(after?.parts.map(({ key, chunks }) => [key, chunks]), [[null, 14], [null, 14]]);
  assert.equal(await chunksStored(files), 28);
});

Deno.test("nothing happens to a file before its time", async () => {
  await using files = await testFiles();
  const { value } = await publishedFile(files, [[page]]);
  files.pass(TTL_MS - 1);
  await tick(files);
  assert.deepEqual(await record(files), value);
  await claimArtifact(files, { tenant: TENANT, id: "artifact", person: ALICE, graceMs: 1000 });
  await tick(files);
  assert.equal(await chunksStored(files), 14);
});

Deno.test("a file lives as long as its job is open, and its writer does not notice the clean-up", async () => {
  await using files = await testFiles();
  await openJob(files);
  const draft = await writingFile(files, "job");
  for (let i = 0; i < 5; i++) {
    files.pass(WRITING_CHECK_MS);
    await tick(files);
    assert.deepEqual((await duties(files)).map(({ at }) => at - now()), [WRITING_CHECK_MS]);
  }
  await committed(files.committer, await draft.publish());
  await endJob(files);
  files.pass(WRITING_CHECK_MS);
  await tick(files);
  assert.deepEqual((await duties(files)).map(({ at }) => at), [(await record(files))?.expiresAt]);
  files.pass(TTL_MS);
  await tick(files);
  await assertEnded(files, "gone");
});

Deno.test("a file whose job ends while the clean-up looks at it is not lost", async () => {
  await using files = await testFiles();
  await openJob(files);
  const draft = await writingFile(files, "job");
  const publish = await draft.publish();
  files.pass(WRITING_CHECK_MS);
  await endJob(files);
  const [published] = await Promise.all([files.committer.commit(publish), tick(files)]);
  const after = await record(files);
  // Whichever commit came first, the other one was refused.
  assert.equal(after?.state ?? "nothing", published.ok ? "ready" : "nothing");
});

Deno.test("an entry that the record does not name any more is taken off the list", async () => {
  await using files = await testFiles();
  await publishedFile(files, [[page]]);
  await committed(files.committer, {
    checks: [],
    mutations: [dueMutation(TENANT, "artifact", now() - 1), dueMutation(TENANT, "nothing", now())],
  });
  await tick(files);
  assert.equal((await record(files))?.state, "ready");
  assert.equal((await duties(files)).length, 1);
});

Deno.test("chunks go in batches, and a part of unknown length goes whole, wherever it is interrupted", async () => {
  await using files = await testFiles();
  for (const count of [0, 1, 2, 499, 500, 501, 1203]) {
    for (const known of [true, false]) {
      for (let nth = 0; nth < 4; nth++) {
        await tinyChunks(files, count);
        const dying = killedAt(files, nth, "after").blobKv;
        await deleteChunks(dying, TENANT, "part", known ? count : null).catch((error) => {
          assert.ok(error instanceof Killed, String(error));
        });
        await deleteChunks(files.blobKv, TENANT, "part", known ? count : null);
        assert.equal(await chunksStored(files), 0, `${count} chunks, dying at ${nth}`);
      }
    }
  }
});

async function tinyChunks({ blobKv }: TestFiles, count: number) {
  for (let from = 0; from < count; from += 1000) {
    const atomic = blobKv.atomic();
    for (let n = from; n < Math.min(count, from + 1000); n++) {
      atomic.set(fileKeys.chunk(TENANT, "part", n), new Uint8Array(1));
    }
    await atomic.commit();
  }
}

Deno.test("nothing but the record itself says that a shredded file was there", async () => {
  await using files = await testFiles();
  await publishedFile(files, [[page]]);
  files.pass(TTL_MS);
  await tick(files);
  assert.deepEqual(await recordKeys(files), [`t/${TENANT}/artifact/artifact`]);
});

Deno.test("a reader is not waited for beyond the limit of its response", async () => {
  await using files = await testFiles();
  await publishedFile(files, [[page]]);
  files.pass(TTL_MS - 1000);
  await claimArtifact(files, { tenant: TENANT, id: "artifact", person: ALICE, graceMs: GRACE_MS });
  files.pass(1000);
  await committed(files.committer, { checks: [], mutations: [readerMutation(TENANT, "artifact", "reader")] });
  await tick(files);
  assert.equal(await chunksStored(files), 0);
});
