import assert from "node:assert/strict";
import type { Committer } from "../commit.ts";
import { fileKeys } from "../keys.ts";
import { claimArtifact } from "./claim.ts";
import { CHUNK_BYTES } from "./format.ts";
import type { Files } from "./files.ts";
import { openAttachment, openInput } from "./open.ts";
import type { Every } from "./readers.ts";
import {
  ALICE,
  allBytes,
  BOB,
  chunksStored,
  GRACE_MS,
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
import { STREAM_LIMIT_MS } from "./transitions.ts";

/** A timer that rings when the test says so. */
function bell(): { every: Every; ring: () => void } {
  const works = new Set<() => void>();
  return {
    every: (_, work) => {
      works.add(work);
      return () => works.delete(work);
    },
    ring: () => works.forEach((work) => work()),
  };
}

const { every: never } = bell();
const bytes = someBytes(CHUNK_BYTES * 40);

async function claimedFile(files: TestFiles) {
  await publishedFile(files, [[bytes]]);
  await claimArtifact(files, { tenant: TENANT, id: "artifact", person: ALICE, graceMs: GRACE_MS });
}

const open = (files: Files, person = ALICE, every: Every = never) =>
  openAttachment(files, { tenant: TENANT, id: "artifact", person, range: null }, every);

const readers = async (files: TestFiles) =>
  (await recordKeys(files)).filter((key) => key.startsWith(fileKeys.readers(TENANT, "artifact").join("/")));

Deno.test("only who claimed it can fetch it, as often as they like within the grace", async () => {
  await using files = await testFiles();
  await publishedFile(files, [[bytes]]);
  await assert.rejects(open(files), { code: "attachment_unclaimed" });
  await claimArtifact(files, { tenant: TENANT, id: "artifact", person: ALICE, graceMs: GRACE_MS });
  await assert.rejects(open(files, BOB), { code: "attachment_taken", params: { who: ALICE.email } });
  for (let i = 0; i < 3; i++) assert.deepEqual(await allBytes((await open(files)).body), bytes);
  files.pass(GRACE_MS);
  await assert.rejects(open(files), { code: "attachment_gone" });
});

Deno.test("no response begins from the deadline on", async () => {
  await using files = await testFiles();
  await publishedFile(files, [[bytes]]);
  files.pass(TTL_MS - 1);
  await claimArtifact(files, { tenant: TENANT, id: "artifact", person: ALICE, graceMs: GRACE_MS });
  await (await open(files)).body.cancel();
  files.pass(1);
  await assert.rejects(open(files), { code: "attachment_gone" });
});

Deno.test("a reader record lives as long as the response: read to the end, cancelled, broken or never begun", async () => {
  await using files = await testFiles();
  await claimedFile(files);
  const whole = await open(files);
  assert.equal((await readers(files)).length, 1);
  await allBytes(whole.body);
  assert.deepEqual(await readers(files), []);

  const cancelled = (await open(files)).body.getReader();
  await cancelled.read();
  assert.equal((await readers(files)).length, 1);
  await cancelled.cancel();
  assert.deepEqual(await readers(files), []);

  const part = whole.record.parts[0]!.id;
  await files.blobKv.delete(fileKeys.chunk(TENANT, part, 30));
  await assert.rejects(allBytes((await open(files)).body), { code: "attachment_gone" });
  assert.deepEqual(await readers(files), []);

  await files.blobKv.delete(fileKeys.chunk(TENANT, part, 0));
  await assert.rejects(open(files), { code: "attachment_gone" });
  assert.deepEqual(await readers(files), []);
});

Deno.test("a response under way when the grace ends is finished, and then the file is shredded", async () => {
  await using files = await testFiles();
  await claimedFile(files);
  const { every, ring } = bell();
  const { body } = await open(files, ALICE, every);
  const reader = body.getReader();
  const first = await reader.read();
  for (let passed = 0; passed < GRACE_MS + 60_000; passed += 15_000) {
    files.pass(15_000);
    ring();
    await tick(files);
  }
  assert.equal(await chunksStored(files), 40, "the chunks wait for the reader");
  await assert.rejects(open(files), { code: "attachment_gone" });
  reader.releaseLock();
  const rest = await allBytes(body);
  assert.deepEqual(new Uint8Array([...first.value!, ...rest]), bytes);
  files.pass(15_000);
  await tick(files);
  assert.equal(await chunksStored(files), 0);
});

Deno.test("a reader whose process died is not waited for", async () => {
  await using files = await testFiles();
  await claimedFile(files);
  const { body } = await open(files);
  files.pass(GRACE_MS);
  await tick(files);
  assert.equal(await chunksStored(files), 0, "its last sign of life is two minutes old");
  await assert.rejects(allBytes(body), { code: "attachment_gone" });
});

Deno.test("a slow response is cut off 30 min after the grace, even while nobody reads", async () => {
  await using files = await testFiles();
  await claimedFile(files);
  const { every, ring } = bell();
  const { body } = await open(files, ALICE, every);
  const reader = body.getReader();
  await reader.read();
  for (let passed = 0; passed < GRACE_MS + STREAM_LIMIT_MS; passed += 15_000) {
    files.pass(15_000);
    ring();
    await tick(files);
  }
  await assert.rejects(reader.closed, { code: "attachment_gone" });
  assert.equal(await chunksStored(files), 0);
});

Deno.test("a response never goes on past the deadline", async () => {
  await using files = await testFiles();
  await publishedFile(files, [[bytes]]);
  files.pass(TTL_MS - 20_000);
  await claimArtifact(files, { tenant: TENANT, id: "artifact", person: ALICE, graceMs: GRACE_MS });
  const reader = (await open(files)).body.getReader();
  await reader.read();
  files.pass(19_999);
  await reader.read();
  files.pass(1);
  await assert.rejects(reader.read(), { code: "attachment_gone" });
});

Deno.test("a file that is shredded while a response is about to begin is not opened", async () => {
  await using files = await testFiles();
  await claimedFile(files);
  let shredding: Promise<unknown> | null = null;
  const overtaken: Committer = {
    async commit(change) {
      shredding ??= Promise.resolve(files.pass(GRACE_MS))
        .then(() => tick(killedAt(files, 0, "after")))
        .catch(() => {});
      await shredding;
      return files.committer.commit(change);
    },
  };
  await assert.rejects(open({ ...files, committer: overtaken }), { code: "attachment_gone" });
  assert.equal(await chunksStored(files), 40, "the keys are gone, the chunks not yet");
  assert.deepEqual(await readers(files), []);
});

Deno.test("a range begins at its first byte", async () => {
  await using files = await testFiles();
  await claimedFile(files);
  const range = { first: CHUNK_BYTES * 3 + 7, last: CHUNK_BYTES * 20 };
  const at = { tenant: TENANT, id: "artifact", person: ALICE, range };
  const { body } = await openAttachment(files, at, never);
  assert.deepEqual(await allBytes(body), bytes.slice(range.first, range.last + 1));
});

Deno.test("a job reads its input without claiming it, until its time is over", async () => {
  await using files = await testFiles();
  await publishedFile(files, [[bytes]], { purpose: "input", job: null });
  for (let i = 0; i < 2; i++) {
    assert.deepEqual(await allBytes((await openInput(files, TENANT, "artifact")).body), bytes);
  }
  files.pass(TTL_MS);
  await assert.rejects(openInput(files, TENANT, "artifact"), { code: "input_gone" });
  await assert.rejects(openInput(files, TENANT, "nothing"), { code: "input_gone" });
});

Deno.test("a download that breaks on its way resets the connection (R11)", async () => {
  await using files = await testFiles();
  await claimedFile(files);
  const server = Deno.serve({
    port: 0,
    hostname: "127.0.0.1",
    onListen: () => {},
    onError: () => new Response(),
  }, async () => {
    const { body } = await open(files);
    return new Response(body);
  });
  const url = `http://127.0.0.1:${server.addr.port}/`;
  assert.deepEqual(new Uint8Array(await (await fetch(url)).arrayBuffer()), bytes);
  const entry = await files.kv.get<{ parts: { id: string }[] }>(fileKeys.artifact(TENANT, "artifact"));
  await files.blobKv.delete(fileKeys.chunk(TENANT, entry.value!.parts[0]!.id, 35));
  const response = await fetch(url);
  assert.equal(response.status, 200);
  await assert.rejects(response.arrayBuffer());
  await server.shutdown();
});
