import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { fileKeys } from "../keys.ts";
import { claimArtifact } from "./claim.ts";
import { openAttachment } from "./open.ts";
import {
  ALICE,
  allBytes,
  chunksStored,
  GRACE_MS,
  publishedFile,
  TENANT,
  type TestFiles,
  testFiles,
  tick,
  TTL_MS,
} from "./testing.ts";

const MARK = "山田太郎,給与所得控除";

/** Everything that the database files hold, write-ahead logs included. */
function databaseBytes({ folder }: TestFiles): Buffer {
  const files = [...Deno.readDirSync(folder)].map(({ name }) => Deno.readFileSync(`${folder}/${name}`));
  return Buffer.concat(files);
}

Deno.test("the database files alone never show an attachment's bytes: not before, not after (R12)", async () => {
  await using files = await testFiles();
  const text = new TextEncoder().encode(`${MARK}\r\n`.repeat(20_000));
  const { value: record } = await publishedFile(files, [[text.subarray(0, 300_001)], [
    text.subarray(300_001),
  ]]);
  const stored = await files.blobKv.get<Uint8Array>(fileKeys.chunk(TENANT, record.parts[0]!.id, 0));
  const search = (what: string | Buffer) => databaseBytes(files).includes(what);
  assert.ok(search(Buffer.from(stored.value!.subarray(0, 64))), "the scan sees what lies in the databases");
  assert.ok(!search(MARK), "plaintext lies in the databases");

  await claimArtifact(files, { tenant: TENANT, id: record.id, person: ALICE, graceMs: GRACE_MS });
  const { body } = await openAttachment(files, { tenant: TENANT, id: record.id, person: ALICE, range: null });
  assert.deepEqual(await allBytes(body), text);
  assert.ok(!search(MARK), "plaintext lies in the databases after a download");

  files.pass(TTL_MS);
  await tick(files);
  assert.equal(await chunksStored(files), 0);
  assert.ok(!search(MARK), "plaintext lies in the databases after shredding");
  for (const { key } of record.parts) {
    assert.ok(
      !JSON.stringify(await files.kv.get(fileKeys.artifact(TENANT, record.id))).includes(key!.wrapped),
    );
  }
});
