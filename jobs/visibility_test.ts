import assert from "node:assert/strict";
import { EVERYONE, type Range, type Role, ROLES } from "../domain/permission.ts";
import { testOrder } from "./engine/test_tools.ts";
import { findOperation, OPERATIONS } from "./registry.ts";
import { testUser } from "./test_tools.ts";
import { listScope, seesJob, seesResult } from "./visibility.ts";

const range = (...departments: string[]): Range => ({ kind: "condition", departments, employmentTypes: [] });
const GROUP = { id: "g1", name: "本社" };
const STATUSES = findOperation("download_request_statuses");
const EMPLOYEES = findOperation("add_employees_to_group");

Deno.test("whose jobs each role finds in the list", () => {
  const scopes = Object.fromEntries(ROLES.map((role) => [role, listScope(testUser("x", { role }))]));
  assert.deepEqual(scopes, { admin: "all", confirm: "all", download: "all", check: "own", none: "none" });
  for (const role of ROLES) {
    const user = testUser("me", { role });
    const job = (id: string) => seesJob(user, { actor: { id, email: null } });
    assert.deepEqual(
      [job("me"), job("somebody")],
      {
        all: [true, true],
        own: [true, false],
        none: [false, false],
      }[scopes[role]!],
    );
  }
});

/** Whether a person of `role` and `mine` sees the result of somebody of `theirs`. */
function sees(
  role: Role,
  mine: Range,
  theirs: Range,
  operation = STATUSES,
  group: typeof GROUP | null = GROUP,
) {
  const actor = { id: "runner", email: null, role: "admin" as const, range: theirs };
  return seesResult(testUser("me", { role, range: mine }), testOrder({ actor, group }), operation);
}

Deno.test("a result opens to who may start the operation on this target", () => {
  const table = ROLES.map((role) => [
    role,
    sees(role, EVERYONE, EVERYONE),
    sees(role, EVERYONE, EVERYONE, STATUSES, null),
    sees(role, EVERYONE, EVERYONE, EMPLOYEES),
  ]);
  assert.deepEqual(table, [
    // Row 15 (A F G), row 16 (A), row 13 (A).
    ["admin", true, true, true],
    ["confirm", true, false, false],
    ["download", true, false, false],
    ["check", false, false, false],
    ["none", false, false, false],
  ]);
});

Deno.test("and whose range is at least as wide as the runner's", () => {
  const [sales, plant, both] = [range("営業部"), range("工場"), range("営業部", "工場")];
  const ranges = { everyone: EVERYONE, sales, plant, both };
  const table = Object.entries(ranges).map(([name, mine]) => [
    name,
    ...Object.values(ranges).map((theirs) => sees("download", mine, theirs)),
  ]);
  assert.deepEqual(table, [
    ["everyone", true, true, true, true],
    ["sales", false, true, false, false],
    ["plant", false, false, true, false],
    ["both", false, true, true, true],
  ]);
});

Deno.test("the runner sees the result, whatever became of the rights", () => {
  const me = testUser("me", { role: "check", range: range("営業部") });
  const order = testOrder({ actor: { id: "me", email: null, role: "admin", range: EVERYONE }, group: GROUP });
  for (const operation of [...OPERATIONS, null]) {
    assert.equal(seesResult(me, order, operation), !operation?.printsNumbers, `${operation?.kind}`);
  }
});

Deno.test("what may hold 個人番号 opens to 管理者 alone, and to nobody who was one; without them as any other", () => {
  const documents = findOperation("download_documents");
  const open = (runner: Role, me: Role, id = "me") => {
    const actor = { id: "runner", email: null, role: runner, range: EVERYONE };
    return seesResult(testUser(id, { role: me }), testOrder({ actor, group: GROUP }), documents);
  };
  assert.deepEqual(ROLES.map((role) => open("admin", role)), [true, false, false, false, false]);
  assert.deepEqual(ROLES.map((role) => open("admin", role, "runner")), [true, false, false, false, false]);
  assert.deepEqual(ROLES.map((role) => open("download", role)), [true, true, true, false, false]);
});

Deno.test("an operation that is not there any more opens its results to nobody else", () => {
  assert.equal(sees("admin", EVERYONE, EVERYONE, null), false);
});
