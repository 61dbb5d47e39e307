import assert from "node:assert/strict";
import { EVERYONE, type Range } from "../domain/permission.ts";
import { NO_SCOPES, type RoleDefinition } from "../domain/role.ts";
import type { User } from "../domain/user.ts";
import { withVisibleRange } from "../domain/visible_range.ts";
import { commitChange } from "../kv/guarded.ts";
import { readUser } from "../kv/users.ts";
import { cellsOf, type Company, openCompany, person, TENANT, testUser } from "./test_tools.ts";

/** People who hold a 権限 of the source: what it says now decides, at acceptance, at the start and at the result. */
const ROLE: RoleDefinition = {
  v: 1,
  id: "r1",
  name: "労務担当",
  preset: null,
  scopes: { ...NO_SCOPES, data: true },
  range: EVERYONE,
  rangeNote: null,
  inSource: true,
  syncedAt: 0,
};
const own = (ownDepartment: "itself" | "both"): Range => ({
  kind: "condition",
  departments: [],
  employmentTypes: [],
  ownDepartment,
});

async function company(range: Range) {
  const c = await openCompany();
  await c.group("g1", "本社");
  await c.members("g1", [
    person("000001", { department: "営業部" }),
    person("000002", { department: "営業部/第一課" }),
    person("000003", { department: "営業部門" }),
    person("000004", { department: "人事部" }),
  ]);
  const define = (change: Partial<RoleDefinition>) =>
    commitChange(c.files.kv, c.committer, {
      guards: [c.stores.roles.guard()],
      compute: () => Promise.resolve(c.stores.roles.put({ ...ROLE, range, ...change })),
    });
  await define({});
  /** The account as a request of theirs has it. */
  const holder = async (code: string, more: Partial<User> = {}) => {
    // The account's own rights would be wider.
    const rights = { role: "admin" as const, range: EVERYONE, roleId: "r1", employeeCode: code };
    const user = await c.user(testUser(`holder${code}`, { ...rights, ...more }));
    return await withVisibleRange(c.stores, (await readUser(c.files.kv, TENANT.id, user.id)).value!);
  };
  return Object.assign(c, { define, holder });
}

const start = (c: Company, user: User) =>
  c.accept({ operation: "download_request_statuses", group: "g1" }, user);

async function codesOf(c: Company, user: User): Promise<string[]> {
  const { files: [file] } = await c.ended((await start(c, user)).id, user);
  const [header, ...rows] = await cellsOf(file!.bytes);
  return rows.map((row) => row[header!.indexOf("社員番号")]!);
}

Deno.test("本人が所属する部署, with and without 配下, is that of each holder, and 本人 is always in it", async () => {
  await using c = await company(own("both"));
  assert.deepEqual(await codesOf(c, await c.holder("000001")), ["000001", "000002"]);
  assert.deepEqual(await codesOf(c, await c.holder("000004")), ["000004"]);
  await c.define({ range: own("itself") });
  assert.deepEqual(await codesOf(c, await c.holder("000001")), ["000001"]);
  const employment: Range = { kind: "condition", departments: ["人事部"], employmentTypes: ["嘱託"] };
  await c.define({ range: employment });
  assert.deepEqual(await codesOf(c, await c.holder("000002")), ["000002"], "本人 fits no condition");
  await c.define({ range: { kind: "own" } });
  assert.deepEqual(await codesOf(c, await c.holder("000003")), ["000003"]);
});

Deno.test("what is unticked, narrowed or moved between acceptance and start ends the job", async () => {
  const changes: ((c: Awaited<ReturnType<typeof company>>) => Promise<unknown>)[] = [
    (c) => c.define({ scopes: { ...NO_SCOPES, review: true } }),
    (c) => c.define({ range: own("itself") }),
    (c) => c.define({ range: { kind: "own" } }),
    (c) => c.holder("000001", { roleId: "unknown" }),
    (c) => c.holder("000001", { employeeCode: "000004" }),
  ];
  for (const change of changes) {
    await using c = await company(own("both"));
    const letGo = c.hold();
    const { id } = await start(c, await c.holder("000001"));
    await change(c);
    letGo();
    const { job } = await c.ended(id);
    assert.equal(job.message, "処理を実行できませんでした。実行した人の権限がなくなりました。");
  }
});

Deno.test("what is ticked before the start of a job takes nothing from it", async () => {
  await using c = await company(own("both"));
  const letGo = c.hold();
  const user = await c.holder("000001");
  const { id } = await start(c, user);
  await c.define({ scopes: { ...NO_SCOPES, confirm: true }, range: EVERYONE });
  letGo();
  const { job } = await c.ended(id, user);
  assert.equal(job.message, "2名分の依頼状況一覧を作成しました。", "not the wider range given since");
});

Deno.test("the same 権限 in another 部署 does not open the result; a wider one in the same does", async () => {
  await using c = await company(own("both"));
  const { id } = await start(c, await c.holder("000001"));
  await c.ended(id);
  const opens = async (user: User) => (await c.service.detail({ tenant: TENANT, user }, id)).result !== null;
  assert.equal(await opens(await c.holder("000004")), false);
  assert.equal(await opens(await c.holder("000002")), false, "below, and so narrower");
  await c.members("g1", [person("000005", { department: "営業部" })]);
  assert.equal(await opens(await c.holder("000005")), true);
});
