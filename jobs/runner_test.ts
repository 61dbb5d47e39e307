import assert from "node:assert/strict";
import { Refusal, Unavailable } from "../domain/errors.ts";
import { auditLog, eventually, stored } from "./engine/test_tools.ts";
import type { Job, Outcome } from "./job.ts";
import { defineOperation } from "./operation.ts";
import {
  ADMIN,
  cellsOf,
  type Company,
  type CompanyOptions,
  openCompany,
  TENANT,
  testOperation,
} from "./test_tools.ts";

/** A company with one more operation, `test`, that does `run`. */
async function company(run: (job: Job) => Promise<Outcome>, options: CompanyOptions = {}) {
  return await openCompany({ operations: [testOperation(run)], ...options });
}

const DONE = { status: "completed" as const, message: "終わりました。", details: [] };

const run = async (c: Company) => await c.ended((await c.accept({ operation: "test" })).id);

/** Waits until a job waits for something outside. */
async function waiting(c: Company, id: string, times: number) {
  await eventually(async () => {
    c.engine.ring();
    const { run, open } = await stored(c.files.kv, id);
    return run?.waits === times && open?.owner === null;
  });
  const { open } = await stored(c.files.kv, id);
  return open!.notBefore;
}

Deno.test("a refusal ends the job as エラー with its text; nothing is logged", async () => {
  await using c = await company(() => Promise.reject(new Refusal("too_many_rows", { limit: "1,000" })));
  const { job, result } = await run(c);
  assert.deepEqual([job.status, job.message], [
    "failed",
    "ファイルの取り込みに失敗しました。行数が上限（1,000行）を超えています。",
  ]);
  assert.deepEqual(result.errors, [{
    line: null,
    key: "",
    reason: "行数が上限（1,000行）を超えています。ファイルを分けてから取り込んでください。",
  }]);
  assert.deepEqual(c.logged, []);
});

Deno.test("a bug ends the job as エラー with its number; the stack is in the log and nowhere else", async () => {
  const secret = "123456789012 is nobody's business";
  await using c = await company(() => Promise.reject(new TypeError(secret)));
  const { job, result } = await run(c);
  assert.equal(job.message, "処理を完了できませんでした。原因不明なエラーが発生しました。");
  const number = job.id.slice(-8);
  assert.ok(result.errors[0]?.reason.includes(`番号 ${number} をお知らせください。`));
  assert.equal(c.logged.length, 1);
  assert.match(
    c.logged[0]!,
    new RegExp(`^a job failed .*job=${job.id} .*number=${number}: TypeError: … is nobody's business\\n +at `),
  );
  const values = (await Array.fromAsync(c.files.kv.list({ prefix: [] }))).map(({ value }) =>
    JSON.stringify(value)
  );
  assert.ok(!values.some((value) => value?.includes("nobody")));
  assert.equal((await stored(c.files.kv, job.id)).run?.losses, 0);
});

Deno.test("something unavailable is tried again after 10 s, 1 min and 5 min, and then it is an エラー", async () => {
  let tries = 0;
  await using c = await company(() => {
    tries++;
    return Promise.reject(new Unavailable("source_unavailable"));
  });
  const { id } = await c.accept({ operation: "test" });
  const start = (await stored(c.files.kv, id)).job!.acceptedAt;
  let at = 0;
  for (const [i, wait] of [10_000, 60_000, 300_000].entries()) {
    assert.equal(await waiting(c, id, i + 1), start + at + wait);
    const [before] = await c.service.list({ tenant: TENANT, user: ADMIN }, {}).then(({ jobs }) => jobs);
    assert.deepEqual([before?.status, before?.message], ["running", "順番待ちです。"]);
    c.pass(wait - 1);
    c.engine.ring();
    await new Promise((resolve) => setTimeout(resolve, 2));
    assert.equal(tries, i + 1);
    c.pass(1);
    at += wait;
  }
  const { job } = await c.ended(id);
  assert.equal(tries, 4);
  assert.equal(job.message, "処理を完了できませんでした。基本機能に接続できませんでした。");
  const { run } = await stored(c.files.kv, id);
  assert.deepEqual([run?.waits, run?.losses], [3, 0]);
  assert.equal((await auditLog(c.files.kv)).filter(({ event }) => event === "waiting").length, 3);
});

Deno.test("a job that gets on between its waits may wait as often as it needs", async () => {
  let tries = 0;
  await using c = await company(async (job) => {
    const line = tries++;
    await job.apply([{ line, key: String(line) }], {
      guards: [],
      read: (units) => Promise.resolve(units.map(() => null)),
      change: () => ({ count: "done", writes: [] }),
    });
    if (tries < 6) throw new Unavailable("source_unavailable", 20_000);
    return DONE;
  });
  const { id } = await c.accept({ operation: "test" });
  for (let wait = 1; wait < 6; wait++) {
    await eventually(async () => {
      c.engine.ring();
      return tries === wait && (await stored(c.files.kv, id)).open?.owner === null;
    });
    assert.equal((await stored(c.files.kv, id)).run?.waits, 1);
    c.pass(20_000);
  }
  assert.equal((await c.ended(id)).job.status, "completed");
});

Deno.test("what was unavailable once and is there again is no error", async () => {
  let tries = 0;
  await using c = await company(() =>
    ++tries === 1 ? Promise.reject(new Unavailable("source_unavailable")) : Promise.resolve(DONE)
  );
  const { id } = await c.accept({ operation: "test" });
  await waiting(c, id, 1);
  c.pass(10_000);
  assert.equal((await c.ended(id)).job.status, "completed");
});

