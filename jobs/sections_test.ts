import assert from "node:assert/strict";
import fc from "fast-check";
import { Refusal, Unavailable } from "../domain/errors.ts";
import { eventually, stored } from "./engine/test_tools.ts";
import { cellsOf, type Company, type CompanyOptions, type Ended, openCompany } from "./test_tools.ts";
import { testOperation } from "./test_tools.ts";
import type { Job, Outcome, Section } from "./job.ts";
import { LEFT_OUT_GROUPS } from "./lists/left_out.ts";

const CSV = { header: ["n"], encoding: "utf-8", neutralise: true } as const;

/** The sections of these tests are numbers; a position is a section and a row of it. */
const numbered = (n: number): Section & { n: number } => ({
  n,
  key: `グループ${n}`,
  end: { n, row: null },
  isPassed: (position) =>
    position !== null && (Number(position.n) > n || (position.n === n && position.row === null)),
  holds: (position) => position?.n === n && position.row !== null,
});

/** What a section is to do behind a row, or (0) before the first: throws, or waits for ever. */
type At = (section: number, row: number, job: Job) => Promise<void> | void;

/** Writes `sizes[n]` rows of each section, two at a time. */
const writing = (sizes: readonly number[], at: At) => async (job: Job): Promise<Outcome> => {
  const file = await job.csv({ ...CSV, name: "a.csv" });
  job.skipped("no_group", 3);
  await job.sections(sizes.map((_, n) => numbered(n)), async ({ n }, from) => {
    let row = from?.n === n ? Number(from.row) : 0;
    await at(n, row, job);
    for (const size = sizes[n]!; row < size;) {
      const rows = Array.from({ length: Math.min(2, size - row) }, (_, i) => [`${n}-${row + i}`]);
      await file.write(rows);
      row += rows.length;
      await job.reached({ n, row }, rows.length);
      await at(n, row, job);
    }
  });
  return job.summary({
    done: { written: "名分の一覧を作成しました。" },
    skipped: { no_group: "名は一覧に含まれていません。" },
  });
};

const open = (sizes: readonly number[], at: At, more: CompanyOptions = {}) =>
  openCompany({ operations: [testOperation(writing(sizes, at), { errorFile: LEFT_OUT_GROUPS })], ...more });

const run = async (c: Company): Promise<Ended> => await c.ended((await c.accept({ operation: "test" })).id);

const rowsOf = async ({ files }: Ended, n = 0) => (await cellsOf(files[n]!.bytes)).slice(1);
const written = async (ended: Ended) => (await rowsOf(ended)).map(([cell]) => cell!);
const allOf = (n: number, size: number) => Array.from({ length: size }, (_, row) => `${n}-${row}`);

const failing = (section: number, row: number, error: Error): At => (n, at) => {
  if (n === section && at === row) throw error;
};

Deno.test("a section that fails in its middle is in no file, the others are, and its reason is told", async () => {
  const at = failing(1, 4, new Refusal("no_tax_year", { year: 2030 }));
  await using c = await open([3, 6, 2], at);
  const ended = await run(c);
  const { job, result, files } = ended;
  assert.equal(job.status, "completed_with_errors");
  assert.match(
    job.message,
    /^5名分の一覧を作成しました。対象外のため処理しなかった従業員が3名います。1件はエラーです（/,
  );
  assert.deepEqual(await written(ended), [...allOf(0, 3), ...allOf(2, 2)]);
  assert.deepEqual(files.map(({ name }) => name), ["a.csv", "出力できなかった依頼グループ.csv"]);
  assert.deepEqual((await cellsOf(files[1]!.bytes))[0], ["依頼グループ", "理由"]);
  const [[key, reason] = []] = await rowsOf(ended, 1);
  assert.equal(key, "グループ1");
  assert.match(reason!, /^この依頼グループを出力できませんでした。.+。.+。$/);
  assert.deepEqual(result.errors.map(({ line, key }) => [line, key]), [[null, "グループ1"]]);
});

