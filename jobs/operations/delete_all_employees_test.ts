import assert from "node:assert/strict";
import { newRequest, type RequestStatus } from "../../domain/request.ts";
import type { Change } from "../../kv/commit.ts";
import { commitChange } from "../../kv/guarded.ts";
import { addTestMembers, newcomerOf } from "../../kv/test_year.ts";
import type { Checkpoint } from "../engine/records.ts";
import { cellsOf, type Company, type CompanyOptions, openCompany, person, testUser } from "../test_tools.ts";

const code = (n: number) => String(n).padStart(6, "0");

/** Two groups of 60 and 40 and 10 people in none; every fifth of 本社 has been asked. */
async function company(options: CompanyOptions = {}): Promise<Company> {
  const c = await openCompany(options);
  await c.group("01A", "本社");
  await c.group("01B", "工場");
  const head = Array.from(
    { length: 60 },
    (_, i) => person(code(i), { department: i % 2 ? "人事部" : "営業部" }),
  );
  await addTestMembers({ kv: c.files.kv, committer: c.committer, stores: c.stores }, "01A", head);
  await c.members("01B", Array.from({ length: 40 }, (_, i) => person(code(100 + i))));
  await c.members(null, Array.from({ length: 10 }, (_, i) => person(code(200 + i))));
  for (let i = 0; i < 60; i += 5) await ask(c, code(i), "requested");
  return c;
}

/** Gives somebody of 本社 this status, by moving them there and back. */
async function ask(c: Company, code: string, status: RequestStatus) {
  const { members } = c.stores;
  for (const group of ["01B", "01A"]) {
    await commitChange(c.files.kv, c.committer, {
      guards: [members.guard("01A"), members.guard("01B")],
      compute: async () => {
        const [member] = await members.byCodes([code]);
        return members.move(member!, group, { ...newRequest(member!.employee.id), status });
      },
    });
  }
}

async function run(c: Company, fields: [string, string][], user?: ReturnType<typeof testUser>) {
  const { id } = await c.accept({ operation: "delete_all_employees", fields }, user);
  return await c.ended(id, user);
}

const codesIn = async (c: Company, group: string | null) =>
  (await Array.fromAsync(c.stores.members.walk(group))).flat().map(({ employee }) => employee.code);

Deno.test("everybody who was never asked goes, with all that is theirs; who was asked is listed", async () => {
  await using c = await company();
  const { job, result, files } = await run(c, [["all", "1"]]);
  assert.equal(job.title, "対象従業員の一括削除");
  assert.equal(job.status, "completed_with_errors");
  assert.equal(
    job.message,
    "98名の対象従業員を削除しました。" +
      "12件はエラーです（依頼ステータスが「未依頼」ではありません：12件）。",
  );
  assert.deepEqual(job.progress, { done: 110, total: 110 });
  assert.equal(result.errorCount, 12);
  assert.equal(
    result.errors[0]?.reason,
    "依頼ステータスが「未依頼」ではありません（依頼中）。依頼を未依頼に戻してから、やり直してください。",
  );
  const kept = Array.from({ length: 12 }, (_, i) => code(i * 5));
  assert.deepEqual(await codesIn(c, "01A"), kept);
  assert.deepEqual([await codesIn(c, "01B"), await codesIn(c, null)], [[], []]);
  assert.equal((await c.stores.groups.tally("01A")).employees, 12);
  assert.deepEqual(await c.stores.members.baselines([`id-${code(1)}`]), [null]);
  assert.equal(files[0]?.name, "対象従業員の一括削除_エラー.csv");
  const cells = await cellsOf(files[0]!.bytes);
  assert.deepEqual(cells[0], ["社員番号", "姓", "名", "エラー内容"]);
  assert.deepEqual(cells.slice(1).map(([one]) => one), kept);
});

Deno.test("only who matches the page's filter goes: group, none, 部署, status", async () => {
  const cases: [[string, string][], number, number | null][] = [
    [[["in_group", "01B"]], 40, 40],
    [[["in_group", "none"]], 10, 10],
    [[["in_group", "01A"], ["department", "人事部"]], 24, null],
    [[["in_group", "01A"], ["status", "not_requested"]], 48, 48],
    [[["q", "00010"]], 10, null],
    [[["in_group", "gone"]], 0, 0],
  ];
  for (const [filter, removed, total] of cases) {
    await using c = await company();
    const { job } = await run(c, [["all", "1"], ...filter]);
    assert.ok(job.message.startsWith(`${removed}名の対象従業員を削除しました。`), `${filter} ${job.message}`);
    const left = (await Promise.all([null, "01A", "01B"].map((group) => codesIn(c, group)))).flat();
    assert.equal(left.length, 110 - removed);
    if (total !== null) assert.equal(job.progress.total, total);
  }
});

