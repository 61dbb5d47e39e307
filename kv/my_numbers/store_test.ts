import assert from "node:assert/strict";
import { Refusal } from "../../domain/errors.ts";
import { type NumberHolder, OWN } from "../../domain/my_number.ts";
import { set } from "../commit.ts";
import { KeyringError, newRingEntry, parseKeyring } from "../keyring.ts";
import { myNumberKeys } from "../keys.ts";
import { TEST_YEAR } from "../test_year.ts";
import { rewrapDataKeys } from "./data_key.ts";
import { myNumberPagesOf } from "./pages.ts";
import { openNumbers, testNumber } from "./testing.ts";
import { USES_PAGE } from "./uses.ts";

const WIFE: NumberHolder = { relation: "妻", lastName: "山田", firstName: "花" };
const ONE = { id: "id-000001", code: "000001" };
const TWO = { id: "id-000002", code: "000002" };
const USE = { job: "job-1", actor: { id: "admin", email: "admin@acme.example" }, purpose: "申告書" };

type Numbers = Awaited<ReturnType<typeof openNumbers>>;

/** Stores own number and wife's of the first employee. */
async function synced(n: Numbers, store = n.numbers) {
  await n.user("admin");
  const sealed = await store.seal(ONE.id, [
    { holder: OWN, number: testNumber(1) },
    { holder: WIFE, number: testNumber(2) },
  ]);
  await n.write(store.put((await n.stores.members.byId(ONE.id))!, sealed));
}

Deno.test("a number comes back for a form of a 管理者 and for nothing else, and its use is on record first", async () => {
  using n = await openNumbers();
  await synced(n);
  const opened = await n.numbers.openForForm(USE, [TWO, ONE]);
  assert.deepEqual(opened, [[], [
    { holder: OWN, number: testNumber(1) },
    { holder: WIFE, number: testNumber(2) },
  ]]);
  const { uses } = await myNumberPagesOf(n.kv, TEST_YEAR).uses(null);
  assert.deepEqual(
    uses.map(({ what, actor, job, purpose, whose, numbers }) => [what, actor, job, purpose, whose, numbers]),
    [
      ["opened", USE.actor, "job-1", "申告書", {
        employee: ONE.id,
        code: "000001",
        relations: ["本人", "妻"],
      }, 2],
    ],
  );
});

Deno.test("who is no active 管理者 now gets no number, and leaves no entry", async () => {
  using n = await openNumbers();
  await synced(n);
  const refused = (error: unknown) => error instanceof Refusal && error.code === "forbidden";
  for (const more of [{ role: "download" as const }, { role: "confirm" as const }, { active: false }]) {
    await n.user("other", more);
    const actor = { id: "other", email: "admin@acme.example" };
    await assert.rejects(n.numbers.openForForm({ ...USE, actor }, [ONE]), refused);
  }
  await assert.rejects(
    n.numbers.openForForm({ ...USE, actor: { id: "nobody", email: null } }, [ONE]),
    refused,
  );
  assert.deepEqual((await myNumberPagesOf(n.kv, TEST_YEAR).uses(null)).uses, []);
});

Deno.test("no entry in the record of uses, no number", async () => {
  using n = await openNumbers();
  await synced(n);
  const deaf = n.store({
    committer: {
      commit: (change) =>
        change.mutations.some(({ key }) => key[2] === "my_number_use")
          ? Promise.resolve({ ok: false })
          : n.committer.commit(change),
    },
  });
  await assert.rejects(deaf.openForForm(USE, [ONE]), /no entry in the record of uses, no number/);
  assert.deepEqual(await deaf.openForForm(USE, [TWO]), [[]]);
  assert.deepEqual((await myNumberPagesOf(n.kv, TEST_YEAR).uses(null)).uses, []);
});

