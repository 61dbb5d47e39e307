import assert from "node:assert/strict";
import fc from "fast-check";
import { Refusal } from "../domain/errors.ts";
import { type MemberFilter, memberFilterOf } from "../domain/member_filter.ts";
import { EVERYONE, NOBODY, type Range } from "../domain/permission.ts";
import { createGroup } from "./group_changes.ts";
import { memberPagesOf, type MemberQuery, type Scope } from "./member_pages.ts";
import { addTestMembers, openTestYear, TEST_YEAR, testMaster } from "./test_year.ts";

const NO_FILTER = memberFilterOf(new URLSearchParams());
const code = (n: number) => String(n).padStart(6, "0");
const numbered = (n: number, from = 0) => Array.from({ length: n }, (_, i) => testMaster(code(from + i)));

async function openPages() {
  const year = await openTestYear();
  const pages = memberPagesOf(year.kv, TEST_YEAR);
  const query = (more: Partial<MemberQuery> = {}) =>
    pages.page({ scope: "all", filter: NO_FILTER, range: EVERYONE, cursor: null, ...more });
  /** Every page from the first to the last. */
  async function through(scope: Scope, filter: MemberFilter = NO_FILTER, range: Range = EVERYONE) {
    const found = [];
    for (let cursor: string | null = null;;) {
      const page = await query({ scope, filter, range, cursor });
      found.push({ ...page, codes: page.members.map((member) => member.employee.code) });
      if (page.next === null) return found;
      cursor = page.next;
    }
  }
  return { ...year, query, through };
}

Deno.test("50 a page in 社員番号 order; a full last page has no next", async () => {
  using year = await openPages();
  await addTestMembers(year, "g1", numbered(100));
  const pages = await year.through({ group: "g1" });
  assert.deepEqual(pages.map((page) => [page.codes.length, page.next !== null]), [[50, true], [50, false]]);
  assert.deepEqual(pages.flatMap((page) => page.codes), numbered(100).map((person) => person.code));
});

Deno.test("all: groups newest first, then people in no group; a page goes from one into the next", async () => {
  using year = await openPages();
  for (const id of ["01A", "01B"]) {
    await createGroup(year.kv, year.committer, TEST_YEAR, {
      v: 1,
      id,
      name: id,
      createdAt: 1,
      closesOn: null,
    });
  }
  await addTestMembers(year, "01A", numbered(30));
  await addTestMembers(year, "01B", numbered(30, 100));
  await addTestMembers(year, null, numbered(30, 200));
  const pages = await year.through("all");
  assert.deepEqual(pages.map((page) => page.codes.length), [50, 40]);
  const order = [...numbered(30, 100), ...numbered(30), ...numbered(30, 200)].map((person) => person.code);
  assert.deepEqual(pages.flatMap((page) => page.codes), order);
  assert.deepEqual((await year.through("none"))[0]?.codes, order.slice(60));
});

Deno.test("a page reads 2,000 records at most and says so; the search then goes on", async () => {
  using year = await openPages();
  await addTestMembers(year, "g1", [...numbered(2300), testMaster("009999", { lastName: "鈴木" })]);
  const filter = { ...NO_FILTER, text: "鈴木" };
  const pages = await year.through({ group: "g1" }, filter);
  assert.deepEqual(pages.map((page) => [page.codes, page.scanLimited]), [[[], true], [["009999"], false]]);
});

Deno.test("only people inside the range are shown", async () => {
  using year = await openPages();
  await addTestMembers(year, "g1", [testMaster("1"), testMaster("2", { department: "人事部" })]);
  const range: Range = { kind: "condition", departments: ["人事部"], employmentTypes: [] };
  assert.deepEqual((await year.through({ group: "g1" }, NO_FILTER, range))[0]?.codes, ["2"]);
});

Deno.test("本人 is found at once among many, where they lie and where the filter lets them", async () => {
  using year = await openPages();
  await addTestMembers(year, "g1", numbered(2_100));
  await addTestMembers(year, null, [testMaster("009999")]);
  const own = (code: string): Range => ({
    kind: "own",
    self: { code, department: null, employmentType: null },
  });
  const shown = async (scope: Scope, range: Range, filter = NO_FILTER) =>
    (await year.through(scope, filter, range)).map((page) => [page.codes, page.scanLimited]);
  const last = own(code(2_099));
  assert.deepEqual(await shown({ group: "g1" }, last), [[[code(2_099)], false]]);
  assert.deepEqual(await shown("all", last), [[[code(2_099)], false]]);
  assert.deepEqual(await shown("none", last), [[[], false]]);
  assert.deepEqual(await shown({ group: "g1" }, last, { ...NO_FILTER, text: "鈴木" }), [[[], false]]);
  assert.deepEqual(await shown("none", own("009999")), [[["009999"], false]]);
  assert.deepEqual(await shown({ group: "g1" }, own("009999")), [[[], false]]);
  assert.deepEqual(await shown("all", NOBODY), [[[], false]]);
});

Deno.test("a cursor of somebody's making is refused", async () => {
  using year = await openPages();
  for (const cursor of ["", "x", "W10", "%", "bnVsbA"]) {
    await assert.rejects(
      year.query({ cursor }),
      (error) => error instanceof Refusal && error.code === "bad_request",
      cursor,
    );
  }
});

Deno.test("whatever is filtered, the pages together are exactly those who match", async () => {
  const person = fc.record({ department: fc.constantFrom("営業部", "人事部", null) });
  await fc.assert(
    fc.asyncProperty(fc.array(person, { maxLength: 140 }), fc.boolean(), async (people, filtered) => {
      using year = await openPages();
      await addTestMembers(year, "g1", people.map((more, i) => testMaster(code(i), more)));
      const filter = { ...NO_FILTER, departments: filtered ? ["営業部", ""] : [] };
      const expected = people.flatMap((p, i) => !filtered || p.department !== "人事部" ? [code(i)] : []);
      const pages = await year.through({ group: "g1" }, filter);
      assert.deepEqual(pages.flatMap((page) => page.codes), expected);
      assert(pages.slice(0, -1).every((page) => page.codes.length === 50));
    }),
    { numRuns: 25 },
  );
});
