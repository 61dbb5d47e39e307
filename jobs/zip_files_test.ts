import assert from "node:assert/strict";
import { type Artifact, artifactSchema } from "../kv/files/artifact.ts";
import { jobKeys } from "../kv/keys.ts";
import { parse } from "../kv/read.ts";
import { python, testWithPython } from "../formats/test_tools.ts";
import { allKeys, eventually } from "./engine/test_tools.ts";
import type { Job, Outcome } from "./job.ts";
import { ADMIN, type Company, type CompanyOptions, type Ended, openCompany } from "./test_tools.ts";
import { TENANT, testOperation } from "./test_tools.ts";

const ROWS = 6;
const CSV = { header: ["n"], encoding: "utf-8", neutralise: true } as const;

/** Writes two CSVs of a ZIP side by side, going on where it was; `at` is called after each row. */
const writing =
  (at: (n: number, job: Job) => Promise<void> | void = () => {}) => async (job: Job): Promise<Outcome> => {
    const zip = job.zip("差分/リスト_T.zip");
    const files = [await zip.csv({ ...CSV, name: "今年.csv" }), await zip.csv({ ...CSV, name: "今年.CSV" })];
    for (let n = job.position === null ? 0 : Number(job.position.n) + 1; n < ROWS; n++) {
      await files[0]!.write([[`=${n}`]]);
      if (n % 2 === 0) await files[1]!.write([[`${n * n}`]]);
      await job.reached({ n }, 1, 1, { even: n % 2 === 0 ? 1 : 0 });
      await at(n, job);
    }
    return job.summary({ done: { written: "名分です。", even: "行です。" } });
  };

const open = (run: (job: Job) => Promise<Outcome>, more: CompanyOptions = {}) =>
  openCompany({ operations: [testOperation(run)], ...more });

async function run(c: Company): Promise<Ended> {
  return await c.ended((await c.accept({ operation: "test" })).id);
}

async function artifacts({ files: { kv } }: Company): Promise<Artifact[]> {
  const entries = await Array.fromAsync(kv.list({ prefix: ["t", TENANT.id, "artifact"] }));
  return entries.map(({ key, value }) => parse<Artifact>([...key], value, artifactSchema));
}

const READ = `
import io, json, sys, zipfile
z = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
json.dump([[i.filename, list(i.date_time), z.read(i).decode("utf-8-sig")] for i in z.infolist()], sys.stdout)
`;
const MORNING = [2026, 11, 2, 10, 0, 0];
const CONTENT = [
  ["今年.csv", MORNING, "n\r\n'=0\r\n'=1\r\n'=2\r\n'=3\r\n'=4\r\n'=5\r\n"],
  ["今年(2).CSV", MORNING, "n\r\n0\r\n4\r\n16\r\n"],
];

testWithPython("the CSVs of a ZIP are one attachment; nothing else of them is left", async () => {
  await using c = await open(writing());
  const { job, result, files: [file] } = await run(c);
  assert.deepEqual([job.status, job.message], ["completed", "6名分です。3行です。"]);
  assert.deepEqual(result.attachments.map(({ n, name, type }) => [n, name, type]), [
    [1, "差分_リスト_T.zip", "application/zip"],
  ]);
  assert.deepEqual(JSON.parse(await python(READ, file!.bytes)), CONTENT);
  await eventually(async () => (c.engine.ring(), (await artifacts(c)).length === 1));
  const [{ id, parts }] = await artifacts(c) as [Artifact];
  assert.deepEqual([id, parts.length], [(await artifacts(c))[0]!.id, 1]);
  const chunks = await allKeys(c.files.blobKv);
  assert.equal(chunks.length, 1, "the chunks of the CSVs are deleted");
});

Deno.test("wherever the worker dies, the ZIP is byte by byte that of a clean run", async () => {
  await using clean = await open(writing());
  const { files: [expected], job: { message } } = await run(clean);
  const commits: string[] = [];
  for (let nth = 1;; nth++) {
    let left = nth;
    // A commit of the job dies before it or after it.
    const deadly = (after: boolean): CompanyOptions => ({
      sealAfterMs: nth % 2 === 0 ? -1 : 60_000,
      committerOfWorkers: (committer) => ({
        async commit(change, priority) {
          if (--left !== 0) return await committer.commit(change, priority);
          if (after) await committer.commit(change, priority);
          commits.push(`${nth}`);
          c.breakWorkers();
          return await new Promise(() => {});
        },
      }),
    });
    const c: Company = await open(writing(), deadly(nth % 3 === 0));
    const { job, files } = await run(c);
    await c[Symbol.asyncDispose]();
    assert.equal(job.message, message);
    assert.deepEqual(
      files.map(({ name, bytes }) => [name, bytes]),
      [[expected!.name, expected!.bytes]],
      `${nth}`,
    );
    if (left > 0) break;
  }
  assert.ok(commits.length >= 6, `${commits.length}`);
});

Deno.test("中断 takes the parts of a ZIP away as well", async () => {
  const begun = Promise.withResolvers<void>();
  await using c = await open(
    writing(async (n, { signal }) => {
      if (n < 3) return;
      begun.resolve();
      await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
    }),
    { sealAfterMs: -1 },
  );
  const { id } = await c.accept({ operation: "test" });
  c.engine.ring();
  await begun.promise;
  await c.service.cancel({ tenant: TENANT, user: ADMIN }, id);
  const { result } = await c.ended(id);
  assert.deepEqual(result.details, ["4件まで処理して中断しました。", "作成途中のファイルは削除しました。"]);
  await eventually(async () => (c.engine.ring(), (await artifacts(c)).length === 0));
  assert.deepEqual(await allKeys(c.files.blobKv), []);
});

Deno.test("a file of refused units lies beside the ZIP, and counts behind it", async () => {
  await using c = await open(async (job) => {
    await job.apply([{ line: 1, key: "000001" }], {
      guards: [],
      read: () => Promise.resolve([null]),
      change: () => ({ refuse: "no_rows" }),
    });
    const file = await job.zip("a.zip").csv({ ...CSV, name: "a.csv" });
    await file.write([["1"]]);
    return job.summary({ done: {} });
  });
  const { result } = await run(c);
  assert.deepEqual(result.attachments.map(({ n, name }) => `${n} ${name}`), [
    "1 a.zip",
    "2 試験の処理_エラー.csv",
  ]);
});

Deno.test("a ZIP in which nothing is begun is none", async () => {
  await using c = await open((job) => {
    job.zip("a.zip");
    return Promise.resolve(job.summary({ done: {} }));
  });
  const { job, files } = await run(c);
  assert.deepEqual([job.status, files], ["completed", []]);
  assert.equal((await c.files.kv.get(jobKeys.checkpoint(TENANT.id, job.id))).value, null);
});