Deno.test("a box opens for its own tenant, year, employee and holder only", async () => {
  using n = await openNumbers();
  await synced(n);
  const damaged = (error: unknown) => error instanceof Refusal && error.code === "my_number_damaged";
  const [own, wife] = (await n.numbers.of([ONE.id])).flat();
  assert.ok(own && wife);
  const put = async (employee: string, numbers: unknown[]) => {
    const key = myNumberKeys.record(TEST_YEAR.id, TEST_YEAR.year, employee);
    await n.committer.commit({ checks: [], mutations: [set(key, { v: 1, numbers })] });
  };
  await put(TWO.id, [{ holder: OWN, box: own.box }]);
  await assert.rejects(n.numbers.openForForm(USE, [TWO]), damaged, "another employee");
  await put(ONE.id, [{ holder: WIFE, box: own.box }]);
  await assert.rejects(n.numbers.openForForm(USE, [ONE]), damaged, "another holder");
  const bent = wife.box.slice();
  bent[20]! ^= 1;
  await put(ONE.id, [{ holder: WIFE, box: bent }]);
  await assert.rejects(n.numbers.openForForm(USE, [ONE]), damaged, "a bent box");
  const next = { ...TEST_YEAR, year: TEST_YEAR.year + 1 };
  const key = myNumberKeys.record(next.id, next.year, ONE.id);
  await n.committer.commit({
    checks: [],
    mutations: [set(key, { v: 1, numbers: [{ holder: OWN, box: own.box }] })],
  });
  await assert.rejects(n.store({}, next).openForForm(USE, [ONE]), damaged, "another year");
});

Deno.test("an imported number is kept under 社員番号 and holder, replaced by the next, and moved by sealing anew", async () => {
  using n = await openNumbers();
  await n.user("admin");
  const keep = async (holder: NumberHolder, digits: number) => {
    const writes = await n.numbers.keep([{ code: "000001", holder, number: testNumber(digits) }]);
    await n.write(writes.flat());
  };
  await keep(OWN, 5);
  await keep(OWN, 6);
  await keep({ ...WIFE, lastName: " 山田　" }, 7);
  assert.deepEqual(await myNumberPagesOf(n.kv, TEST_YEAR).held(), { imported: 2, year: 0 });
  const sealed = await n.numbers.sealKept(ONE, [OWN, WIFE, { ...WIFE, relation: "長女" }]);
  assert.equal(sealed[2], null);
  await n.write(n.numbers.put((await n.stores.members.byId(ONE.id))!, sealed.slice(0, 2) as never));
  assert.deepEqual(await myNumberPagesOf(n.kv, TEST_YEAR).held(), { imported: 2, year: 2 });
  assert.deepEqual((await n.numbers.openForForm(USE, [ONE]))[0], [
    { holder: OWN, number: testNumber(6) },
    { holder: WIFE, number: testNumber(7) },
  ]);
});

Deno.test("a kept box that was moved to somebody else is damaged, not theirs", async () => {
  using n = await openNumbers();
  await n.write((await n.numbers.keep([{ code: "000001", holder: OWN, number: testNumber(5) }])).flat());
  const { value } = await n.kv.get(myNumberKeys.imported(TEST_YEAR.id, "000001", "本人", "", ""));
  const other = myNumberKeys.imported(TEST_YEAR.id, "000002", "本人", "", "");
  await n.committer.commit({ checks: [], mutations: [set(other, value)] });
  assert.deepEqual(await n.numbers.sealKept(TWO, [OWN]), ["damaged"]);
});

Deno.test("what is no number is not sealed, and the error does not say what it was", async () => {
  using n = await openNumbers();
  const wrong = testNumber(1).replace(/.$/, (digit) => String((Number(digit) + 1) % 10));
  await assert.rejects(n.numbers.seal(ONE.id, [{ holder: OWN, number: wrong }]), (error: Error) => {
    assert.ok(!error.message.includes(wrong) && !error.stack?.includes(wrong));
    return error instanceof TypeError;
  });
});