Deno.test("what a seal holds of it cannot be taken back, and its reason says so", async () => {
  await using c = await open([3, 6, 2], failing(1, 4, new Error("a bug: 山田花子")), { sealAfterMs: -1 });
  const ended = await run(c);
  assert.deepEqual(await written(ended), [...allOf(0, 3), ...allOf(1, 4), ...allOf(2, 2)]);
  const [[, reason] = []] = await rowsOf(ended, 1);
  assert.match(reason!, /原因不明なエラーが発生しました。.+途中までの行は、ファイルに含まれています。$/);
  assert.doesNotMatch(JSON.stringify(ended.result), /bug|山田/);
  assert.match(c.logged.join(), /a bug/);
});

Deno.test("every section may fail: the file has its header, and the job an end", async () => {
  await using c = await open([3, 6, 2], () => {
    throw new Error("a bug");
  });
  const ended = await run(c);
  assert.deepEqual(await written(ended), []);
  assert.deepEqual((await rowsOf(ended, 1)).map(([key]) => key), ["グループ0", "グループ1", "グループ2"]);
  assert.equal(ended.job.status, "completed_with_errors");
});

Deno.test("250 of 400 sections may fail, in more than one commit", async () => {
  const at: At = (n) => {
    if (n % 8 < 5) throw new Error("a bug");
  };
  await using c = await open(Array.from({ length: 400 }, () => 1), at);
  const ended = await run(c);
  assert.equal((await written(ended)).length, 150);
  assert.equal((await rowsOf(ended, 1)).length, 250);
  assert.equal(ended.result.errorCount, 250);
});

const TROUBLES: [string, Error][] = [
  ["a full disk", new TypeError("database or disk is full")],
  ["a source that is down", new Unavailable("source_unavailable")],
];

for (const [what, trouble] of TROUBLES) {
  Deno.test(`${what} is no fault of a section: the job is given back, goes on, and leaves nothing out`, async () => {
    let tries = 0;
    await using c = await open([2, 2], () => {
      if (tries++ === 0) throw trouble;
    });
    const { id } = await c.accept({ operation: "test" });
    await eventually(async () => {
      const { run } = await stored(c.files.kv, id);
      return tries === 1 && run?.owner === null;
    });
    c.pass(10_000);
    const ended = await c.ended(id);
    assert.equal(ended.job.status, "completed");
    assert.deepEqual(await written(ended), [...allOf(0, 2), ...allOf(1, 2)]);
  });
}

/** A story of a download: sizes of its sections, where they fail, and after how many commits its workers die. */
const story = fc.record({
  sizes: fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 6 }),
  failures: fc.array(fc.record({ n: fc.nat(5), row: fc.nat(3).map((half) => 2 * half) }), { maxLength: 3 }),
  deaths: fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 2 }),
  seals: fc.boolean(),
});

Deno.test("whatever fails and whenever workers die: each section is whole in the file, or in it not at all", async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ sizes, failures, deaths, seals }) => {
      const fails = (n: number, row: number) => failures.some((one) => one.n === n && one.row === row);
      const left = [...deaths];
      const c: Company = await open(sizes, (n, row) => {
        if (fails(n, row)) throw new Error("a bug");
      }, {
        sealAfterMs: seals ? -1 : 60_000,
        committerOfWorkers: (committer) => ({
          async commit(change, priority) {
            const result = await committer.commit(change, priority);
            if (left.length === 0 || --left[0]! > 0) return result;
            left.shift();
            c.breakWorkers();
            return await new Promise(() => {});
          },
        }),
      });
      const ended = await run(c);
      await c[Symbol.asyncDispose]();
      const failed = sizes.flatMap((size, n) => {
        const rows = failures.filter((one) => one.n === n && one.row <= size).map(({ row }) => row);
        return rows.length === 0 ? [] : [{ n, kept: seals ? Math.min(...rows) : 0 }];
      });
      const expected = sizes.flatMap((size, n) => {
        const failure = failed.find((one) => one.n === n);
        return allOf(n, failure ? failure.kept : size);
      });
      assert.deepEqual(await written(ended), expected);
      assert.equal(ended.files.length, failed.length === 0 ? 1 : 2);
      if (failed.length > 0) {
        assert.deepEqual((await rowsOf(ended, 1)).map(([key]) => key), failed.map(({ n }) => `グループ${n}`));
      }
      assert.equal(ended.job.message.includes(`${expected.length}名分`), true);
    }),
    { numRuns: 60 },
  );
});
