import assert from "node:assert/strict";
import { now } from "../../domain/clock.ts";
import { set } from "../commit.ts";
import { readArtifact } from "./artifact.ts";
import { claimArtifact } from "./claim.ts";
import { newDraft } from "./draft.ts";
import {
  ALICE,
  BEGINNING,
  BOB,
  committed,
  duties,
  GRACE_MS,
  publishedFile,
  recordKeys,
  TENANT,
  type TestFiles,
  testFiles,
  tick,
  TTL_MS,
} from "./testing.ts";
import { stateAt } from "./transitions.ts";

const claim = (files: TestFiles, person: typeof ALICE) =>
  claimArtifact(files, { tenant: TENANT, id: "artifact", person, graceMs: GRACE_MS });

async function stateNow(files: TestFiles) {
  const { value } = await readArtifact(files.kv, TENANT, "artifact");
  return value ? stateAt(value, now()) : null;
}

const page = [new Uint8Array(1000)];

Deno.test("of several people at once one gets the file, the others read who did", async () => {
  await using files = await testFiles();
  for (let round = 0; round < 10; round++) {
    const id = `a${round}`;
    await publishedFile(files, [page], { id });
    const people = Array.from({ length: 8 }, (_, i) => ({ id: `p${i}`, email: `p${i}@example.com` }));
    const results = await Promise.allSettled(
      people.map((person) => claimArtifact(files, { tenant: TENANT, id, person, graceMs: GRACE_MS })),
    );
    const winner = people[results.findIndex(({ status }) => status === "fulfilled")];
    const losers = results.filter((result) => result.status === "rejected");
    assert.equal(losers.length, 7);
    for (const { reason } of losers) {
      assert.equal(reason.code, "attachment_taken");
      assert.deepEqual(reason.params, { who: winner?.email });
    }
  }
});

Deno.test("the claimer may come again within the grace; it counts from the first claim", async () => {
  await using files = await testFiles();
  await publishedFile(files, [page]);
  const first = await claim(files, ALICE);
  files.pass(GRACE_MS - 1);
  assert.deepEqual(await claim(files, ALICE), first);
  assert.equal(await stateNow(files), "claimed");
  await assert.rejects(claim(files, BOB), { code: "attachment_taken" });
  files.pass(1);
  assert.equal(await stateNow(files), "gone");
  for (const person of [ALICE, BOB]) await assert.rejects(claim(files, person), { code: "attachment_gone" });
  await tick(files);
  for (const person of [ALICE, BOB]) await assert.rejects(claim(files, person), { code: "attachment_gone" });
});

Deno.test("nobody can claim from the deadline on, whether or not the clean-up has come by", async () => {
  await using files = await testFiles();
  await publishedFile(files, [page]);
  files.pass(TTL_MS - 1);
  assert.equal(await stateNow(files), "available");
  files.pass(1);
  assert.equal(await stateNow(files), "gone");
  await assert.rejects(claim(files, ALICE), { code: "attachment_gone" });
  await tick(files);
  await assert.rejects(claim(files, ALICE), { code: "attachment_gone" });
});

Deno.test("a claim just before the deadline has no longer grace than the deadline", async () => {
  await using files = await testFiles();
  await publishedFile(files, [page]);
  files.pass(TTL_MS - 1000);
  const { expiresAt, graceUntil } = await claim(files, ALICE);
  assert.equal(graceUntil, expiresAt);
});

Deno.test("a claim moves the one entry of the clean-up, and what else it brings is committed once", async () => {
  await using files = await testFiles();
  await publishedFile(files, [page]);
  assert.deepEqual((await duties(files)).map(({ at }) => at - now()), [TTL_MS]);
  let n = 0;
  const audited = () =>
    claimArtifact(
      files,
      { tenant: TENANT, id: "artifact", person: ALICE, graceMs: GRACE_MS },
      (record) => [set(["t", TENANT, "audit", String(n++)], { who: record.claimedBy?.id })],
    );
  await Promise.all([audited(), audited(), audited()]);
  await audited();
  assert.deepEqual((await duties(files)).map(({ at }) => at - now()), [GRACE_MS]);
  assert.equal((await recordKeys(files)).filter((key) => key.includes("/audit/")).length, 1);
});

Deno.test("a file that does not exist, or is still written, is gone", async () => {
  await using files = await testFiles();
  await assert.rejects(claim(files, ALICE), { code: "attachment_gone" });
  const draft = await newDraft({ ...files, tenant: TENANT, ttlMs: TTL_MS }, BEGINNING);
  await committed(files.committer, draft.begin);
  await assert.rejects(claim(files, ALICE), { code: "attachment_gone" });
});
