import assert from "node:assert/strict";
import fc from "fast-check";
import { inRange } from "./permission.ts";
import { readScope } from "./role_scope.ts";

const CATALOGUE = {
  departments: [
    { sourceId: "d1", name: "営業部", fullName: "営業部" },
    { sourceId: "d2", name: "第一課", fullName: "営業部/第一課" },
    { sourceId: "d3", name: "第一課", fullName: "製造部/第一課" },
    { sourceId: "d4", name: "採用", fullName: "人事部/採用" },
  ],
  employmentTypes: [
    { sourceId: "e1", name: "正社員", preset: "full_timer" },
    { sourceId: "e2", name: "契約社員", preset: "contract_worker" },
  ],
};
const read = (query: unknown) => readScope({ kind: "condition", query }, CATALOGUE);
const condition = (more: object) => ({
  range: {
    kind: "condition",
    departments: [],
    below: [],
    employmentTypes: [],
    ownDepartment: "none",
    ...more,
  },
  note: null,
});
const ownOnly = (note: string) => ({ range: { kind: "own" }, note });

Deno.test("everybody, 本人 only, and the conditions that are known, by id, name or full name", () => {
  assert.deepEqual(readScope({ kind: "all" }, CATALOGUE), { range: { kind: "all" }, note: null });
  assert.deepEqual(readScope({ kind: "own" }, CATALOGUE), { range: { kind: "own" }, note: null });
  assert.deepEqual(
    read({ departments: ["営業部", "採用", "営業部/第一課"], employment_types: [] }),
    condition({ departments: ["営業部", "人事部/採用", "営業部/第一課"] }),
  );
  assert.deepEqual(
    read({ department_ids: ["d3"], employment_type_ids: ["e2"], anything: null }),
    condition({ departments: ["製造部/第一課"], employmentTypes: ["契約社員"] }),
  );
  assert.deepEqual(
    read({ employment_types: [{ id: "e1", name: "x" }, { name: "契約社員" }] }),
    condition({ employmentTypes: ["正社員", "契約社員"] }),
  );
});

Deno.test("配下 and 本人が所属する部署", () => {
  assert.deepEqual(read({ department_descendants: ["d1"] }), condition({ below: ["営業部"] }));
  assert.deepEqual(
    read({ department_subtrees: ["d1"] }),
    condition({ departments: ["営業部"], below: ["営業部"] }),
  );
  for (
    const [word, ownDepartment] of [
      ["crews_scope_department", "itself"],
      ["crews_scope_department_subtree", "both"],
      ["crews_scope_department_descendant", "below"],
    ]
  ) assert.deepEqual(read({ crews_scope: word }), condition({ ownDepartment }));
});

Deno.test("what is not understood narrows to 本人 and is named", () => {
  assert.deepEqual(read({ departments: ["営業部"], positions: ["部長"] }), ownOnly("positions"));
  assert.deepEqual(read({ departments: "営業部" }), ownOnly("departments"));
  assert.deepEqual(read({ departments: ["なくなった部"], x: 1 }), ownOnly("departments、x"));
  assert.deepEqual(read({ departments: ["第一課"] }), ownOnly("departments"), "two 部署 have this name");
  assert.deepEqual(read({ crews_scope: "constructor" }), ownOnly("crews_scope"));
  assert.deepEqual(read({ constructor: ["d1"] }), ownOnly("constructor"));
  for (const nothing of [{}, { departments: [] }, { employment_types: null }]) {
    assert.deepEqual(read(nothing), ownOnly("条件の内容"), "no condition is not everybody");
  }
  for (const shape of [null, "all", 1, [["departments", ["d1"]]]]) {
    assert.deepEqual(read(shape), ownOnly("条件の形式"));
  }
});

Deno.test("whatever a source sends, nobody outside its known conditions is reached", () => {
  const stranger = { code: "1", department: "経理部", employmentType: "嘱託" };
  const value = fc.oneof(fc.constantFrom("d1", "営業部", "e1", "all"), fc.anything());
  const keys = fc.constantFrom(
    "departments",
    "employment_types",
    "department_subtrees",
    "crews_scope",
    "x",
  );
  const query = fc.oneof(fc.anything(), fc.dictionary(keys, fc.oneof(fc.array(value), value)));
  fc.assert(fc.property(query, (given) => {
    assert(!inRange(read(given).range, stranger));
  }));
});

Deno.test("a condition of so many 部署 that it could not be stored is none that is understood", () => {
  const departments = Array.from({ length: 2_000 }, (_, i) => ({
    sourceId: `d${i}`,
    name: `第${i}課`,
    fullName: `営業本部/営業部/第${i}課`,
  }));
  const all = { departments, employmentTypes: [] };
  const scope = (ids: string[]) => readScope({ kind: "condition", query: { department_subtrees: ids } }, all);
  assert.deepEqual(scope(departments.map(({ sourceId }) => sourceId)), ownOnly("条件の数"));
  assert.equal(scope(departments.slice(0, 200).map(({ sourceId }) => sourceId)).note, null);
});