Deno.test("ticked people can be sent as a job as well; who is gone already is no error", async () => {
  await using c = await company();
  const ids = [1, 5, 100, 999].map((n): [string, string] => ["ids", `id-${code(n)}`]);
  const { job, result } = await run(c, ids);
  assert.deepEqual(result.details, [
    "2名の対象従業員を削除しました。",
    "1名はすでに削除されていました。",
    "1件はエラーです（依頼ステータスが「未依頼」ではありません）。",
  ]);
  assert.deepEqual(job.progress, { done: 4, total: 4 });
});

Deno.test("a person with a range deletes inside of it only", async () => {
  await using c = await company();
  const range = { kind: "condition" as const, departments: ["人事部"], employmentTypes: [] };
  const user = await c.user(testUser("hr", { range, employeeCode: code(1) }));
  const { job } = await run(c, [["all", "1"]], user);
  assert.ok(job.message.startsWith("24名の対象従業員を削除しました。"), job.message);
  assert.equal((await codesIn(c, "01B")).length, 40);
});

Deno.test("who is asked, moved or gone between reading and deleting is noticed", async () => {
  let meanwhile: (() => Promise<void>) | null = null;
  await using c: Company = await company({
    committerOfWorkers: (committer) => ({
      async commit(change, priority) {
        const act = change.mutations.some((m) => m.key[2] === "checkpoint") ? meanwhile : null;
        if (act) meanwhile = null;
        await act?.();
        return await committer.commit(change, priority);
      },
    }),
  });
  meanwhile = async () => {
    await ask(c, code(1), "answering");
    const [moved, gone] = await c.stores.members.byCodes([code(2), code(3)]);
    const { members } = c.stores;
    await commitChange(c.files.kv, c.committer, {
      guards: [members.guard("01A"), members.guard("01B")],
      compute: () => Promise.resolve([...members.move(moved!, "01B"), ...members.remove(gone!)]),
    });
    // Deleted by hand and taken in again: somebody else, whom nobody ticked.
    const [again] = await c.stores.members.byCodes([code(4)]);
    for (
      const writes of [members.remove(again!), members.add("new", newcomerOf(person(code(4))), "01A", 1)]
    ) {
      const change = { guards: [members.guard("01A")], compute: () => Promise.resolve(writes) };
      await commitChange(c.files.kv, c.committer, change);
    }
  };
  const { result } = await run(c, [["all", "1"], ["in_group", "01A"]]);
  assert.deepEqual(
    new Set(result.details),
    new Set([
      "44名の対象従業員を削除しました。",
      "1名は条件に合わなくなったため削除しませんでした。",
      "2名はすでに削除されていました。",
      "13件はエラーです（依頼ステータスが「未依頼」ではありません）。",
    ]),
  );
  assert.ok((await codesIn(c, "01B")).includes(code(2)));
  assert.ok((await codesIn(c, "01A")).includes(code(1)));
  assert.equal((await c.stores.members.byCodes([code(4)]))[0]?.employee.id, "new");
});

Deno.test("nobody chosen, or too many ids, is refused at once", async () => {
  await using c = await company();
  for (
    const fields of [[], Array.from({ length: 1001 }, (_, i) => ["ids", `id-${i}`])] as [string, string][][]
  ) {
    await assert.rejects(
      c.accept({ operation: "delete_all_employees", fields }),
      (error: { code?: string }) => error.code === "bad_request",
    );
  }
  assert.equal((await codesIn(c, "01B")).length, 40);
});

/** The group in which a commit leaves the job, or undefined where it moves no checkpoint. */
function groupOf({ mutations }: Change): string | undefined {
  const checkpoint = mutations.find((one) => one.type === "set" && one.key[2] === "checkpoint");
  return checkpoint?.type === "set" ? String((checkpoint.value as Checkpoint).position?.group) : undefined;
}

Deno.test("workers die in two places: who is gone, who is listed and the counts are as of one clean run", async () => {
  /** @param deaths groups in which the workers die, each after its first commit */
  const outcome = async (...deaths: string[]) => {
    const left = new Set(deaths);
    await using c: Company = await company({
      committerOfWorkers: (committer) => ({
        async commit(change, priority) {
          const result = await committer.commit(change, priority);
          const group = groupOf(change);
          if (!result.ok || group === undefined || !left.delete(group)) return result;
          c.breakWorkers();
          return await new Promise(() => {});
        },
      }),
    });
    const { job, result, files } = await run(c, [["all", "1"]]);
    assert.equal(left.size, 0);
    return {
      end: [job.status, job.message, job.progress, result.details, result.errors],
      left: await Promise.all([null, "01A", "01B"].map((group) => codesIn(c, group))),
      file: await cellsOf(files[0]!.bytes),
    };
  };
  assert.deepEqual(await outcome("01A", ""), await outcome());
});