Deno.test("the year's record goes with its employee, in the same commit", async () => {
  using n = await openNumbers();
  await synced(n);
  await n.write(n.stores.members.remove((await n.stores.members.byId(ONE.id))!));
  assert.deepEqual(await n.numbers.of([ONE.id]), [[]]);
  assert.deepEqual((await myNumberPagesOf(n.kv, TEST_YEAR).held()).year, 0);
  assert.equal(
    (await n.kv.get(myNumberKeys.record(TEST_YEAR.id, TEST_YEAR.year, ONE.id))).versionstamp,
    null,
  );
});

Deno.test("after a change of ENCRYPTION_KEY the former key can be dropped, and numbers stay as they lie", async () => {
  const [k1, k2] = [newRingEntry("k1"), newRingEntry("k2")];
  using n = await openNumbers(k1);
  await synced(n);
  const boxes = await n.numbers.of([ONE.id]);
  const before = await n.kv.get(myNumberKeys.dataKey(TEST_YEAR.id));
  await rewrapDataKeys({ ...n.means, keyring: parseKeyring(k1) });
  assert.deepEqual(
    await n.kv.get(myNumberKeys.dataKey(TEST_YEAR.id)),
    before,
    "nothing to do, nothing written",
  );

  await assert.rejects(rewrapDataKeys({ ...n.means, keyring: parseKeyring(k2) }), KeyringError);
  await rewrapDataKeys({ ...n.means, keyring: parseKeyring(`${k2},${k1}`) });
  const alone = n.store({ keyring: parseKeyring(k2) });
  assert.equal((await alone.openForForm(USE, [ONE]))[0]?.[0]?.number, testNumber(1));
  assert.deepEqual(await alone.of([ONE.id]), boxes);
  await assert.rejects(n.store({ keyring: parseKeyring(k1) }).openForForm(USE, [ONE]), KeyringError);
});

Deno.test("two stores that need the tenant's key at once make one", async () => {
  using n = await openNumbers();
  await n.user("admin");
  const member = (await n.stores.members.byId(ONE.id))!;
  const sealed = await Promise.all(
    Array.from(
      { length: 8 },
      (_, i) => n.store().seal(ONE.id, [{ holder: { ...WIFE, firstName: `${i}` }, number: testNumber(i) }]),
    ),
  );
  await n.write(n.numbers.put(member, sealed.flat()));
  const opened = await n.store().openForForm(USE, [ONE]);
  assert.deepEqual(
    opened[0]?.map(({ number }) => number),
    Array.from({ length: 8 }, (_, i) => testNumber(i)),
  );
});

Deno.test("a job that takes numbers in is on record once, whatever it is attempted, and counted when it is through", async () => {
  using n = await openNumbers();
  const taking = {
    job: "01JD0000000000000000000001",
    what: "imported" as const,
    actor: USE.actor,
    purpose: "マイナンバーの取り込み",
  };
  const pages = myNumberPagesOf(n.kv, TEST_YEAR);
  await n.numbers.begin(taking);
  await n.numbers.begin({ ...taking, purpose: "again" });
  assert.deepEqual((await pages.uses(null)).uses.map(({ purpose, numbers }) => [purpose, numbers]), [[
    "マイナンバーの取り込み",
    null,
  ]]);
  await n.numbers.end(taking.job, 12);
  await n.numbers.end(taking.job, 99);
  assert.deepEqual((await pages.uses(null)).uses.map(({ numbers }) => numbers), [12]);
});

Deno.test("the record of uses is read page by page, newest first, each entry once", async () => {
  using n = await openNumbers();
  const count = 2 * USES_PAGE + 1;
  const ids = Array.from({ length: count }, (_, i) => `01JD00000000000000000${String(i).padStart(5, "0")}`);
  for (const job of ids) await n.numbers.begin({ job, what: "synced", actor: USE.actor, purpose: "p" });
  const pages = myNumberPagesOf(n.kv, TEST_YEAR);
  const seen: string[] = [];
  let next: string | null = null;
  do {
    const page = await pages.uses(next);
    assert.ok(page.uses.length <= USES_PAGE);
    seen.push(...page.uses.map(({ id }) => id));
    next = page.next;
  } while (next !== null);
  assert.deepEqual(seen, ids.toReversed());
});
