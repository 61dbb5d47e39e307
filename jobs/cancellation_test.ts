import assert from "node:assert/strict";
import { Refusal } from "../domain/errors.ts";
import type { ReasonCode } from "../domain/reasons.ts";
import type { CommitResult } from "../kv/commit.ts";
import { fileKeys } from "../kv/keys.ts";
import { eventually, stored, wrapCommitter } from "./engine/test_tools.ts";
import type { Job, Outcome } from "./job.ts";
import {
  ADMIN,
  type Company,
  fileOf,
  openCompany,
  person,
  TENANT,
  testOperation,
  testUser,
} from "./test_tools.ts";

const ASKER = { tenant: TENANT, user: ADMIN };
const ROWS = 400;

const code = (i: number) => String(i + 1).padStart(6, "0");

function refused(code: ReasonCode) {
  return (error: unknown) => error instanceof Refusal && error.code === code;
}

/** Every seventh row names nobody. */
function table(): string {
  const codes = Array.from({ length: ROWS }, (_, i) => i % 7 === 6 ? `9${code(i)}` : code(i));
  return `社員番号\r\n${codes.join("\r\n")}\r\n`;
}

const membersOf = async ({ stores }: Company, group: string) =>
  (await Array.fromAsync(stores.members.walk(group))).flat().length;

/** Stops an import of 400 rows at the moment of the worker's commit number `nth`, before or beside it. */
async function stoppedAt(nth: number, beside: boolean) {
  let bulk = 0;
  let stop: () => Promise<void> = () => Promise.resolve();
  let stopping: Promise<void> | null = null;
  const company = await openCompany({
    committerOfWorkers: (committer) =>
      wrapCommitter(committer, async (_, commit, _n, priority): Promise<CommitResult> => {
        if (priority === "bulk" && bulk++ === nth) {
          stopping = stop();
          if (!beside) await stopping;
        }
        return await commit();
      }),
  });
  await company.group("g1", "本社");
  await company.members(null, Array.from({ length: ROWS }, (_, i) => person(code(i))));
  const { id } = await company.accept({
    operation: "add_employees_to_group",
    group: "g1",
    file: fileOf(table()),
  });
  stop = () => company.service.cancel(ASKER, id);
  const { job, result } = await company.ended(id);
  await stopping;
  return { company, job, result, asked: stopping !== null };
}

Deno.test("中断 while the commits keep coming: the counts it tells are the effects that stay", async () => {
  for (const beside of [false, true]) {
    for (let nth = 0; nth < 4; nth++) {
      const { company, job, result, asked } = await stoppedAt(nth, beside);
      await using c = company;
      assert.ok(asked, "the import is long enough");
      assert.equal(job.status, "cancelled");
      const { done } = job.progress;
      assert.match(job.message, new RegExp(`^${done}(／${ROWS})?件まで処理して中断しました。$`));
      assert.equal(await membersOf(c, "g1"), done - result.errorCount);
      assert.equal(result.errors.length, result.errorCount);
      assert.equal(
        result.details[1],
        `処理した${done}件（うちエラー${result.errorCount}件）の結果は、そのまま残っています。`,
      );
      // Another job of the same slots comes to its end: nothing of the stopped one is at work any more.
      await c.ended((await c.accept({ operation: "download_employee_list" })).id);
      assert.equal(await membersOf(c, "g1"), done - result.errorCount, "nothing came after it");
      assert.deepEqual(c.logged, []);
    }
  }
});

/** A company with an operation `test` whose jobs do `run`. */
function companyThat(run: (job: Job) => Promise<Outcome>): Promise<Company> {
  return openCompany({ operations: [testOperation(run)] });
}

async function chunks({ files }: Company): Promise<number> {
  let count = 0;
  const all = fileKeys.chunks(TENANT.id, "").slice(0, -1);
  for await (const _ of files.blobKv.list({ prefix: all })) count++;
  return count;
}

Deno.test("a stopped export leaves no byte of its file, and its worker stops at once", async () => {
  const written = Promise.withResolvers<void>();
  const over = Promise.withResolvers<unknown>();
  await using c = await companyThat(async (job) => {
    const file = await job.csv({ name: "a.csv", header: ["n"], encoding: "utf-8", neutralise: false });
    try {
      for (let i = 0;; i++) {
        await file.write(Array.from({ length: 1_000 }, (_, n) => [`${i}-${n}`.padEnd(200, "x")]));
        await job.reached({ n: i }, 1_000, 1_000);
        if (i === 20) written.resolve();
      }
    } catch (error) {
      over.resolve(error);
      throw error;
    }
  });
  const { id } = await c.accept({ operation: "test" });
  await written.promise;
  assert.ok(await chunks(c) > 0);
  await c.service.cancel(ASKER, id);
  const error = await over.promise;
  assert.equal((error as Error).name, "JobLost");
  await eventually(async () => {
    c.engine.ring();
    return await chunks(c) === 0;
  });
  const prefix = fileKeys.artifact(TENANT.id, "").slice(0, -1);
  await eventually(async () => {
    c.engine.ring();
    return (await Array.fromAsync(c.files.kv.list({ prefix }))).length === 0;
  });
  const { job, result } = await c.service.detail(ASKER, id);
  assert.equal(job.status, "cancelled");
  assert.deepEqual(result, {
    details: [job.message, "作成途中のファイルは削除しました。"],
    errors: [],
    errorCount: 0,
    attachments: [],
  });
  assert.deepEqual(c.logged, []);
});

Deno.test("who may not see the result may not stop the job; who may not see the job does not find it", async () => {
  await using c = await openCompany({ idle: true });
  const range = { kind: "condition", departments: ["営業部"], employmentTypes: [] } as const;
  const asked = [
    [testUser("clerk", { role: "download" }), "forbidden"],
    [
      testUser("narrow", {
        role: "admin",
        range: { ...range, departments: [...range.departments], employmentTypes: [] },
      }),
      "forbidden",
    ],
    [testUser("checker", { role: "check" }), "job_not_found"],
    [testUser("nobody", { role: "none" }), "forbidden"],
  ] as const;
  const { id } = await c.accept({ operation: "download_employee_list" });
  for (const [user, code] of asked) {
    await assert.rejects(c.service.cancel({ tenant: TENANT, user }, id), refused(code), user.id);
  }
  const elsewhere = { tenant: { ...TENANT, id: "other" }, user: ADMIN };
  await assert.rejects(c.service.cancel(elsewhere, id), refused("job_not_found"));
  assert.equal((await stored(c.files.kv, id)).run?.ended, false);
  await c.service.cancel({ tenant: TENANT, user: testUser("colleague") }, id);
  assert.equal((await stored(c.files.kv, id)).job?.status, "cancelled");
});