Deno.test("an operation that this version does not know is our bug, not the person's", async () => {
  const operations = [defineOperation({
    kind: "test",
    screen: "employees",
    menu: null,
    label: "",
    scope: "all",
    permission: "admin",
    rerun: "free",
    title: () => "試験の処理",
    dialog: { title: "", description: [], button: "" },
    run: () => Promise.resolve(DONE),
  })];
  await using c = await openCompany({ operations });
  const letGo = c.hold();
  const { id } = await c.accept({ operation: "test" });
  operations.length = 0;
  letGo();
  await eventually(async () => (c.engine.ring(), (await stored(c.files.kv, id)).run?.ended === true));
  assert.equal((await stored(c.files.kv, id)).job?.status, "failed");
});

Deno.test("a file of an attempt that died unsealed is begun anew: each row once", async () => {
  let attempts = 0;
  await using c: Company = await company(async (job) => {
    const file = await job.csv({ name: "a.csv", header: ["n"], encoding: "utf-8", neutralise: false });
    attempts++;
    for (let n = 0; n < 3; n++) {
      await file.write([[`${n}`]]);
      await job.reached({ n }, 1);
      if (attempts === 1 && n === 1) {
        c.breakWorkers();
        await new Promise(() => {});
      }
    }
    return job.summary({ done: { written: "件です。" } });
  });
  const { job, files } = await run(c);
  assert.equal(attempts, 2);
  assert.deepEqual(await cellsOf(files[0]!.bytes), [["n"], ["0"], ["1"], ["2"]]);
  assert.deepEqual([job.message, job.progress], ["3件です。", { done: 3, total: 3 }]);
});

Deno.test("a sealed part is kept by the next attempt, and the file is that of one clean run", async () => {
  const positions: unknown[] = [];
  await using c: Company = await company(async (job) => {
    positions.push(job.position);
    const from = job.position === null ? 0 : Number(job.position.n) + 1;
    job.expect(5);
    const file = await job.csv({ name: "a.csv", header: ["n"], encoding: "utf-8", neutralise: false });
    for (let n = from; n < 5; n++) {
      await file.write([[`${n}`]]);
      await job.reached({ n }, 1);
      if (n === 1 || n === 3) {
        c.breakWorkers();
        await new Promise(() => {});
      }
    }
    return job.summary({ done: { written: "件です。" } });
  }, { sealAfterMs: -1 });
  const { job, result, files } = await run(c);
  assert.deepEqual(positions, [null, { n: 1 }, { n: 3 }]);
  assert.deepEqual(await cellsOf(files[0]!.bytes), [["n"], ["0"], ["1"], ["2"], ["3"], ["4"]]);
  assert.deepEqual([job.message, job.progress], ["5件です。", { done: 5, total: 5 }]);
  assert.equal(result.attachments.length, 1);
});

Deno.test("a second file begun on the way does not move the place to go on from past what is not sealed", async () => {
  let attempts = 0;
  await using c: Company = await company(async (job) => {
    attempts++;
    const options = { header: ["n"], encoding: "utf-8" as const, neutralise: false };
    const first = await job.csv({ ...options, name: "a.csv" });
    for (let n = job.position === null ? 0 : Number(job.position.n) + 1; n < 3; n++) {
      await first.write([[`${n}`]]);
      await job.reached({ n }, 1);
    }
    const second = await job.csv({ ...options, name: "b.csv" });
    await second.write([["x"]]);
    if (attempts === 1) {
      c.breakWorkers();
      await new Promise(() => {});
    }
    return job.summary({ done: { written: "件です。" } });
  });
  const { job, files } = await run(c);
  assert.equal(attempts, 2);
  assert.deepEqual(await Promise.all(files.map(({ bytes }) => cellsOf(bytes))), [
    [["n"], ["0"], ["1"], ["2"]],
    [["n"], ["x"]],
  ]);
  assert.deepEqual([job.message, job.progress.done], ["3件です。", 3]);
});

Deno.test("a job that lost its worker three times is given up, and says so", async () => {
  await using c: Company = await company(async () => {
    c.breakWorkers();
    return await new Promise(() => {});
  });
  const { job } = await run(c);
  assert.deepEqual([job.status, job.message], [
    "failed",
    "処理を完了できませんでした。処理の途中でサーバーが3回停止しました。",
  ]);
});

Deno.test("中断 of a running job stops it and leaves no file; a second one is too late", async () => {
  const begun = Promise.withResolvers<void>();
  let stopped = false;
  await using c = await company(async (job) => {
    const file = await job.csv({ name: "a.csv", header: ["n"], encoding: "utf-8", neutralise: false });
    await file.write([["1"]]);
    await job.reached({ n: 1 }, 1);
    begun.resolve();
    await new Promise((resolve) => job.signal.addEventListener("abort", resolve, { once: true }));
    stopped = true;
    await job.reached({ n: 2 }, 1);
    throw new Error("went on");
  });
  const asker = { tenant: TENANT, user: ADMIN };
  const { id } = await c.accept({ operation: "test" });
  c.engine.ring();
  await begun.promise;
  await c.service.cancel(asker, id);
  await eventually(() => (c.engine.ring(), stopped));
  const { job, result } = await c.service.detail(asker, id);
  assert.deepEqual([job.status, job.statusLabel], ["cancelled", "中断"]);
  assert.deepEqual(result?.attachments, []);
  await assert.rejects(
    c.service.cancel(asker, id),
    (error) => error instanceof Refusal && error.code === "job_ended",
  );
  assert.deepEqual(c.logged, []);
});
