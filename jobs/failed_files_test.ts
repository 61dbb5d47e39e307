import assert from "node:assert/strict";
import { allKeys, eventually } from "./engine/test_tools.ts";
import type { Job } from "./job.ts";
import { type Company, openCompany, TENANT, testOperation } from "./test_tools.ts";

const CSV = { header: ["氏名"], encoding: "utf-8", neutralise: true } as const;

/** Writes and seals both CSVs of a ZIP, and comes to its end by `end`. */
async function company(end: () => Promise<never>): Promise<Company> {
  const run = async (job: Job) => {
    const zip = job.zip("一覧.zip");
    const files = [await zip.csv({ ...CSV, name: "a.csv" }), await zip.csv({ ...CSV, name: "b.csv" })];
    for (const file of files) await file.write([["山田"]]);
    await job.reached({ n: 1 }, 1);
    return await end();
  };
  return await openCompany({ sealAfterMs: -1, operations: [testOperation(run)] });
}

/** No file is there, though no time went by, and not a byte of one. */
async function isGone({ files, engine }: Company): Promise<void> {
  await eventually(async () => {
    engine.ring();
    const records = await Array.fromAsync(files.kv.list({ prefix: ["t", TENANT.id, "artifact"] }));
    return records.length === 0 && (await allKeys(files.blobKv)).length === 0;
  });
}

Deno.test("a job that fails leaves nothing of its half files, hidden parts of a ZIP included, at the next tick", async () => {
  await using c = await company(() => Promise.reject(new Error("failed by the test")));
  const { job, files } = await c.ended((await c.accept({ operation: "test" })).id);
  assert.deepEqual([job.status, files], ["failed", []]);
  await isGone(c);
});

Deno.test("nor does one that is given up", async () => {
  let die = () => {};
  await using c = await company(() => {
    die();
    return new Promise<never>(() => {});
  });
  die = c.breakWorkers;
  const { job } = await c.ended((await c.accept({ operation: "test" })).id);
  assert.equal(job.status, "failed");
  await isGone(c);
});
