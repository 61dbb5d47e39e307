import assert from "node:assert/strict";
import { isAsked } from "../domain/perform.ts";
import { reset, send } from "../domain/request_acts/asking.ts";
import { entriesOf, type HistoryAct } from "../domain/history.ts";
import { commitChange } from "../kv/guarded.ts";
import { yearKeys } from "../kv/keys.ts";
import { requestChangesOf } from "../kv/request_changes.ts";
import { eventually } from "./engine/test_tools.ts";
import { type Company, openCompany, person, TENANT } from "./test_tools.ts";

const G1 = { id: "g1", name: "本社" };
const ACTOR = { id: "u1", email: "a@acme.example", employeeCode: null };
/** More than one commit deletes. */
const MANY = 450;

/** 本社 with two people who were asked and taken back; the first has a long 操作履歴. */
async function company(): Promise<Company> {
  const c = await openCompany();
  await c.group(G1.id, G1.name);
  await c.members(G1.id, [person("000001"), person("000002")]);
  const changes = requestChangesOf(c.files.kv, c.committer, TENANT);
  for (const id of ["id-000001", "id-000002"]) {
    await changes.act(G1, id, ACTOR, { restoring: "take", act: ({ member }) => send(member.request) });
    await changes.act(G1, id, ACTOR, { restoring: "back", act: ({ member }) => reset(member.request, {}) });
  }
  for (let i = 0; i < MANY; i += 150) await remember(c, "000001", 150);
  return c;
}

/** Adds entries to a 操作履歴. */
async function remember({ files: { kv }, committer, stores }: Company, code: string, count: number) {
  const acts = Array.from({ length: count }, (): HistoryAct => ({ kind: "reminded" }));
  await commitChange(kv, committer, {
    guards: [stores.members.guard(G1.id)],
    async compute() {
      const [member] = await stores.members.byCodes([code]);
      assert.ok(isAsked(member));
      return stores.members.putRequest(member, member.request, entriesOf(acts, "a", 1));
    },
  });
}

const keysOf = async ({ files: { kv } }: Company, id: string) =>
  (await Array.fromAsync(kv.list({ prefix: ["t", TENANT.id] })))
    .filter(({ key }) => key[2] === "y" && key.includes(id)).map(({ key }) => key);

/** What is still to be done at its time, as text. */
const duties = async ({ files: { kv } }: Company) =>
  JSON.stringify(await Array.fromAsync(kv.list({ prefix: ["sys", "due"] }), ({ value }) => value));

Deno.test("操作履歴 goes with its employee: the sweep deletes what the commit has no room for", async () => {
  await using c = await company();
  const history = yearKeys.history(TENANT.id, TENANT.year, "id-000001");
  assert.equal((await Array.fromAsync(c.files.kv.list({ prefix: history }))).length, MANY + 2);
  const { id } = await c.accept({ operation: "delete_all_employees", fields: [["ids", "id-000001"]] });
  assert.equal((await c.ended(id)).job.status, "completed");
  c.pass(1_000);
  await eventually(async () => {
    c.engine.ring();
    return (await keysOf(c, "id-000001")).length === 0 && !(await duties(c)).includes("id-000001");
  });
  assert.deepEqual((await c.stores.members.history("id-000002")).map(({ kind }) => kind), [
    "requested",
    "reset",
  ]);
});

Deno.test("whose 社員番号 comes back begins with an empty 操作履歴", async () => {
  await using c = await company();
  const { id } = await c.accept({ operation: "delete_all_employees", fields: [["ids", "id-000002"]] });
  await c.ended(id);
  const master = person("000002");
  const newcomer = { master, family: [], carried: null };
  await commitChange(c.files.kv, c.committer, {
    guards: [c.stores.members.guard(G1.id)],
    compute: () => Promise.resolve(c.stores.members.add("id-again", newcomer, G1.id, 1)),
  });
  const [again] = await c.stores.members.byCodes(["000002"]);
  assert.deepEqual([again?.employee.id, again?.request?.acts], ["id-again", 0]);
  assert.deepEqual(await c.stores.members.history("id-again"), []);
});
