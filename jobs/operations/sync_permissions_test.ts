import assert from "node:assert/strict";
import { Unavailable } from "../../domain/errors.ts";
import type { SourceRole, SourceScope } from "../../domain/master.ts";
import { NO_SCOPES, type RoleDefinition, roleOf } from "../../domain/role.ts";
import { commitChange } from "../../kv/guarded.ts";
import type { MasterSource } from "../../sources/source.ts";
import { eventually, stored } from "../engine/test_tools.ts";
import { ADMIN, cellsOf, type Company, type CompanyOptions, masterOf, openCompany } from "../test_tools.ts";
import { diesTwice, type Outcome } from "../twice_dead_fixture.ts";

const role = (sourceId: string, name: string, scope: SourceScope = { kind: "all" }): SourceRole => ({
  sourceId,
  name,
  preset: sourceId === "admin" ? "admin" : null,
  scope,
});
const condition = (query: unknown): SourceScope => ({ kind: "condition", query });

const FIRST = [
  role("admin", "管理者"),
  role("office", "事務担当者"),
  role("sales", "営業部の労務担当", condition({ departments: ["d1"], employment_types: ["正社員"] })),
];

/** A source whose 権限 are those of `roles` at that moment, each in two batches. */
function sourceOf(roles: () => SourceRole[]): MasterSource {
  return masterOf([], {
    async *roles() {
      yield await Promise.resolve(roles());
      yield roles().slice(0, 1);
    },
    departments: () => Promise.resolve([{ sourceId: "d1", name: "営業部", fullName: "本社/営業部" }]),
    employmentTypes: () => Promise.resolve([{ sourceId: "e1", name: "正社員", preset: "full_timer" }]),
  });
}

async function company(roles: SourceRole[] = FIRST, options: CompanyOptions = {}) {
  const now = { roles };
  const c = await openCompany({ source: sourceOf(() => now.roles), ...options });
  return Object.assign(c, { now });
}

const run = async (c: Company) => await c.ended((await c.accept({ operation: "sync_permissions" })).id);

async function tick(c: Company, id: string, scopes: RoleDefinition["scopes"]) {
  const { roles } = c.stores;
  const [known] = await roles.byIds([id]);
  await commitChange(c.files.kv, c.committer, {
    guards: [roles.guard()],
    compute: () => Promise.resolve(roles.put({ ...known!, scopes })),
  });
}

Deno.test("new 権限 are there with their ranges; 管理者 is one at once, the others are 権限なし until ticked", async () => {
  await using c = await company();
  const { job, result } = await run(c);
  assert.deepEqual([job.title, job.status, job.message, job.progress], [
    "権限の同期",
    "completed",
    "3件の権限を追加し、0件を更新しました。",
    { done: 3, total: 3 },
  ]);
  assert.deepEqual(result.details, ["3件の権限を追加しました。", "0件の権限を更新しました。"]);
  const roles = await c.stores.roles.list();
  assert.deepEqual(roles.map((one) => [one.id, one.name, roleOf(one), one.inSource]), [
    ["admin", "管理者", "admin", true],
    ["office", "事務担当者", "none", true],
    ["sales", "営業部の労務担当", "none", true],
  ]);
  assert.deepEqual(roles[2]!.range, {
    kind: "condition",
    departments: ["本社/営業部"],
    below: [],
    employmentTypes: ["正社員"],
    ownDepartment: "none",
    self: null,
  });
  assert.equal(roles[2]!.syncedAt, Date.parse(job.acceptedAt));
});

Deno.test("a later sync renews names and ranges, keeps the ticks, marks what vanished and unmarks what came back", async () => {
  await using c = await company();
  await run(c);
  const scopes = { ...NO_SCOPES, data: true };
  await tick(c, "office", scopes);
  await tick(c, "sales", { ...NO_SCOPES, confirm: true });
  c.now.roles = [
    role("admin", "管理者"),
    role("office", "総務担当者", { kind: "own" }),
    role("new", "新しい権限"),
  ];
  const second = await run(c);
  assert.equal(second.job.message, "1件の権限を追加し、1件を更新しました。");
  assert.deepEqual(second.result.details, [
    "1件の権限を追加しました。",
    "1件の権限を更新しました。",
    "1件の権限に変更はありませんでした。",
    "1件の権限は同期元にありません。",
  ]);
  const [office, sales] = await c.stores.roles.byIds(["office", "sales"]);
  assert.deepEqual([office?.name, office?.range.kind, office?.scopes], ["総務担当者", "own", scopes]);
  assert.deepEqual([sales?.inSource, sales && roleOf(sales)], [false, "confirm"], "it stays with its rights");
  c.now.roles = FIRST;
  await run(c);
  const [again] = await c.stores.roles.byIds(["sales"]);
  assert.deepEqual([again?.inSource, again && roleOf(again)], [true, "confirm"]);
});

