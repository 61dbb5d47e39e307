import assert from "node:assert/strict";
import { Refusal } from "../../domain/errors.ts";
import { type NumberHolder, OWN } from "../../domain/my_number.ts";
import type { User } from "../../domain/user.ts";
import { TEST_YEAR } from "../test_year.ts";
import type { KeyMeans } from "./data_key.ts";
import { ownNumbersOf } from "./own.ts";
import { myNumberPagesOf } from "./pages.ts";
import { openNumbers, testNumber } from "./testing.ts";

const WIFE: NumberHolder = { relation: "妻", lastName: "山田", firstName: "花" };
const PURPOSE = "今年の扶養控除等（異動）申告書";
const ONE = "000001";

/** Own number and wife's of the first employee, and an account `one` of theirs. */
async function opened(more: Partial<User> = {}) {
  const n = await openNumbers();
  await n.user("one", { role: "none", employeeCode: ONE, ...more });
  for (const [code, first] of [[ONE, 1], ["000002", 3]] as const) {
    const sealed = await n.numbers.seal(`id-${code}`, [
      { holder: OWN, number: testNumber(first) },
      { holder: WIFE, number: testNumber(first + 1) },
    ]);
    await n.write(n.numbers.put((await n.stores.members.byId(`id-${code}`))!, sealed));
  }
  const own = (change: Partial<KeyMeans> = {}) => ownNumbersOf({ ...n.means, ...change }, TEST_YEAR);
  const uses = async () => (await myNumberPagesOf(n.kv, TEST_YEAR).uses(null)).uses;
  return { ...n, own, uses, [Symbol.dispose]: () => n[Symbol.dispose]() };
}

const refused = (error: unknown) => error instanceof Refusal && error.code === "forbidden";

Deno.test("an employee has the own numbers that a document names, and that is on record first", async () => {
  using n = await opened();
  assert.deepEqual(await n.own().open({ id: "one" }, [WIFE, { ...WIFE, relation: "長女" }], PURPOSE), [
    { holder: WIFE, number: testNumber(2) },
  ]);
  const [use, ...others] = await n.uses();
  assert.deepEqual(others, []);
  assert.deepEqual([use!.what, use!.job, use!.purpose, use!.actor, use!.whose, use!.numbers], [
    "shown",
    null,
    PURPOSE,
    { id: "one", email: "one@acme.example" },
    { employee: `id-${ONE}`, code: ONE, relations: ["妻"] },
    1,
  ]);
});

Deno.test("where a document names nobody whose number is there, nothing is opened and nothing recorded", async () => {
  using n = await opened();
  assert.deepEqual(await n.own().open({ id: "one" }, [], PURPOSE), []);
  assert.deepEqual(await n.own().open({ id: "one" }, [{ ...WIFE, lastName: "別人" }], PURPOSE), []);
  assert.deepEqual(await n.uses(), []);
});

Deno.test("what the account is now decides whose numbers come: an administrator's is no way to those of others", async () => {
  for (const more of [{ active: false }, { employeeCode: null }, { employeeCode: "999999" }]) {
    using n = await opened({ role: "admin", ...more });
    await assert.rejects(n.own().open({ id: "one" }, [OWN], PURPOSE), refused, JSON.stringify(more));
    await assert.rejects(n.own().open({ id: "nobody" }, [OWN], PURPOSE), refused);
    assert.deepEqual(await n.uses(), []);
  }
  using n = await opened();
  await n.user("one", { role: "none", employeeCode: "000002" });
  assert.deepEqual(await n.own().open({ id: "one" }, [OWN], PURPOSE), [{
    holder: OWN,
    number: testNumber(3),
  }]);
});

Deno.test("no entry in the record of uses, no own number", async () => {
  using n = await opened();
  const deaf = n.own({
    committer: {
      commit: (change) =>
        change.mutations.some(({ key }) => key[2] === "my_number_use")
          ? Promise.resolve({ ok: false })
          : n.committer.commit(change),
    },
  });
  await assert.rejects(deaf.open({ id: "one" }, [OWN], PURPOSE), /no entry in the record of uses, no number/);
  assert.deepEqual(await n.uses(), []);
});
