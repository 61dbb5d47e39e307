import { deepStrictEqual, rejects, strictEqual } from "node:assert/strict";
import { createHash } from "node:crypto";
import type { Artifact } from "../../kv/files/artifact.ts";
import { seededFolder, startChaos, stubborn } from "../support/chaos/app.ts";
import { artifactsOf, openDatabase } from "../support/chaos/database.ts";
import type { Client } from "../support/client.ts";
import { claim, run } from "../support/jobs.ts";
import { stranger } from "../support/client.ts";
import { until } from "../support/until.ts";

/** A response that is read slowly: its first piece, and the rest when it is asked for. */
async function slowly(client: Client, path: string) {
  const answer = await client.fetch(path);
  strictEqual(answer.status, 200);
  const reader = answer.body!.getReader();
  const pieces = [(await reader.read()).value!];
  return {
    length: Number(answer.headers.get("content-length")),
    async rest() {
      for (let next = await reader.read(); !next.done; next = await reader.read()) pieces.push(next.value);
      return await new Blob(pieces).bytes();
    },
  };
}

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** Those of the sample company's pictures are there from the beginning. */
async function chunks(dir: string): Promise<Set<string>> {
  using db = await openDatabase(dir);
  return await db.chunks();
}

async function theFile(dir: string): Promise<Artifact> {
  using db = await openDatabase(dir);
  const files = artifactsOf(await db.entries()).map(({ record }) => record);
  return files.find(({ purpose }) => purpose === "attachment")!;
}

Deno.test("a response that began within the grace is finished after it; then nothing is left of the file", async () => {
  await using seeded = await seededFolder();
  const before = await chunks(seeded.dir);
  await using app = await startChaos({ from: seeded.dir, env: { DOWNLOAD_GRACE: "PT2S" } });
  const client = stranger(app, "localhost", seeded.cookie);
  const { id, attachments: [file] } = await run(stubborn(app, seeded.cookie), { operation: "chaos_large" });
  const path = (await claim(client, id)).headers.get("location")!;
  const response = await slowly(client, path);
  await until("the end of the grace", async () => (await client.job(id)).attachments[0]!.state === "gone");
  // The clean-up has come by, destroyed the keys, and put the chunks off to when nobody reads them any more.
  await until("the clean-up", async () => {
    const { state, dueAt } = await theFile(app.dir);
    return state === "gone" && (dueAt === null || dueAt > Date.now());
  });
  const late = await client.fetch(path);
  strictEqual(late.status, 410);
  await late.body?.cancel();
  const bytes = await response.rest();
  deepStrictEqual([bytes.length, sha256(bytes)], [response.length, file!.sha256]);
  await app.kill("SIGTERM");
  using db = await openDatabase(app.dir);
  await db.pass(60_000);
  deepStrictEqual(await db.chunks(), before);
});

Deno.test("a response that is still under way at the deadline breaks off, and its file is deleted", async () => {
  await using seeded = await seededFolder();
  const before = await chunks(seeded.dir);
  const env = { DOWNLOAD_GRACE: "PT1M", ATTACHMENT_TTL: "PT5S" };
  await using app = await startChaos({ from: seeded.dir, env });
  const client = stranger(app, "localhost", seeded.cookie);
  const { id } = await run(stubborn(app, seeded.cookie), { operation: "chaos_large" });
  const response = await slowly(client, (await claim(client, id)).headers.get("location")!);
  await until("the deadline", async () => (await client.job(id)).attachments[0]!.state === "gone");
  await rejects(response.rest(), "an early end that looks like an end");
  await until("the deletion", async () => (await chunks(app.dir)).size === before.size);
});
