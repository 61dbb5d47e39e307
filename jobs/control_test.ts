import assert from "node:assert/strict";
import { remove } from "../kv/commit.ts";
import { jobKeys } from "../kv/keys.ts";
import { defineOperation } from "./operation.ts";
import { findOperation } from "./registry.ts";
import type { JobControl } from "./service.ts";
import { ADMIN, type Company, fileOf, openCompany, TENANT, testUser } from "./test_tools.ts";

const ASKER = { tenant: TENANT, user: ADMIN };

const controlOf = async ({ service }: Company, id: string, user = ADMIN): Promise<JobControl> =>
  (await service.detail({ tenant: TENANT, user }, id)).control;

async function company(rerun: "free" | "confirm" | "never" = "free"): Promise<Company> {
  const operation = defineOperation({ ...findOperation("add_employees_to_group")!, kind: "test", rerun });
  const c = await openCompany({ idle: true, operations: [operation] });
  await c.group("g1", "本社");
  return c;
}

const start = async (c: Company) =>
  (await c.accept({ operation: "test", group: "g1", file: fileOf("社員番号\r\n000001\r\n") })).id;

Deno.test("while it runs a job can be stopped, afterwards run again", async () => {
  for (const rerun of ["free", "confirm"] as const) {
    await using c = await company(rerun);
    const id = await start(c);
    assert.deepEqual(await controlOf(c, id), { cancel: true, rerun: null, rerunOf: null, reruns: [] });
    await c.service.cancel(ASKER, id);
    assert.deepEqual(await controlOf(c, id), {
      cancel: false,
      rerun: { confirm: rerun === "confirm", password: false, unavailable: null },
      rerunOf: null,
      reruns: [],
    });
  }
});

Deno.test("an operation that is never repeated, or not known any more, offers nothing", async () => {
  await using c = await company("never");
  const id = await start(c);
  await c.service.cancel(ASKER, id);
  assert.equal((await controlOf(c, id)).rerun, null);
});

Deno.test("who may not see the result, or not start the operation, is offered nothing", async () => {
  await using c = await company();
  const owner = await c.user(testUser("owner"));
  const { id } = await c.accept(
    { operation: "test", group: "g1", file: fileOf("社員番号\r\n000001\r\n") },
    owner,
  );
  const clerk = testUser("clerk", { role: "download" });
  const nothing = { cancel: false, rerun: null, rerunOf: null, reruns: [] };
  assert.deepEqual(await controlOf(c, id, clerk), nothing);
  await c.service.cancel(ASKER, id);
  assert.deepEqual(await controlOf(c, id, clerk), nothing);
  // The runner sees the result of an own job also after a right was lost, and may not run it again.
  assert.deepEqual(await controlOf(c, id, { ...owner, role: "download" }), nothing);
  assert.notEqual((await controlOf(c, id)).rerun, null);
});

Deno.test("the reason stands there when the input is gone", async () => {
  await using c = await company();
  const id = await start(c);
  await c.service.cancel(ASKER, id);
  c.pass(3 * 24 * 60 * 60_000);
  assert.deepEqual((await controlOf(c, id)).rerun, {
    confirm: false,
    password: false,
    unavailable: "取り込むファイルの保存期間が過ぎました。ファイルを選択してやり直してください。",
  });
});

Deno.test("runs of the same content know each other, as far as this person sees them and they are kept", async () => {
  await using c = await openCompany({ idle: true });
  await c.group("g1", "本社");
  const clerk = await c.user(testUser("clerk", { role: "download" }));
  const { id: first } = await c.accept({ operation: "download_request_statuses", group: "g1" }, clerk);
  await c.service.cancel(ASKER, first);
  const runs: string[] = [];
  for (let n = 0; n < 22; n++) {
    c.pass(1);
    const { id } = await c.service.rerun(ASKER, first, null);
    await c.service.cancel(ASKER, id);
    runs.unshift(id);
  }
  assert.deepEqual((await controlOf(c, first)).reruns, runs.slice(0, 20), "the newest twenty");
  assert.equal((await controlOf(c, runs[3]!)).rerunOf, first);

  // As 依頼と確認 the person finds own jobs only.
  const { reruns } = await controlOf(c, first, { ...clerk, role: "check" });
  assert.deepEqual(reruns, []);
  await c.committer.commit({ checks: [], mutations: [remove(jobKeys.job(TENANT.id, first))] });
  assert.equal((await controlOf(c, runs[3]!)).rerunOf, null);
});
