import assert from "node:assert/strict";
import { LISTS } from "./difference_fixture.ts";
import { differenceList } from "./difference_list.ts";
import described from "./testdata/differences.json" with { type: "json" };

for (const [key, columns] of Object.entries(described)) {
  Deno.test(`the header of ${key} is that of reference/csv-columns.json`, () => {
    assert(columns.length > 0);
    assert.deepEqual(LISTS[key]!.header, columns.map(({ header }) => header));
  });
}

Deno.test("a column that nothing reads is a mistake of ours", () => {
  assert.throws(() => differenceList(["社員番号", "氏名"], {}, () => []), /氏名/);
});
