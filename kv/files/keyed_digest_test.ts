import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { set } from "../commit.ts";
import { readArtifact } from "./artifact.ts";
import { openInput } from "./open.ts";
import { allBytes, publishedFile, TENANT, testFiles } from "./testing.ts";

const BYTES = new TextEncoder().encode("社員番号,個人番号\r\n000001,123456789018\r\n");
const PLAIN = createHash("sha256").update(BYTES).digest("hex");

Deno.test("an upload's digest is keyed: nobody can try numbers until it fits; an attachment's is the plain one", async () => {
  await using files = await testFiles();
  const { value: upload } = await publishedFile(files, [[BYTES]], { id: "upload", purpose: "input" });
  const { value: again } = await publishedFile(files, [[BYTES]], { id: "again", purpose: "input" });
  const { value: attachment } = await publishedFile(files, [[BYTES]], { id: "attachment" });
  assert.equal(attachment.sha256, PLAIN);
  assert.equal(new Set([upload.sha256, again.sha256, PLAIN]).size, 3);
  assert.deepEqual(await allBytes((await openInput(files, TENANT, "upload")).body), BYTES);
});

Deno.test("an upload that an older version stored, with a plain digest, is read; a digest that does not fit is not", async () => {
  await using files = await testFiles();
  await publishedFile(files, [[BYTES]], { id: "upload", purpose: "input" });
  const change = async (more: Record<string, unknown>) => {
    const { key, value } = await readArtifact(files.kv, TENANT, "upload");
    await files.committer.commit({ checks: [], mutations: [set(key, { ...value, ...more })] });
  };
  await change({ keyed: undefined, sha256: PLAIN });
  assert.deepEqual(await allBytes((await openInput(files, TENANT, "upload")).body), BYTES);
  await change({ keyed: true });
  await assert.rejects(async () => await allBytes((await openInput(files, TENANT, "upload")).body));
});
