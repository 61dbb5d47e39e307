import assert from "node:assert/strict";
import type { Declaration } from "../domain/declaration/declaration.ts";
import { initialDeclaration } from "../domain/declaration/initial.ts";
import { takePoint } from "../domain/declaration/restore.ts";
import { NO_INSURANCE } from "../domain/insurance.ts";
import type { Write } from "../domain/write.ts";
import { commitChange } from "./guarded.ts";
import { forgetEmployee } from "./leavings.ts";
import { addTestMembers, openTestYear, TEST_YEAR, testMaster } from "./test_year.ts";

const MASTER = testMaster("000001");
const SMALL = initialDeclaration({ self: MASTER, family: [] });
const LARGE: Declaration = {
  ...SMALL,
  answers: Object.fromEntries(Array.from({ length: 400 }, (_, n) => [String(n), "答".repeat(100)])),
};

async function year() {
  const db = await openTestYear();
  await addTestMembers(db, "group", [MASTER]);
  const member = (await db.stores.members.byCodes(["000001"]))[0]!;
  const write = (writes: Write[]) =>
    commitChange(db.kv, db.committer, {
      guards: [db.stores.members.guard("group")],
      compute: () => Promise.resolve(writes),
    });
  const stored = async () =>
    (await Array.fromAsync(db.kv.list({ prefix: ["t", TEST_YEAR.id] }))).map(({ key }) => key)
      .filter((key) => key[4] === "declaration" || key[4] === "restore_point");
  return { ...db, member, write, stored, [Symbol.dispose]: () => db.kv.close() };
}

for (const [name, declaration, keys] of [["small", SMALL, 1], ["large", LARGE, 3]] as const) {
  Deno.test(`a ${name} declaration and its restore point are stored, read and deleted whole`, async () => {
    using db = await year();
    const { declarations } = db.stores;
    const { id } = db.member.employee;
    assert.deepEqual(await declarations.of([id, "nobody"]), [null, null]);
    const point = takePoint({ declaration, insurance: NO_INSURANCE, documents: {} }, 5);
    await db.write([
      ...declarations.put(db.member, declaration),
      ...declarations.putRestorePoint(db.member, point),
    ]);
    assert.deepEqual(await declarations.of(["nobody", id]), [null, declaration]);
    assert.deepEqual(await declarations.restorePoints([id]), [point]);
    assert.equal((await db.stored()).length, 2 * keys);
    await db.write([...declarations.put(db.member, null), ...declarations.putRestorePoint(db.member, null)]);
    assert.deepEqual(await db.stored(), []);
  });
}

Deno.test("a large declaration that becomes small, and large again, reads as what it is", async () => {
  using db = await year();
  const { declarations } = db.stores;
  for (const next of [LARGE, SMALL, { ...LARGE, progress: ["self" as const] }]) {
    await db.write(declarations.put(db.member, next));
    assert.deepEqual(await declarations.of([db.member.employee.id]), [next]);
  }
});

Deno.test("a reader beside a writer sees one state or the other, never parts of both", async () => {
  using db = await year();
  const { declarations } = db.stores;
  const states = ["一", "二"].map((sign) => ({
    ...LARGE,
    answers: Object.fromEntries(Object.keys(LARGE.answers).map((n) => [n, sign.repeat(100)])),
  }));
  await db.write(declarations.put(db.member, states[0]!));
  const writing = (async () => {
    for (let n = 1; n <= 20; n++) await db.write(declarations.put(db.member, states[n % 2]!));
  })();
  for (let n = 0; n < 20; n++) {
    const [read] = await declarations.of([db.member.employee.id]);
    assert.equal(new Set(Object.values(read!.answers)).size, 1);
  }
  await writing;
});

Deno.test("each write moves the guard of the member's group", async () => {
  using db = await year();
  const rev = async () =>
    (await db.kv.get<{ rev: number }>(["t", TEST_YEAR.id, "y", TEST_YEAR.year, "guard", "group"])).value!.rev;
  const { declarations, housingLoans } = db.stores;
  const before = await rev();
  await db.write(declarations.put(db.member, SMALL));
  await db.write(declarations.putRestorePoint(db.member, null));
  await db.write(housingLoans.put(db.member, null));
  assert.equal(await rev(), before + 3);
});

Deno.test("what an employee declared goes with the employee, its parts with the history", async () => {
  using db = await year();
  await db.write(db.stores.declarations.put(db.member, LARGE));
  await db.write(db.stores.members.remove(db.member));
  assert.equal((await db.stored()).length, 2);
  const due = ["sys", "due", 1, "leavings"];
  await db.kv.set(due, {});
  const { id, year: of } = TEST_YEAR;
  await forgetEmployee(
    db.kv,
    db.committer,
    { tenant: id, id: db.member.employee.id, rest: [String(of)] },
    due,
  );
  assert.deepEqual(await db.stored(), []);
  assert.equal((await db.kv.get(due)).value, null);
});
