import assert from "node:assert/strict";
import { setClock } from "../domain/clock.ts";
import { closingTime } from "../domain/deadline.ts";
import { Refusal } from "../domain/errors.ts";
import { newRequest, type Request } from "../domain/request.ts";
import type { Committer } from "./commit.ts";
import { groupChangesOf } from "./group_changes.ts";
import { commitChange } from "./guarded.ts";
import { memberChangesOf } from "./member_changes.ts";
import { addTestMembers, openTestYear, TEST_YEAR, testMaster } from "./test_year.ts";

const ACTOR = { id: "u", email: "admin@acme.example", employeeCode: null };

const CLOSES_ON = "2026-11-27";

/** 本社 with people 1 to 3, 終了 that has closed, and 4 in no group; the clock stands after the closing. */
async function openPeople(committer?: (inner: Committer) => Committer) {
  const year = await openTestYear();
  const restore = setClock({ now: () => closingTime(CLOSES_ON)! + 1 });
  const groups = groupChangesOf(year.kv, year.committer, TEST_YEAR);
  const head = await groups.create("本社");
  const closed = await groups.create("終了");
  await groups.setDeadline(closed.id, { closesOn: CLOSES_ON, closedMessage: null });
  await addTestMembers(year, head.id, ["1", "2", "3"].map((code) => testMaster(code)));
  await addTestMembers(year, null, [testMaster("4")]);
  const changes = memberChangesOf(year.kv, committer?.(year.committer) ?? year.committer, TEST_YEAR);
  const find = async (code: string) => (await year.stores.members.byCodes([code]))[0] ?? null;
  /** Gives somebody this 依頼 by moving them there and back. */
  async function give(code: string, request: Partial<Request>) {
    const member = (await find(code))!;
    const { members } = year.stores;
    const home = member.employee.groupId!;
    const there = { ...newRequest(member.employee.id), ...request };
    const guards = [members.guard(home), members.guard(closed.id)];
    await commitChange(year.kv, year.committer, {
      guards,
      compute: () => Promise.resolve(members.move(member, closed.id, there)),
    });
    const away = (await find(code))!;
    await commitChange(year.kv, year.committer, {
      guards,
      compute: () => Promise.resolve(members.move(away, home)),
    });
  }
  return {
    ...year,
    groups,
    head,
    closed,
    changes,
    find,
    give,
    [Symbol.dispose]() {
      restore();
      year.kv.close();
    },
  };
}

const refusal = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;

Deno.test("somebody is put into a group by its name; an unknown name makes the group", async () => {
  using people = await openPeople();
  const target = await people.changes.changeGroup(ACTOR, "id-1", " 終了 ");
  assert.equal(target.id, people.closed.id);
  assert.equal((await people.find("1"))?.employee.groupId, target.id);
  const fresh = await people.changes.changeGroup(ACTOR, "id-4", "新しいグループ");
  assert.deepEqual((await people.stores.groups.byNames(["新しいグループ"])).map((one) => one?.id), [
    fresh.id,
  ]);
  const newcomer = await people.find("4");
  assert.deepEqual([newcomer?.employee.groupId, newcomer?.request?.status], [fresh.id, "not_requested"]);
  assert.equal((await people.stores.groups.tally(people.head.id)).employees, 2);
  await people.changes.changeGroup(ACTOR, "id-1", "終了");
  assert.equal((await people.stores.groups.tally(target.id)).employees, 1);
});

Deno.test("what has run out is open again in an open group, and stays in a closed one", async () => {
  using people = await openPeople();
  for (const code of ["1", "2"]) {
    await people.give(code, { status: "expired", beforeExpiry: "answering" });
  }
  await people.give("3", { status: "confirmed" });
  await people.changes.changeGroup(ACTOR, "id-1", "終了");
  await people.changes.changeGroup(ACTOR, "id-2", "新しいグループ");
  await people.changes.changeGroup(ACTOR, "id-3", "終了");
  const statuses = await Promise.all(["1", "2", "3"].map(async (code) => (await people.find(code))?.request));
  assert.deepEqual(statuses.map((request) => request?.status), ["expired", "answering", "confirmed"]);
  assert.equal((await people.stores.groups.tally(people.closed.id)).byStatus.expired, 1);
});

Deno.test("a name that is none, and a person who is gone, change nothing", async () => {
  using people = await openPeople();
  await assert.rejects(
    people.changes.changeGroup(ACTOR, "id-1", "あ".repeat(51)),
    refusal("group_name_too_long"),
  );
  await assert.rejects(
    people.changes.changeGroup(ACTOR, "gone", "別のグループ"),
    refusal("employee_deleted"),
  );
  assert.deepEqual(await people.stores.groups.byNames(["別のグループ"]), [null]);
});

Deno.test("who is moved away in between is found again where they are", async () => {
  let interfere = async () => {};
  using people = await openPeople((inner) => ({
    async commit(change, priority) {
      await interfere();
      return await inner.commit(change, priority);
    },
  }));
  const quiet = memberChangesOf(people.kv, people.committer, TEST_YEAR);
  interfere = async () => {
    interfere = async () => {};
    await quiet.changeGroup(ACTOR, "id-1", "終了");
  };
  await people.changes.changeGroup(ACTOR, "id-1", "新しいグループ");
  const member = await people.find("1");
  assert.equal((await people.stores.groups.get(member!.employee.groupId!))?.name, "新しいグループ");
  const tallies = await Promise.all(
    (await people.stores.groups.list()).map(async ({ name, id }) => [
      name,
      (await people.stores.groups.tally(id)).employees,
    ]),
  );
  assert.deepEqual(Object.fromEntries(tallies), { 新しいグループ: 1, 終了: 0, 本社: 2 });
});

Deno.test("of the ticked people those who were never asked go, with all that is theirs; the others are named", async () => {
  using people = await openPeople();
  await people.give("2", { status: "requested" });
  const removal = await people.changes.remove(["id-1", "id-2", "id-4", "gone"]);
  assert.deepEqual(removal.removed.toSorted(), ["1", "4"]);
  assert.deepEqual(removal.kept.map(({ employee }) => employee.code), ["2"]);
  assert.deepEqual(await Promise.all(["1", "4"].map(people.find)), [null, null]);
  assert.deepEqual(await people.stores.members.baselines(["id-1", "id-4"]), [null, null]);
  assert.equal((await people.stores.groups.tally(people.head.id)).employees, 2);
  assert.equal((await people.stores.groups.tally("")).employees, 0);
});

Deno.test("more people than one commit takes are deleted all the same", async () => {
  using people = await openPeople();
  const codes = Array.from({ length: 45 }, (_, i) => `A${i}${"長".repeat(240)}`);
  for (const code of codes) await addTestMembers(people, people.head.id, [testMaster(code)]);
  const removal = await people.changes.remove(codes.map((code) => `id-${code}`));
  assert.equal(removal.removed.length, 45);
  assert.equal((await people.stores.groups.tally(people.head.id)).employees, 3);
});
