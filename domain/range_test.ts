import assert from "node:assert/strict";
import fc from "fast-check";
import {
  covers,
  EVERYONE,
  inRange,
  NOBODY,
  type Range,
  type RangedEmployee,
  rangeFor,
  rangeSchema,
} from "./range.ts";

const DEPARTMENTS = ["営業部", "営業部/第一課", "営業部/第一課/東京", "営業部門", "人事部", "人事部/採用"];
const EMPLOYMENT_TYPES = ["正社員", "契約社員", "嘱託"];
const department = fc.constantFrom(...DEPARTMENTS);
const employmentType = fc.constantFrom(...EMPLOYMENT_TYPES);
const employee: fc.Arbitrary<RangedEmployee> = fc.record({
  code: fc.constantFrom("000001", "000002", "1"),
  department: fc.option(department),
  employmentType: fc.option(employmentType),
});
const condition = fc.record({
  kind: fc.constant("condition" as const),
  departments: fc.uniqueArray(department, { maxLength: 2 }),
  below: fc.uniqueArray(department, { maxLength: 2 }),
  employmentTypes: fc.uniqueArray(employmentType, { maxLength: 2 }),
  ownDepartment: fc.constantFrom(
    "none" as const,
    "none" as const,
    "itself" as const,
    "below" as const,
    "both" as const,
  ),
  self: fc.option(employee),
});
const own = fc.record({ kind: fc.constant("own" as const), self: fc.option(employee) });
const range: fc.Arbitrary<Range> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(EVERYONE) },
  { weight: 1, arbitrary: own },
  { weight: 5, arbitrary: condition },
);
/** Somebody of every 部署 and 雇用形態 that could tell two of these ranges apart. */
const EVERYBODY: RangedEmployee[] = [null, "別", ...DEPARTMENTS, ...DEPARTMENTS.map((name) => `${name}/新`)]
  .flatMap((department) =>
    [null, "別", ...EMPLOYMENT_TYPES].map((employmentType) => ({
      code: "000003",
      department,
      employmentType,
    }))
  );

Deno.test("who is covered by a narrower range is inside the wider one", () => {
  fc.assert(fc.property(range, range, employee, (outer, inner, one) => {
    fc.pre(covers(outer, inner) && inRange(inner, one) && !isSelf(inner, one));
    assert(inRange(outer, one));
  }));
});

Deno.test("本人 of a covered range is inside the wider one, as their record stood", () => {
  fc.assert(fc.property(range, range, (outer, inner) => {
    fc.pre(inner.kind !== "all" && !!inner.self && covers(outer, inner));
    assert(inRange(outer, inner.self));
  }));
});

Deno.test("what is not covered holds somebody whom the wider range does not, where all is known", () => {
  fc.assert(fc.property(range, range, (outer, inner) => {
    fc.pre([outer, inner].every((one) => one.kind !== "condition" || one.ownDepartment === "none"));
    fc.pre(!covers(outer, inner));
    const self = inner.kind === "all" ? [] : [inner.self].filter((one) => !!one);
    const outside = [...EVERYBODY, ...self].filter((one) => inRange(inner, one) && !inRange(outer, one));
    assert(outside.length > 0);
  }));
});

Deno.test("every range covers itself once it is somebody's, and everyone covers all", () => {
  fc.assert(fc.property(range, employee, (one, self) => {
    const mine = rangeFor(one, self);
    assert(covers(mine, mine));
    assert(covers(EVERYONE, one));
    assert(covers(one, NOBODY));
  }));
});

Deno.test("somebody's range holds 本人, and names no 部署 but by name", () => {
  fc.assert(fc.property(range, employee, (one, self) => {
    const mine = rangeFor(one, self);
    assert(inRange(mine, self));
    assert(mine.kind !== "condition" || mine.ownDepartment === undefined || mine.ownDepartment === "none");
    assert.deepEqual(rangeFor(mine, self), mine, "again changes nothing");
  }));
});

Deno.test("本人が所属する部署 is the person's own, with or without 配下; without a 部署 it is 本人 alone", () => {
  const self = { code: "000009", department: "営業部", employmentType: "正社員" };
  const range = (ownDepartment: "itself" | "below" | "both"): Range => ({
    kind: "condition",
    departments: [],
    employmentTypes: [],
    ownDepartment,
  });
  const sees = (mine: Range) =>
    ["営業部", "営業部/第一課", "営業部門", "人事部", null].map((department) =>
      inRange(mine, { code: "000001", department, employmentType: null })
    );
  const yes = (...which: number[]) => [0, 1, 2, 3, 4].map((i) => which.includes(i));
  assert.deepEqual(sees(rangeFor(range("itself"), self)), yes(0));
  assert.deepEqual(sees(rangeFor(range("below"), self)), yes(1));
  assert.deepEqual(sees(rangeFor(range("both"), self)), yes(0, 1));
  for (const which of ["itself", "below", "both"] as const) {
    assert.deepEqual(sees(range(which)), yes(), "not anybody's yet");
    const alone = rangeFor(range(which), { ...self, department: null });
    assert.deepEqual(sees(alone), yes());
    assert(inRange(alone, self));
  }
});

Deno.test("values of older versions read as they were meant", () => {
  const old = { kind: "condition", departments: ["営業部"], employmentTypes: [] };
  const read = rangeSchema.parse(old);
  assert.deepEqual(read, { ...old, below: [], ownDepartment: "none", self: null });
  assert(inRange(read, { code: "1", department: "営業部", employmentType: null }));
  assert(!inRange(read, { code: "1", department: null, employmentType: null }));
  const any = rangeSchema.parse({ ...old, departments: [] });
  assert(inRange(any, { code: "1", department: null, employmentType: null }), "an empty list: any");
});

function isSelf(range: Range, one: RangedEmployee): boolean {
  return range.kind !== "all" && range.self?.code === one.code;
}