Deno.test("a condition that is not understood means 本人 only, and is said", async () => {
  await using c = await company([
    role("admin", "管理者"),
    role("odd", "役職で限られた権限", condition({ positions: ["部長"], departments: ["d1"] })),
  ]);
  const { job, result } = await run(c);
  assert.equal(job.status, "completed");
  assert.deepEqual(result.details, [
    "2件の権限を追加しました。",
    "0件の権限を更新しました。",
    "「役職で限られた権限」の操作できる範囲に読み取れない条件（positions）があるため、本人の情報だけにしました。",
  ]);
  const [odd] = await c.stores.roles.byIds(["odd"]);
  assert.deepEqual([odd?.range, odd?.rangeNote], [{ kind: "own", self: null }, "positions"]);
});

Deno.test("a 権限 that changes places with 管理者, or is malformed, is refused and stays as it was", async () => {
  await using c = await company();
  await run(c);
  c.now.roles = [
    { ...role("admin", "管理者"), preset: null },
    { ...role("office", "事務担当者"), preset: "admin" },
    role("sales", "長".repeat(201)),
    role("x/y", "変なID"),
  ];
  const { job, result, files } = await run(c);
  assert.equal(job.status, "completed_with_errors");
  assert.deepEqual(result.errors.map(({ key }) => key.slice(0, 5)), [
    "管理者",
    "事務担当者",
    "長長長長長",
    "変なID",
  ]);
  const roles = await c.stores.roles.list();
  assert.deepEqual(roles.map((one) => [one.name, roleOf(one)]), [
    ["管理者", "admin"],
    ["事務担当者", "none"],
    ["営業部の労務担当", "none"],
  ]);
  assert.equal(files[0]?.name, "権限の同期_エラー.csv");
  const cells = await cellsOf(files[0]!.bytes);
  assert.deepEqual(cells.map(([key]) => key?.slice(0, 5)), [
    "権限",
    "管理者",
    "事務担当者",
    "長長長長長",
    "変なID",
  ]);
});

Deno.test("a source that is down is waited for, then it is an error and nothing changed", async () => {
  await using c = await openCompany({
    source: masterOf([], {
      // deno-lint-ignore require-yield
      async *roles() {
        await Promise.reject(new Unavailable("source_unavailable"));
      },
    }),
  });
  const { id } = await c.accept({ operation: "sync_permissions" });
  for (const [i, wait] of [10_000, 60_000, 300_000].entries()) {
    await eventually(async () => {
      c.engine.ring();
      const { run, open } = await stored(c.files.kv, id);
      return run?.waits === i + 1 && open?.owner === null;
    });
    c.pass(wait);
  }
  const { job } = await c.ended(id);
  assert.deepEqual([job.status, job.message], [
    "failed",
    "処理を完了できませんでした。基本機能に接続できませんでした。",
  ]);
  assert.deepEqual(await c.stores.roles.list(), []);
});

Deno.test("workers die twice on the way: 権限, counts and notes are as of one clean run", async () => {
  const many = Array.from(
    { length: 300 },
    (_, i) => role(`role-${i}`, `権限${i}`, i % 50 === 0 ? condition({ odd: i }) : { kind: "all" }),
  );
  await diesTwice(async (deadly): Promise<Outcome> => {
    await using c: Company = await company(many, deadly(() => c.breakWorkers()));
    const ended = await run(c);
    const roles = await c.stores.roles.list();
    return { ended, stored: roles.map((one) => ({ ...one, syncedAt: 0 })) };
  });
});

Deno.test("what is ticked while the sync runs is not lost", async () => {
  let c: Company | null = null;
  let ticked = false;
  await using opened = await company(FIRST, {
    committerOfWorkers: (committer) => ({
      async commit(change, priority) {
        if (!ticked && change.mutations.some(({ key }) => key[2] === "role") && c) {
          ticked = true;
          await tick(c, "office", { ...NO_SCOPES, review: true });
        }
        return await committer.commit(change, priority);
      },
    }),
  });
  await run(opened);
  c = opened;
  await run(opened);
  assert(ticked);
  const [office] = await opened.stores.roles.byIds(["office"]);
  assert.equal(office?.scopes.review, true);
});

Deno.test("only a 管理者 starts it, and one at a time", async () => {
  await using c = await company(FIRST, { idle: true });
  const clerk = await c.user({ ...ADMIN, id: "clerk", role: "confirm" });
  await assert.rejects(c.accept({ operation: "sync_permissions" }, clerk), { code: "forbidden" });
  await c.accept({ operation: "sync_permissions" });
  await assert.rejects(c.accept({ operation: "sync_permissions" }), { code: "already_open" });
});
